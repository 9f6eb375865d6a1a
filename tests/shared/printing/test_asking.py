"""Questions to a printer, and what their answers come to."""

import pytest

from shared.domain.slips import Proof
from shared.printing.asking import (
    ANSWER_MS,
    Abilities,
    PrinterNow,
    ask_condition,
    await_id,
    await_in_turn,
    pass_time,
)
from shared.printing.dialogue import Interrupted, Script, Talk
from shared.printing.status import Condition, Trouble
from tests.shared.printing.exchanges import Exchange

REAL_TIME = Abilities(real_time=True)


def condition(can: Abilities) -> Exchange[Condition | Trouble]:
    def script(talk: Talk) -> Script[Condition | Trouble]:
        try:
            yield from ask_condition(talk, can)
        except Interrupted as stop:
            return stop.trouble
        return talk.condition

    return Exchange(script)


def waited(asking: Script[None]) -> Exchange[str]:
    def script(talk: Talk) -> Script[str]:
        try:
            yield from asking
        except Interrupted as stop:
            return stop.trouble
        return "done"

    return Exchange(script)


@pytest.mark.parametrize(
    ("can", "proof"),
    [
        (Abilities(True, True, True, True), Proof.PROCESS_ID),
        (Abilities(True, True, True), Proof.RESPONSE),
        (REAL_TIME, Proof.STATUS),
        (Abilities(), Proof.ASSUMED),
    ],
)
def test_the_surest_proof_is_taken(can: Abilities, proof: Proof) -> None:
    assert can.proof is proof
    assert can.mute is (proof is Proof.ASSUMED)
    assert PrinterNow(can=can).proof is proof


def test_a_printer_that_is_well_is_asked_three_times() -> None:
    exchange = condition(REAL_TIME).sends(b"\x10\x04\x01").says(b"\x16")
    exchange.sends(b"\x10\x04\x02").says(b"\x12").sends(b"\x10\x04\x04").says(b"\x1e")
    assert exchange.result == Condition(near_end=True)


def test_an_error_is_asked_after() -> None:
    exchange = condition(REAL_TIME).takes().says(b"\x1e").takes().says(b"\x52")
    exchange.sends(b"\x10\x04\x03").says(b"\x1a").takes().says(b"\x12")
    assert exchange.result == Condition(offline=True, cutter_jam=True)


def test_what_is_no_answer_is_passed_over() -> None:
    exchange = condition(REAL_TIME).takes().says(b"\x00\x16").takes().says(b"\x12").takes()
    assert exchange.says(b"\x12").result == Condition()


def test_a_printer_that_does_not_answer_is_silent() -> None:
    exchange = condition(REAL_TIME).takes().later(ANSWER_MS - 1)
    assert exchange.result is None
    assert exchange.later(1).result is Trouble.SILENT


def test_where_only_gs_r_is_known_it_is_asked() -> None:
    exchange = condition(Abilities(in_turn=True)).sends(b"\x1dr\x01").says(b"\x0f")
    assert exchange.result == Condition(paper_end=True, near_end=True)
    silent = condition(Abilities(in_turn=True)).takes().says(b"\x12").later(ANSWER_MS)
    assert silent.result is Trouble.SILENT


def test_a_mute_printer_is_not_asked() -> None:
    assert condition(Abilities()).result == Condition()


def test_only_the_right_id_confirms() -> None:
    exchange = waited(await_id(Talk(0), "0007", 500))
    exchange.sends(b"\x1d(H\x06\x00000007").says(b"\x37\x220006\x00")
    assert exchange.result is None
    assert exchange.says(b"\x37\x220007\x00").result == "done"


def test_a_confirmation_that_does_not_come_is_silence() -> None:
    def in_turn(talk: Talk) -> Script[str]:
        try:
            yield from await_id(talk, "0007", 500)
        except Interrupted as stop:
            return stop.trouble
        return "done"

    assert Exchange(in_turn).takes().later(500).result == Trouble.SILENT


def test_answers_to_gs_r_are_awaited() -> None:
    assert waited(await_in_turn(Talk(0), 500)).takes().says(b"\x00").result == "done"


def test_time_passes_whatever_is_said() -> None:
    def script(talk: Talk) -> Script[str]:
        yield from pass_time(talk, 100)
        return "over"

    exchange = Exchange(script).says(b"\x12").later(99)
    assert exchange.result is None
    assert exchange.later(1).result == "over"
