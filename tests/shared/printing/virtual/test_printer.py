"""The whole printer against Epson's table of faults: what stops, goes on, is kept and is lost."""

import pytest

from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.mechanism import Ending
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import KINDS, Profile
from shared.printing.virtual.script import Script, parse_fault

ROWS = 600
PICTURE = b"\x1dv0\x00\x01\x00" + ROWS.to_bytes(2, "little") + b"\xff" * ROWS
CONFIRM = b"\x1d(H\x06\x00000001"
CONFIRMED = b"\x37\x220001\x00"
CUT = b"\x1dVB\x00"
STATUS = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
SMALL = Profile(width_dots=8)
LATER = 60_000.0


def midway(profile: Profile = SMALL, after: bytes = CONFIRM + CUT) -> VirtualPrinter:
    """A printer in the middle of its rows, with a confirmation and a cut to come."""
    printer = VirtualPrinter(profile)
    printer.receive(b"\x1da\xff" + PICTURE + after, 0)
    printer.advance(profile.row_ms * ROWS / 2)
    printer.take_answers()
    assert 0 < rows(printer) < ROWS
    return printer


def rows(printer: VirtualPrinter) -> int:
    return sum(printer.uncut.rows) // 0xFF


def status(printer: VirtualPrinter) -> str:
    printer.take_answers()
    printer.receive(STATUS, printer.now_ms)
    return printer.take_answers().hex(" ")


def test_all_goes_well() -> None:
    printer = midway()
    printer.advance(LATER)
    assert printer.take_answers() == CONFIRMED
    (slip,) = printer.tickets
    assert slip.body.rows == b"\xff" * ROWS
    assert slip.at_ms == pytest.approx((ROWS + 120) * SMALL.row_ms + SMALL.cut_ms / 2)
    assert not printer.errors


def test_rows_take_the_time_the_mechanism_takes() -> None:
    printer = VirtualPrinter(Profile(width_dots=8, speed_mm_s=100))
    printer.receive(PICTURE, 0)
    printer.advance(250)
    assert rows(printer) == 201
    assert printer.next_ms == pytest.approx(251.25)


def test_memory_fills_and_drains() -> None:
    printer = VirtualPrinter(Profile(width_dots=8, buffer_bytes=45))
    printer.receive(PICTURE[:45], 0)
    assert printer.accepts() == 9, "the command and the first row are taken out"
    printer.receive(PICTURE[45:54], 0)
    assert printer.accepts() == 0
    printer.advance(10 * SMALL.row_ms)
    assert printer.accepts() == 10


def test_a_row_longer_than_the_memory_can_be_printed() -> None:
    printer = VirtualPrinter(Profile(buffer_bytes=45))
    data = b"\x1dv0\x00\x48\x00\x02\x00" + b"\xaa" * 144 + CUT
    while data:
        taken = printer.accepts()
        printer.receive(data[:taken], printer.now_ms + 1)
        data = data[taken:]
    printer.advance(LATER)
    assert printer.tickets[0].body.rows == b"\xaa" * 144


def test_more_than_it_accepts_is_lost_and_put_down() -> None:
    printer = VirtualPrinter(Profile(buffer_bytes=45))
    printer.set_fault(Fault.COVER_OPEN, True, 0)
    printer.receive(b"\x00" * 45 + CUT, 0)
    assert printer.errors == ["the receive buffer overran: 4 bytes lost"]
    assert printer.accepts() == 0
    printer.set_fault(Fault.COVER_OPEN, False, 0)
    printer.advance(LATER)
    assert not printer.tickets


def test_near_the_end_of_paper_it_goes_on() -> None:
    printer = midway()
    printer.set_fault(Fault.PAPER_NEAR_END, True, printer.now_ms)
    assert printer.take_answers() == b"\x14\x00\x03\x00"
    assert status(printer) == "16 12 12 1e"
    printer.advance(LATER)
    assert len(printer.tickets) == 1


def test_near_the_end_of_paper_it_stops_if_asked_to() -> None:
    printer = VirtualPrinter(SMALL)
    printer.receive(b"\x1bc4\x03" + PICTURE + CUT, 0)
    printer.set_fault(Fault.PAPER_NEAR_END, True, 10)
    assert status(printer) == "1e 32 12 1e"
    printer.advance(LATER)
    assert not printer.tickets


