"""One slip, byte by byte: what is sent when, and what each end means."""

from typing import Any

import pytest

from shared.domain.slips import PrintOutcome, Proof
from shared.printing import commands
from shared.printing.asking import ANSWER_MS, Abilities
from shared.printing.dialogue import STALLED_MS
from shared.printing.escpos import Piece
from shared.printing.job import (
    CUT_MS,
    CUT_PATIENCE_MS,
    MARGIN_MS,
    PATIENCE_MS,
    Ended,
    Order,
    print_picture,
)
from shared.printing.status import Trouble
from tests.shared.printing.exchanges import WELL, Exchange

FULL = Abilities(real_time=True, automatic=True, in_turn=True, process_id=True)
CUT = commands.FEED_AND_CUT
ROWS = (Piece(b"band-1", 64), Piece(b"band-2", 64))
TIME_MS = 400
NO_PAPER = b"\x1c\x00\x0c\x0f"
JAMMED = b"\x1c\x08\x00\x0f"


def order(can: Abilities = FULL, **changes: Any) -> Order:
    return Order(ROWS, CUT, can, TIME_MS, number=7, **changes)


def begun(can: Abilities = FULL, **changes: Any) -> Exchange[Ended]:
    """Return a job whose printer is well, at its first band."""
    exchange = Exchange(lambda talk: print_picture(talk, order(can, **changes)))
    if changes.get("half_band_bytes"):
        exchange.takes()
    if can.real_time:
        for answer in WELL:
            exchange.takes().says(answer)
    return exchange


def printed_rows(exchange: Exchange[Ended]) -> Exchange[Ended]:
    return exchange.sends(b"\x1b@").sends(b"\x1da\xff").sends(b"band-1").sends(b"band-2")


def told(exchange: Exchange[Ended]) -> tuple[PrintOutcome, Trouble | None]:
    """Return how a job ended for a reason that the printer itself gave."""
    ended = exchange.result
    assert ended is not None
    assert ended.trouble is ended.told.trouble
    assert ended.proof is None
    return ended.outcome, ended.trouble


def test_the_whole_talk() -> None:
    exchange = Exchange(lambda talk: print_picture(talk, order()))
    exchange.sends(b"\x10\x04\x01").says(b"\x16").sends(b"\x10\x04\x02").says(b"\x12")
    exchange.sends(b"\x10\x04\x04").says(b"\x12")
    printed_rows(exchange).sends(b"\x1d(H\x06\x00000014")
    assert exchange.dialogue.to_send() == b"", "not a byte of the cut before the rows are out"
    exchange.says(b"\x37\x220014\x00").sends(CUT).sends(b"\x1d(H\x06\x00000015")
    assert exchange.says(b"\x37\x220015\x00").result == Ended(
        PrintOutcome.PRINTED, Proof.PROCESS_ID
    )


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ((b"\x1e", b"\x36", b"\x72"), Trouble.COVER_OPEN),
        ((b"\x1e", b"\x32", b"\x72"), Trouble.PAPER_END),
        ((b"\x1e", b"\x12", b"\x12"), Trouble.OFFLINE),
    ],
)
def test_a_printer_that_is_not_well_gets_nothing(
    answers: tuple[bytes, ...], trouble: Trouble
) -> None:
    exchange = Exchange(lambda talk: print_picture(talk, order()))
    for answer in answers:
        exchange.takes().says(answer)
    assert told(exchange) == (PrintOutcome.NOT_SENT, trouble)


def test_a_printer_that_is_silent_gets_nothing() -> None:
    exchange = Exchange(lambda talk: print_picture(talk, order())).takes().later(ANSWER_MS)
    assert exchange.result == Ended(PrintOutcome.NOT_SENT, trouble=Trouble.SILENT)


def test_what_no_band_reached_was_not_sent() -> None:
    exchange = begun().sends(b"\x1b@").sends(b"\x1da\xff").later(STALLED_MS)
    assert exchange.result == Ended(PrintOutcome.NOT_SENT, trouble=Trouble.BUSY)


def test_half_a_band_is_no_complete_ticket() -> None:
    exchange = begun().sends(b"\x1b@").sends(b"\x1da\xff").takes(3)
    exchange.dialogue.lost(Trouble.AWAY, 0)
    assert exchange.result == Ended(PrintOutcome.NO_COMPLETE_TICKET, trouble=Trouble.AWAY)


def test_paper_that_ends_among_the_rows_ends_the_job() -> None:
    exchange = begun().sends(b"\x1b@").sends(b"\x1da\xff").sends(b"band-1").says(NO_PAPER)
    assert told(exchange) == (PrintOutcome.NO_COMPLETE_TICKET, Trouble.PAPER_END)


def test_rows_that_are_not_confirmed_are_not_cut() -> None:
    exchange = printed_rows(begun()).takes().later(TIME_MS + PATIENCE_MS)
    assert exchange.result == Ended(PrintOutcome.NO_COMPLETE_TICKET, trouble=Trouble.SILENT)


