"""One printer over its days: what is known of it, how much paper is left, what was left in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.devices import Answers, Cut, PrinterPlan, PrinterProfile
from shared.domain.slips import PrintOutcome, Proof
from shared.printing import printer as module
from shared.printing.address import Address
from shared.printing.asking import Abilities
from shared.printing.memory import Memory
from shared.printing.picture import Paper, Picture
from shared.printing.printer import (
    LATEST_LOOK_MS,
    LOOK_MS,
    MUTE_MS,
    SOONEST_LOOK_MS,
    TROUBLED_LOOK_MS,
    Printer,
    steady_ms,
)
from shared.printing.status import Trouble
from shared.printing.transports import Link, PrinterUnreachable
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.mechanism import Ending
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import KINDS, Profile
from tests.shared.printing.scene import ROWS, Kind, Scene, slip_picture

USB, NETWORK = "usb://04b8:0e15", "tcp://printer"


def scene_of(answers: str = "full", address: str = USB, **profile: float) -> Scene:
    made = Profile(answers=KINDS[answers], **profile)  # type: ignore[arg-type]  # its own fields
    buffer_bytes = 64 * 1024 if address == NETWORK else 0
    return Scene(Kind("x", lambda: VirtualPrinter(made), address, buffer_bytes))


def printer_of(scene: Scene, memory: Memory | None = None, **profile: object) -> Printer:
    """Return another program's view of the scene's printer."""
    plan = PrinterPlan(scene.kind.address, profile=PrinterProfile(**profile))  # type: ignore[arg-type]  # its own fields
    return Printer(plan, memory or Memory(None, "x"), scene.clock, scene._open)


def one(paper: Paper) -> Picture:
    return slip_picture("A001", marked=False)


def test_it_is_known_before_anybody_needs_it() -> None:
    printer = scene_of().printer
    assert not printer.now.looked
    printer.look()
    assert printer.now.ready
    assert printer.now.can == Abilities(True, True, True, True)
    assert printer.next_look_ms == LOOK_MS


def test_a_network_printer_is_let_go_at_rest_others_are_kept() -> None:
    for address, kept in ((NETWORK, False), (USB, True)):
        printer = scene_of(address=address).printer
        printer.look()
        assert printer.is_open is kept
        printer.print(one)
        assert printer.is_open is kept
        printer.close()
        assert not printer.is_open


def test_the_first_print_may_come_before_the_first_look() -> None:
    scene = scene_of()
    assert scene.printer.print(one).proof is Proof.PROCESS_ID
    broken = scene_of()
    broken.fault(Fault.COVER_OPEN, True)
    ended = broken.printer.print(one)
    assert (ended.outcome, ended.trouble) == (PrintOutcome.NOT_SENT, Trouble.COVER_OPEN)


def test_what_it_says_by_itself_is_heard_at_rest() -> None:
    scene = scene_of()
    scene.printer.listen()
    scene.printer.look()
    scene.fault(Fault.COVER_OPEN, True)
    scene.printer.listen()
    assert scene.printer.now.trouble is Trouble.COVER_OPEN
    assert scene.printer.next_look_ms == TROUBLED_LOOK_MS
    scene.fault(Fault.COVER_OPEN, False)
    scene.printer.listen()
    assert scene.printer.now.ready


def test_a_word_that_comes_in_two_parts_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = scene_of()
    scene.printer.look()
    scene.fault(Fault.COVER_OPEN, True)
    word = scene.virtual.take_answers()
    link = scene.printer._link
    assert link is not None
    for part in (word[:2], word[2:]):
        said = iter([part])
        monkeypatch.setattr(link, "read", lambda said=said: next(said, b""))
        scene.printer.listen()
    assert scene.printer.now.trouble is Trouble.COVER_OPEN


def test_a_printer_that_is_away_is_looked_for_less_and_less_often() -> None:
    scene = scene_of()
    scene.fault(Fault.LINK_DOWN, True)
    pauses = []
    for _ in range(8):
        scene.printer.look()
        pauses.append(scene.printer.next_look_ms)
    assert pauses[:3] == [SOONEST_LOOK_MS, 2 * SOONEST_LOOK_MS, 4 * SOONEST_LOOK_MS]
    assert pauses[-1] == LATEST_LOOK_MS
    assert scene.printer.now.trouble is Trouble.AWAY
    scene.fault(Fault.LINK_DOWN, False)
    scene.printer.look()
    assert scene.printer.now.ready
    assert scene.printer.next_look_ms == LOOK_MS


def test_nothing_is_sent_to_a_printer_that_is_away() -> None:
    scene = scene_of()
    scene.printer.look()
    scene.fault(Fault.POWER_OFF, True)
    ended = scene.printer.print(one)
    assert (ended.outcome, ended.trouble) == (PrintOutcome.NOT_SENT, Trouble.AWAY)
    assert scene.printer.print(one).trouble is Trouble.AWAY


@pytest.mark.parametrize(("address", "trouble"), [(NETWORK, Trouble.BUSY), (USB, Trouble.SILENT)])
def test_a_known_printer_that_is_silent_is_busy_or_off_never_mute(
    address: str, trouble: Trouble
) -> None:
    scene = scene_of(address=address)
    scene.printer.look()
    scene.fault(Fault.MUTE, True)
    for _ in range(2):
        scene.printer.look()
    assert scene.printer.now.trouble is trouble
    assert scene.printer.now.can.process_id


def test_a_printer_that_has_answered_once_is_known_after_a_restart(tmp_path: Path) -> None:
    scene = scene_of("gs-r")
    printer_of(scene, Memory(tmp_path, "x")).look()
    scene.fault(Fault.MUTE, True)
    again = printer_of(scene, Memory(tmp_path, "x"))
    again.look()
    assert again.now.trouble is Trouble.SILENT


def test_another_printer_in_its_place_is_found_out() -> None:
    scene = scene_of("full")
    scene.printer.look()
    scene.virtual = VirtualPrinter(Profile(answers=KINDS["clone"]), scene.clock.now_ms)
    scene.printer.close()
    assert scene.printer.print(one).trouble is Trouble.SILENT
    scene.printer.look()
    assert scene.printer.now.can == Abilities(real_time=True, in_turn=True)
    assert scene.printer.print(one).proof is Proof.RESPONSE


def test_one_that_fell_silent_for_good_stays_known() -> None:
    scene = scene_of("gs-r")
    scene.printer.look()
    scene.fault_at(Fault.MUTE, Stage.MID_ROWS, None)
    assert scene.printer.print(one).trouble is Trouble.SILENT
    for _ in range(2):
        scene.printer.look()
        assert scene.printer.now.trouble is Trouble.SILENT
        assert scene.printer.now.can == Abilities(in_turn=True)


def test_a_mute_printer_is_asked_again_once_it_has_rested() -> None:
    scene = scene_of("mute")
    scene.printer.look()
    assert scene.printer.now.can.mute
    scene.virtual = VirtualPrinter(Profile(), scene.clock.now_ms)
    scene.printer.close()
    scene.printer.look()
    assert scene.printer.now.can.mute
    scene.advance(scene.clock.now_ms + MUTE_MS)
    scene.printer.look()
    assert scene.printer.now.can.process_id


def test_a_printer_is_asked_only_what_its_profile_allows() -> None:
    printer = printer_of(scene_of(), may_answer=(Answers.IN_TURN,))
    printer.look()
    assert printer.now.can == Abilities(in_turn=True)


class OneWay:
    """A link that nothing comes back on, as to a spooler."""

    shared, answers = False, False

    def __init__(self) -> None:
        self.data = b""

    def read(self) -> bytes:
        return b""

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        self.now_ms = getattr(self, "now_ms", 0.0) + timeout_s * 1000

    def close(self, *, at_once: bool) -> None:
        self.closed = True


def test_where_nothing_can_come_back_nothing_is_asked() -> None:
    link = OneWay()
    link.now_ms = 0.0
    plan = PrinterPlan(USB)
    printer = Printer(plan, Memory(None, "x"), lambda: int(link.now_ms), lambda address: link)
    printer.look()
    assert link.data == b""
    assert printer.now.can.mute
    assert printer.print(one).proof is Proof.ASSUMED
    printer.listen()


def test_paper_near_its_end_is_counted_off_until_a_slip_might_end_half() -> None:
    scene = scene_of()
    printer = printer_of(scene, near_end_mm=130)
    scene.fault(Fault.PAPER_NEAR_END, True)
    printer.look()
    assert printer.now.slips_left == 1
    assert printer.now.ready
    for left in (75, 20):
        assert printer.print(one).outcome is PrintOutcome.PRINTED
        printer.look()
        assert printer.now.slips_left == left // (ROWS // 8 + 15)
    assert printer.now.trouble is Trouble.PAPER_LOW
    ended = printer.print(one)
    assert (ended.outcome, ended.trouble) == (PrintOutcome.NOT_SENT, Trouble.PAPER_LOW)
    scene.fault(Fault.PAPER_NEAR_END, False)
    printer.look()
    assert printer.now.slips_left is None
    assert printer.print(one).outcome is PrintOutcome.PRINTED


def test_the_count_outlives_a_restart(tmp_path: Path) -> None:
    scene = scene_of()
    scene.fault(Fault.PAPER_NEAR_END, True)
    first = printer_of(scene, Memory(tmp_path, "x"), near_end_mm=250)
    first.look()
    first.print(one)
    again = printer_of(scene, Memory(tmp_path, "x"), near_end_mm=250)
    again.look()
    assert again.now.slips_left == (250 - ROWS // 8 - 15) // 120


def test_a_killed_program_leaves_no_stub_on_the_next_slip(tmp_path: Path) -> None:
    scene = scene_of()
    printer = printer_of(scene, Memory(tmp_path, "x"))
    printer.look()

    def killed(stage: Stage) -> None:
        if stage is Stage.MID_ROWS:
            raise KeyboardInterrupt

    scene.virtual.reached = killed
    with pytest.raises(KeyboardInterrupt):
        printer.print(one)
    scene.virtual.reached = lambda stage: None
    again = printer_of(scene, Memory(tmp_path, "x"))
    again.look()
    assert again.print(lambda paper: slip_picture("A002", False)).proof is Proof.PROCESS_ID
    stub, slip = scene.virtual.tickets
    assert b"A001" in stub.picture.rows
    assert b"A001" not in slip.picture.rows
    assert scene.whole_slips("A002", marked=False) == 1
    assert scene.virtual.errors == []


def test_each_printer_ends_its_slips_in_its_own_way() -> None:
    ways = {Cut.PARTIAL: Ending.PARTIAL, Cut.FULL: Ending.CUT}
    for cut, ending in ways.items():
        scene = scene_of()
        printer_of(scene, cut=cut).print(one)
        assert [slip.ending for slip in scene.virtual.tickets] == [ending]
    scene = scene_of()
    assert printer_of(scene, cut=Cut.NONE).print(one).outcome is PrintOutcome.PRINTED
    assert scene.virtual.tickets == []
    assert scene.virtual.uncut.height > ROWS


@pytest.mark.parametrize(
    ("address", "paper"),
    [
        ("serial:///dev/ttyS0?baud=19200", Paper(576, compact=True)),
        ("serial:///dev/ttyS0?baud=38400", Paper(576)),
        (NETWORK, Paper(576)),
    ],
)
def test_a_slow_line_gets_a_smaller_ticket(address: str, paper: Paper) -> None:
    assert Printer(PrinterPlan(address), Memory(None, address)).paper == paper


def test_a_printer_that_nobody_lets_in_is_what_the_way_says() -> None:
    def refuse(address: object) -> OneWay:
        raise PrinterUnreachable("refused", Trouble.BUSY)

    printer = Printer(PrinterPlan(NETWORK), Memory(None, "x"), open_=refuse)
    printer.look()
    assert printer.now.trouble is Trouble.BUSY
    assert printer.print(one).trouble is Trouble.BUSY


def test_a_known_printer_may_be_busy_for_a_moment() -> None:
    scene = scene_of(address=NETWORK)
    scene.printer.look()
    scene.fault(Fault.MUTE, True)
    scene.printer.look()
    assert scene.printer.now.ready
    assert scene.printer.next_look_ms == SOONEST_LOOK_MS
    scene.printer.look()
    assert scene.printer.now.trouble is Trouble.BUSY


def test_what_it_said_while_printing_stands_as_long_as_it_takes_nothing() -> None:
    scene = scene_of(address=NETWORK)
    scene.printer.look()
    scene.fault_at(Fault.PAPER_END, Stage.MID_ROWS, None)
    assert scene.printer.print(one).trouble is Trouble.PAPER_END
    scene.fault(Fault.MUTE, True)
    for _ in range(5):
        scene.printer.look()
        assert scene.printer.now.trouble is Trouble.PAPER_END
        assert scene.printer.next_look_ms <= TROUBLED_LOOK_MS, "a new roll is soon seen"


class PutsOut(OneWay):
    """Lets us in, says what it has to say once it is asked, and breaks off."""

    shared = answers = True

    def __init__(self, says: bytes) -> None:
        self.data = b""
        self.says = says

    def read(self) -> bytes:
        said, self.says = (self.says, b"") if self.data else (b"", self.says)
        if self.data and not said:
            raise PrinterUnreachable("reset")
        return said


@pytest.mark.parametrize(
    ("says", "known", "trouble"),
    [
        (b"", None, Trouble.BUSY),
        (b"", Fault.PAPER_END, Trouble.PAPER_END),
        (b"\x16", None, Trouble.AWAY),
        (b"\x16", Fault.PAPER_END, Trouble.AWAY),
    ],
)
def test_one_that_puts_us_out_without_a_word_is_still_there(
    says: bytes, known: Fault | None, trouble: Trouble
) -> None:
    scene = scene_of(address=NETWORK)
    ways: list[Callable[[Address], Link]] = [scene._open]
    printer = Printer(
        PrinterPlan(NETWORK), Memory(None, "x"), scene.clock, lambda address: ways[-1](address)
    )
    if known is not None:
        scene.fault(known, True)
    printer.look()
    ways.append(lambda address: PutsOut(says))
    for _ in range(2):
        printer.look()
    assert printer.now.trouble is trouble


def test_answers_of_an_earlier_time_are_not_taken_for_new_ones() -> None:
    scene = scene_of()
    scene.printer.look()
    scene.printer.close()
    scene.virtual.receive(b"\x10\x04\x04" * 3, scene.clock.now_ms)
    scene.fault(Fault.COVER_OPEN, True)
    scene.printer.look()
    assert scene.printer.now.trouble is Trouble.COVER_OPEN


def test_the_clock_is_steady() -> None:
    assert module.steady_ms is steady_ms
    assert steady_ms() <= steady_ms()