def test_at_the_end_of_paper_it_stops_and_goes_on_on_a_new_roll() -> None:
    printer = midway()
    printer.set_fault(Fault.PAPER_END, True, printer.now_ms)
    assert printer.take_answers() == b"\x1c\x00\x0f\x00"
    assert status(printer) == "1e 32 12 7e"
    before = rows(printer)
    printer.receive(b"\x1dr\x01", LATER)
    assert printer.take_answers() == b"", "GS r is not obeyed off-line"
    assert rows(printer) == before
    printer.load_roll(LATER)
    printer.advance(2 * LATER)
    torn, slip = printer.tickets
    assert torn.ending is Ending.TORN
    assert slip.body.rows == b"\xff" * (ROWS - before)
    assert printer.take_answers() == b"\x14\x00\x00\x00" + CONFIRMED + b"\x00"


def test_paper_runs_out_by_itself() -> None:
    printer = VirtualPrinter(Profile(width_dots=8, roll_mm=50, near_end_mm=25))
    printer.receive(PICTURE, 0)
    printer.advance(LATER)
    assert rows(printer) == 50 * 8
    assert printer.paper_mm == 0
    assert status(printer) == "1e 32 12 7e"


def test_an_open_cover_at_rest_is_off_line_until_closed() -> None:
    printer = VirtualPrinter(SMALL)
    printer.set_fault(Fault.COVER_OPEN, True, 0)
    assert status(printer) == "1e 16 12 72"
    printer.set_fault(Fault.COVER_OPEN, False, 100)
    assert status(printer) == "16 12 12 12"


def test_a_cover_opened_while_printing_is_an_error_until_closed() -> None:
    printer = midway()
    printer.set_fault(Fault.COVER_OPEN, True, printer.now_ms)
    assert printer.take_answers() == b"\x3c\x40\x0c\x00"
    assert status(printer) == "1e 56 52 72"
    before = rows(printer)
    printer.advance(LATER)
    assert rows(printer) == before
    printer.set_fault(Fault.COVER_OPEN, False, LATER)
    printer.advance(2 * LATER)
    (slip,) = printer.tickets
    assert slip.body.rows == b"\xff" * ROWS


def jammed() -> VirtualPrinter:
    printer = midway()
    printer.set_fault(Fault.CUTTER_JAM, True, printer.now_ms)
    assert printer.take_answers() == b"", "nothing is wrong before the blade moves"
    printer.advance(LATER)
    assert printer.take_answers() == CONFIRMED + b"\x1c\x08\x00\x00"
    assert status(printer) == "1e 52 1a 12"
    assert not printer.tickets
    return printer


def test_a_jammed_cutter_goes_on_when_told_to() -> None:
    printer = jammed()
    printer.set_fault(Fault.CUTTER_JAM, False, LATER)
    assert status(printer) == "1e 52 1a 12", "the host has to say so"
    printer.receive(b"\x10\x05\x01", LATER)
    printer.advance(2 * LATER)
    assert [slip.body.rows for slip in printer.tickets] == [b"\xff" * ROWS]


def test_a_cutter_still_jammed_jams_again() -> None:
    printer = jammed()
    printer.receive(b"\x10\x05\x01", LATER)
    assert status(printer) == "16 12 12 12"
    printer.advance(2 * LATER)
    assert status(printer) == "1e 52 1a 12"
    assert not printer.tickets


@pytest.mark.parametrize("command", [b"\x10\x05\x02", CLEAR])
def test_a_jammed_cutter_may_be_told_to_forget(command: bytes) -> None:
    printer = jammed()
    printer.set_fault(Fault.CUTTER_JAM, False, LATER)
    printer.receive(command, LATER)
    printer.advance(2 * LATER)
    assert status(printer) == "16 12 12 12"
    assert not printer.tickets
    printer.receive(CUT, 2 * LATER)
    printer.advance(3 * LATER)
    assert len(printer.tickets) == 1, "the paper stayed"


def test_a_cutter_may_jam_in_the_middle_of_its_way() -> None:
    printer = midway()
    Script(printer, parse_fault("cutter-jam@during-cut"))
    printer.advance(LATER)
    assert status(printer) == "1e 52 1a 12"
    assert not printer.tickets


def test_without_an_error_there_is_nothing_to_recover_from() -> None:
    printer = midway()
    printer.receive(b"\x10\x05\x02\x10\x05\x01", printer.now_ms)
    printer.advance(LATER)
    assert len(printer.tickets) == 1


def test_a_clear_forgets_what_is_not_printed() -> None:
    printer = midway()
    printer.receive(CLEAR, printer.now_ms)
    before = rows(printer)
    printer.advance(LATER)
    assert printer.take_answers() == b"\x37\x25\x00"
    assert rows(printer) == before
    assert not printer.tickets
    assert not printer.printing


