"""Plain words for everything a printer can be or do."""

from shared.domain.slips import PrintOutcome, Proof
from shared.printing.asking import Abilities, PrinterNow
from shared.printing.job import Ended
from shared.printing.status import Trouble
from shared.printing.tools.in_words import (
    OUTCOMES,
    PROOFS,
    TROUBLES,
    abilities_in_words,
    end_in_words,
    state_in_words,
)


def test_nothing_is_without_words() -> None:
    assert TROUBLES.keys() == set(Trouble)
    assert PROOFS.keys() == set(Proof)
    assert OUTCOMES.keys() == set(PrintOutcome)


def test_what_a_printer_answers() -> None:
    assert abilities_in_words(Abilities()) == "nothing"
    assert abilities_in_words(Abilities(real_time=True, process_id=True)) == (
        "status at any time (DLE EOT), job ids (GS ( H)"
    )


def test_how_it_is() -> None:
    can = Abilities(real_time=True)
    assert state_in_words(PrinterNow(can=can)) == "ready"
    assert state_in_words(PrinterNow()).startswith("ready, as far as")
    assert "about 7 slips" in state_in_words(PrinterNow(slips_left=7, can=can))
    assert state_in_words(PrinterNow(trouble=Trouble.COVER_OPEN)) == "the cover is open"


def test_how_a_job_ended() -> None:
    assert end_in_words(Ended(PrintOutcome.PRINTED, Proof.RESPONSE)).startswith("printed; ")
    jam = Ended(PrintOutcome.UNKNOWN, trouble=Trouble.CUTTER_JAM)
    assert end_in_words(jam).endswith("(the cutter is jammed)")
    assert end_in_words(Ended(PrintOutcome.NOT_SENT)).startswith("not sent")
