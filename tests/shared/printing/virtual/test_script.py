"""Scripted faults: how they are written, and that each comes once, at its stage."""

import pytest

from shared.printing.virtual.engine import FIRST_BAND_ROWS, MID_ROWS
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.script import BadScript, Script, ScriptedFault, parse_fault

ROWS = 400
PICTURE = b"\x1dv0\x00\x01\x00" + ROWS.to_bytes(2, "little") + b"\xff" * ROWS
CONFIRM = b"\x1d(H\x06\x00000001"
TICKET = PICTURE + CONFIRM + b"\x1dVB\x00"


@pytest.mark.parametrize(
    ("text", "scripted"),
    [
        ("cover-open@mid-rows", ScriptedFault(Fault.COVER_OPEN, Stage.MID_ROWS)),
        ("power-off@before+1.5s", ScriptedFault(Fault.POWER_OFF, Stage.BEFORE, 1500.0)),
    ],
)
def test_a_fault_is_written_as_name_and_stage(text: str, scripted: ScriptedFault) -> None:
    assert parse_fault(text) == scripted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cover-open", "write NAME@STAGE"),
        ("cover-open@mid-rows+5", "write NAME@STAGE"),
        ("fire@mid-rows", "a fault is one of near-end, paper-end,"),
        ("cover-open@lunch", "a stage is one of before, first-band,"),
    ],
)
def test_what_is_no_fault_is_refused(text: str, told: str) -> None:
    with pytest.raises(BadScript, match=told):
        parse_fault(text)


def rows_at(stage: Stage) -> tuple[int, int, bytes]:
    """Return rows printed, slips cut, and what was said, once the link has broken at a stage."""
    printer = VirtualPrinter(Profile(width_dots=8, head_to_cutter_dots=0))
    Script(printer, ScriptedFault(Fault.UNRECOVERABLE, stage))
    printer.receive(TICKET, 0)
    printer.advance(60_000)
    return printer.uncut.height, len(printer.tickets), printer.take_answers()


@pytest.mark.parametrize(
    ("stage", "rows", "slips", "confirmed"),
    [
        (Stage.BEFORE, 0, 0, b""),
        (Stage.FIRST_BAND, FIRST_BAND_ROWS, 0, b""),
        (Stage.MID_ROWS, MID_ROWS, 0, b""),
        (Stage.BEFORE_CUT, ROWS, 0, b""),
        (Stage.DURING_CUT, ROWS, 0, b"\x37\x220001\x00"),
        (Stage.AFTER, 0, 1, b"\x37\x220001\x00"),
    ],
)
def test_each_stage_is_where_it_says(stage: Stage, rows: int, slips: int, confirmed: bytes) -> None:
    assert rows_at(stage) == (rows, slips, confirmed)


def test_a_fault_comes_once_and_is_mended_in_time() -> None:
    printer = VirtualPrinter(Profile(width_dots=8))
    Script(printer, parse_fault("cover-open@mid-rows+5s"))
    printer.receive(TICKET, 0)
    printer.advance(4000)
    assert printer.faults == {Fault.COVER_OPEN}
    assert not printer.tickets
    printer.advance(6000)
    assert not printer.faults
    printer.receive(TICKET, 10_000)
    printer.advance(13_000)
    assert len(printer.tickets) == 2, "the second is not stopped"


def test_a_plan_is_changed_or_dropped_until_it_comes() -> None:
    printer = VirtualPrinter(Profile(width_dots=8))
    script = Script(printer, parse_fault("mute@after"))
    script.plan(parse_fault("cover-open@mid-rows"))
    script.plan(parse_fault("cover-open@before-cut"))
    assert list(script.waiting) == [parse_fault("mute@after"), parse_fault("cover-open@before-cut")]
    script.forget(Fault.MUTE)
    printer.receive(TICKET, 0)
    printer.advance(60_000)
    assert printer.uncut.height == ROWS + 120
    assert printer.faults == {Fault.COVER_OPEN}
    assert not list(script.waiting)