def test_a_hot_head_pauses() -> None:
    printer = midway()
    printer.set_fault(Fault.HEAD_HOT, True, printer.now_ms)
    assert printer.take_answers() == b"\x1c\x40\x00\x00"
    assert status(printer) == "1e 52 52 12"
    printer.advance(LATER)
    assert not printer.tickets
    printer.set_fault(Fault.HEAD_HOT, False, LATER)
    printer.advance(2 * LATER)
    assert len(printer.tickets) == 1


def test_after_an_unrecoverable_error_it_is_dead_until_switched_off() -> None:
    printer = midway()
    printer.set_fault(Fault.UNRECOVERABLE, True, printer.now_ms)
    assert printer.take_answers() == b"\x1c\x20\x00\x00"
    assert status(printer) == "1e 52 32 12"
    printer.receive(b"\x10\x05\x01", LATER)
    assert status(printer) == "1e 52 32 12"
    printer.set_fault(Fault.UNRECOVERABLE, False, LATER)
    assert status(printer) == "1e 52 32 12", "mending takes a power cycle"
    printer.set_fault(Fault.UNRECOVERABLE, True, LATER)
    power_cycle(printer)
    assert status(printer) == "1e 52 32 12", "and a power cycle takes mending"
    printer.set_fault(Fault.UNRECOVERABLE, False, LATER)
    power_cycle(printer)
    assert status(printer) == "16 12 12 12"
    assert not printer.tickets


def power_cycle(printer: VirtualPrinter) -> None:
    now = printer.now_ms
    printer.set_fault(Fault.POWER_OFF, True, now)
    printer.set_fault(Fault.POWER_OFF, False, now + 1000)
    assert not printer.powered
    assert printer.next_ms == now + 1000 + printer.profile.boot_ms
    printer.advance(now + 1000 + printer.profile.boot_ms)
    assert printer.powered


def test_a_power_cycle_loses_memory_and_settings_but_not_the_paper() -> None:
    printer = midway()
    before = rows(printer)
    power_cycle(printer)
    assert rows(printer) == before
    assert not printer.printing
    assert printer.take_answers() == b""
    printer.set_fault(Fault.COVER_OPEN, True, LATER)
    printer.set_fault(Fault.COVER_OPEN, False, LATER)
    assert printer.take_answers() == b"", "status by itself has to be asked for again"
    printer.receive(PICTURE + CUT, LATER)
    printer.advance(2 * LATER)
    (slip,) = printer.tickets
    assert slip.body.rows == b"\xff" * (before + ROWS), "the strip joins the next ticket"


def test_off_and_on_again_while_it_starts_begins_anew() -> None:
    printer = VirtualPrinter(SMALL)
    printer.set_fault(Fault.POWER_OFF, True, 0)
    printer.set_fault(Fault.POWER_OFF, False, 0)
    printer.set_fault(Fault.POWER_OFF, True, 1000)
    printer.set_fault(Fault.POWER_OFF, False, 2000)
    printer.advance(2000 + SMALL.boot_ms - 1)
    assert not printer.powered
    printer.advance(2000 + SMALL.boot_ms)
    assert printer.powered


def test_the_host_may_switch_it_off() -> None:
    printer = midway()
    printer.receive(b"\x10\x14\x02\x01\x08" + PICTURE, printer.now_ms)
    assert not printer.powered
    assert printer.accepts() == 0
    assert not printer.printing, "what came after is lost"


@pytest.mark.parametrize("fault", [Fault.POWER_OFF, Fault.LINK_DOWN])
def test_out_of_reach_bytes_are_lost(fault: Fault) -> None:
    printer = VirtualPrinter(SMALL)
    printer.set_fault(fault, True, 0)
    assert (printer.linked, printer.accepts()) == (False, 0)
    printer.receive(PICTURE + CUT + STATUS, 0)
    printer.set_fault(fault, False, 100)
    printer.advance(LATER)
    assert printer.linked
    assert printer.take_answers() == b""
    assert not printer.tickets


def test_with_the_link_down_it_prints_what_it_has() -> None:
    printer = midway()
    printer.set_fault(Fault.LINK_DOWN, True, printer.now_ms)
    printer.advance(LATER)
    assert len(printer.tickets) == 1
    printer.set_fault(Fault.LINK_DOWN, False, LATER)
    assert printer.take_answers() == b"", "what it said is lost"
    printer.set_fault(Fault.COVER_OPEN, True, LATER)
    assert printer.take_answers() == b"\x3c\x00\x0c\x00", "settings are kept"