def confirmed() -> Exchange[Ended]:
    return printed_rows(begun()).takes().says(b"\x37\x220014\x00")


def test_a_line_lost_before_the_cut_leaves_no_slip() -> None:
    exchange = confirmed()
    exchange.dialogue.lost(Trouble.AWAY, 0)
    assert exchange.result == Ended(PrintOutcome.NO_COMPLETE_TICKET, trouble=Trouble.AWAY)


def test_a_line_lost_after_it_leaves_a_doubt() -> None:
    exchange = confirmed().takes(1)
    exchange.dialogue.lost(Trouble.AWAY, 0)
    assert exchange.result == Ended(PrintOutcome.UNKNOWN, trouble=Trouble.AWAY)


def test_a_jam_leaves_a_doubt_at_once() -> None:
    exchange = confirmed().takes().says(JAMMED)
    assert told(exchange) == (PrintOutcome.UNKNOWN, Trouble.CUTTER_JAM)


def test_paper_that_ends_after_the_cut_does_not_matter_if_the_cut_is_confirmed() -> None:
    exchange = confirmed().takes().says(NO_PAPER).takes().says(b"\x37\x220015\x00")
    assert exchange.result == Ended(PrintOutcome.PRINTED, Proof.PROCESS_ID)


def test_the_printers_own_word_is_the_better_reason() -> None:
    exchange = confirmed().takes().says(NO_PAPER).takes().later(CUT_MS + CUT_PATIENCE_MS)
    assert told(exchange) == (PrintOutcome.UNKNOWN, Trouble.PAPER_END)


def test_what_an_earlier_job_left_is_ejected_first() -> None:
    exchange = Exchange(
        lambda talk: print_picture(talk, order(eject=True, half_band_bytes=20))
    ).sends(bytes(20))
    for answer in WELL:
        exchange.takes().says(answer)
    exchange.sends(b"\x1b@").sends(b"\x1da\xff").sends(CUT).sends(b"\x1d(H\x06\x00000000")
    assert exchange.says(b"\x37\x220000\x00").dialogue.to_send() == b"band-1"


def test_a_printer_that_jams_at_that_gets_nothing() -> None:
    exchange = begun(eject=True).takes().takes().sends(CUT).says(JAMMED)
    assert told(exchange) == (PrintOutcome.NOT_SENT, Trouble.CUTTER_JAM)


def test_without_ids_gs_r_confirms() -> None:
    exchange = begun(Abilities(real_time=True, in_turn=True)).sends(b"\x1b@").takes().takes()
    exchange.sends(b"\x1dr\x01").says(b"\x00").sends(CUT).sends(b"\x1dr\x01").says(b"\x00")
    assert exchange.result == Ended(PrintOutcome.PRINTED, Proof.RESPONSE)


def test_without_that_a_good_state_after_the_time_it_takes() -> None:
    exchange = begun(Abilities(real_time=True)).sends(b"\x1b@").takes().takes()
    assert exchange.later(TIME_MS + MARGIN_MS - 1).dialogue.to_send() == b""
    exchange.later(1)
    for answer in WELL:
        exchange.takes().says(answer)
    exchange.sends(CUT).later(CUT_MS + MARGIN_MS)
    for answer in WELL:
        exchange.takes().says(answer)
    assert exchange.result == Ended(PrintOutcome.PRINTED, Proof.STATUS)


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ((b"\x1e", b"\x36", b"\x12"), Trouble.COVER_OPEN),
        ((b"\x1e", b"\x12", b"\x12"), Trouble.OFFLINE),
    ],
)
def test_a_bad_state_then_is_no_slip(answers: tuple[bytes, ...], trouble: Trouble) -> None:
    exchange = begun(Abilities(real_time=True)).sends(b"\x1b@").takes().takes()
    exchange.later(TIME_MS + MARGIN_MS)
    for answer in answers:
        exchange.takes().says(answer)
    assert told(exchange) == (PrintOutcome.NO_COMPLETE_TICKET, trouble)


def test_of_a_mute_printer_the_slip_is_only_assumed() -> None:
    exchange = begun(Abilities()).sends(b"\x1b@").takes().takes().later(TIME_MS + MARGIN_MS)
    assert exchange.sends(CUT).later(CUT_MS + MARGIN_MS).result == Ended(
        PrintOutcome.PRINTED, Proof.ASSUMED
    )


def test_rows_that_took_their_time_on_the_line_are_not_waited_for_again() -> None:
    exchange = begun(Abilities()).sends(b"\x1b@").later(TIME_MS).takes().takes()
    assert exchange.later(MARGIN_MS).dialogue.to_send() == CUT


def test_ids_never_have_more_than_four_digits() -> None:
    many = Order(ROWS, CUT, FULL, TIME_MS, number=12_345)
    exchange = Exchange(lambda talk: print_picture(talk, many))
    for answer in WELL:
        exchange.takes().says(answer)
    printed_rows(exchange).sends(b"\x1d(H\x06\x00004690")