def test_a_mute_printer_prints() -> None:
    printer = midway()
    printer.set_fault(Fault.MUTE, True, printer.now_ms)
    printer.receive(STATUS, printer.now_ms)
    printer.advance(LATER)
    assert printer.take_answers() == b""
    assert len(printer.tickets) == 1


def test_a_printer_without_real_time_commands_passes_them_over() -> None:
    printer = midway(Profile(width_dots=8, answers=KINDS["gs-r"]))
    printer.receive(CLEAR + b"\x10\x05\x02" + STATUS, printer.now_ms)
    printer.advance(LATER)
    assert len(printer.tickets) == 1
    assert not printer.errors


def test_a_serial_line_takes_its_time() -> None:
    printer = VirtualPrinter(Profile(width_dots=8, baud=9600, head_to_cutter_dots=0))
    data, sent_ms = PICTURE, 0.0
    while data:
        taken = printer.accepts()
        printer.receive(data[:taken], sent_ms)
        data = data[taken:]
        sent_ms += 10
    printer.advance(LATER)
    assert rows(printer) == ROWS
    assert sent_ms == pytest.approx((ROWS + 8) * 10_000 / 9600 - 256 * 10_000 / 9600, rel=0.1)


def test_a_line_that_turns_slow_and_fast_again() -> None:
    printer = VirtualPrinter(SMALL)
    printer.set_fault(Fault.SLOW_LINE, True, 0)
    printer.receive(PICTURE[:248], 0)
    printer.advance(500)
    assert rows(printer) == 104
    printer.set_fault(Fault.SLOW_LINE, False, 500)
    printer.receive(PICTURE[248:], 500)
    printer.advance(LATER)
    assert rows(printer) == ROWS


@pytest.mark.parametrize("fault", [Fault.POWER_OFF, Fault.LINK_DOWN])
def test_what_was_on_the_wire_is_lost(fault: Fault) -> None:
    printer = VirtualPrinter(Profile(width_dots=8, baud=9600))
    printer.receive(PICTURE[:200], 0)
    printer.set_fault(fault, True, 20)
    printer.set_fault(fault, False, 30)
    printer.advance(LATER)
    assert rows(printer) <= 16


def test_real_time_status_in_the_middle_of_a_picture_becomes_dots() -> None:
    printer = VirtualPrinter(SMALL)
    printer.receive(PICTURE[:100] + b"\x10\x04\x01" + PICTURE[103:] + CUT, 0)
    assert printer.take_answers() == b"\x16"
    printer.advance(LATER)
    assert printer.tickets[0].body.rows[92:95] == b"\x10\x04\x01"
    assert printer.errors == ["real-time command 10 04 01 inside a picture"]


def test_a_clear_hidden_in_a_picture_destroys_it() -> None:
    printer = VirtualPrinter(SMALL)
    printer.receive(PICTURE[:100] + CLEAR + PICTURE[110:] + CONFIRM + CUT, 0)
    printer.advance(LATER)
    assert printer.take_answers() == b"\x37\x25\x00" + CONFIRMED
    assert not printer.tickets
    assert printer.errors == ["a cut after letters of the same line is left out"]


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("stage", Stage)
def test_any_fault_may_come_at_any_stage(fault: Fault, stage: Stage) -> None:
    """And after it is put right and the power was off once, the next ticket comes out whole."""
    printer = VirtualPrinter(SMALL)
    printer.reached = lambda now: printer.set_fault(fault, True) if now is stage else None
    if stage is Stage.BEFORE:
        printer.set_fault(fault, True, 0)
    printer.receive(PICTURE + CONFIRM + CUT, 0)
    printer.advance(LATER)
    printer.reached = lambda now: None
    assert fault in printer.faults
    printer.set_fault(fault, False, LATER)
    power_cycle(printer)
    printer.receive(CUT + PICTURE + CUT, 2 * LATER)
    printer.advance(3 * LATER)
    assert printer.tickets[-1].body.rows == b"\xff" * ROWS
    assert not printer.errors


def test_paper_and_mistakes_can_be_taken_away() -> None:
    printer = VirtualPrinter(SMALL)
    printer.receive(b"\x01" + CUT, 0)
    printer.advance(LATER)
    assert (len(printer.take_slips()), printer.take_errors()) == (1, ["unknown byte 01"])
    assert (printer.take_slips(), printer.take_errors()) == ([], [])


def test_time_does_not_go_back() -> None:
    printer = VirtualPrinter(SMALL)
    printer.advance(100)
    printer.advance(50)
    assert printer.now_ms == 100
