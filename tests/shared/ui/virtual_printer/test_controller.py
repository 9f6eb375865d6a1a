"""The virtual printer's window as people use it, with a real printer behind it."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from shared.printing.address import TcpAddress
from shared.printing.escpos import ticket_bytes
from shared.printing.picture import Picture
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.server import PrinterServer
from shared.ui.virtual_printer.app import MAIN_QML
from shared.ui.virtual_printer.controller import SLIPS_SHOWN, STRIP_ROWS, PrinterController
from shared.ui.virtual_printer.machine_thread import MachineThread
from shared.ui.virtual_printer.paper_images import PaperImages
from tests.qml.screens import Screen, shown

BLACK = Picture(576, 800, b"\xff" * 72 * 800)
FAST = Profile(speed_mm_s=5_000, cut_ms=1, boot_ms=50)
SIZES = [(1280, 900), (960, 675), (1920, 1080), (1280, 720)]


class Bench:
    """A window, the printer behind it, and a host that sends to it."""

    def __init__(self, screen: Screen, machine: MachineThread, port: int, qtbot: QtBot) -> None:
        self.screen = screen
        self.machine = machine
        self._port = port
        self._qtbot = qtbot

    def send(self, data: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self._port)) as host:
            host.sendall(data)

    def until_slips(self, count: int) -> None:
        self._qtbot.waitUntil(lambda: self.machine.seen.slips == count)


@pytest.fixture
def bench(qtbot: QtBot, fonts: None) -> Iterator[Bench]:
    machine = MachineThread(lambda: PrinterServer(FAST, TcpAddress("127.0.0.1", 0)))
    images = PaperImages()
    controller = PrinterController(machine, images, "vi")
    with shown(MAIN_QML, controller, qtbot, {"paper": images}) as screen:
        with qtbot.waitSignal(machine.ready) as ready:
            machine.start()
        yield Bench(screen, machine, int(ready.args[0].rpartition(":")[2]), qtbot)
        machine.stop()
        controller.stop()


def test_a_ticket_lies_in_the_tray_as_it_was_printed(bench: Bench, qtbot: QtBot) -> None:
    bench.screen.shows("state", "Sẵn sàng")
    bench.send(ticket_bytes(BLACK))
    paper = bench.screen.item("slip-1")
    at = paper.mapToScene(paper.boundingRect().center()).toPoint()
    qtbot.waitUntil(lambda: bench.screen.window.grabWindow().pixelColor(at).value() < 40)
    assert "Phiếu 1" in bench.screen.texts()
    bench.screen.shows("mistakes", "Phần mềm chưa gửi lệnh sai nào")


def test_paper_that_is_not_cut_stands_in_the_slot(bench: Bench, qtbot: QtBot) -> None:
    bench.send(ticket_bytes(BLACK)[:-4])
    strip = bench.screen.item("strip")
    qtbot.waitUntil(lambda: strip.height() > strip.width() * 1.5)
    middle = strip.mapToScene(strip.boundingRect().center()).toPoint()
    qtbot.waitUntil(lambda: bench.screen.window.grabWindow().pixelColor(middle).value() < 40)


def test_only_the_end_of_very_long_paper_is_shown(bench: Bench, qtbot: QtBot) -> None:
    bench.send(b"\x1bJ\xff" * 10)
    strip = bench.screen.item("strip")
    longest = strip.width() * STRIP_ROWS / 576
    qtbot.waitUntil(lambda: abs(strip.height() - longest) < 1)


def test_only_the_newest_slips_are_kept(bench: Bench) -> None:
    bench.send(b"\x1dVB\x00" * (SLIPS_SHOWN + 2))
    bench.until_slips(SLIPS_SHOWN + 2)
    bench.screen.shows_somewhere(f"Phiếu {SLIPS_SHOWN + 2}")
    assert bench.screen.item("tray").property("count") == SLIPS_SHOWN


@pytest.mark.parametrize("fault", Fault)
def test_each_fault_has_a_button_that_breaks_and_mends(
    bench: Bench, qtbot: QtBot, fault: Fault
) -> None:
    name = f"fault-{fault.value}"
    broken = bench.screen.text(name)
    bench.screen.press(name)
    qtbot.waitUntil(lambda: fault in bench.machine.seen.faults)
    qtbot.waitUntil(lambda: bench.screen.text(name) != broken)
    bench.screen.press(name)
    qtbot.waitUntil(lambda: fault not in bench.machine.seen.faults)
    bench.screen.shows(name, broken)


def test_a_fault_may_wait_for_the_next_ticket(bench: Bench, qtbot: QtBot) -> None:
    bench.screen.press("at-mid-rows")
    bench.screen.press("fault-cover-open")
    bench.screen.shows("plans", "Ở phiếu tới: Mở nắp – Giữa phiếu")
    assert not bench.machine.seen.faults
    bench.send(ticket_bytes(BLACK))
    bench.screen.shows("state", "Nắp bị mở khi đang in")
    bench.screen.gone("plans")
    bench.screen.press("fault-cover-open")
    bench.until_slips(1)
    bench.screen.shows("state", "Sẵn sàng")


def test_a_plan_can_be_dropped(bench: Bench) -> None:
    bench.screen.press("at-after")
    bench.screen.press("fault-mute")
    bench.screen.item("plans")
    bench.screen.press("fault-mute")
    bench.screen.gone("plans")


def test_paper_pulled_out_with_the_roll_is_named_so(bench: Bench) -> None:
    bench.send(ticket_bytes(BLACK)[:-4])
    bench.screen.press("fault-paper-end")
    bench.screen.shows("state", "Hết giấy")
    bench.screen.press("fault-paper-end")
    bench.screen.shows_somewhere("Giấy in dở 1, rút ra khi thay cuộn")


def test_wrong_commands_are_told(bench: Bench) -> None:
    bench.send(b"\x01\x02")
    bench.screen.shows("mistakes", "Phần mềm đã gửi 2 lệnh sai")
    bench.screen.shows_somewhere("unknown byte 01\nunknown byte 02")


def test_the_other_language(bench: Bench) -> None:
    bench.screen.press("language-en")
    bench.screen.shows("state", "Ready")
    assert "tcp://127.0.0.1:" in bench.screen.text("address")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_layout_holds_when_everything_is_wrong_at_once(
    bench: Bench, qtbot: QtBot, language: str, width: int, height: int
) -> None:
    bench.screen.size(width, height)
    bench.screen.press(f"language-{language}")
    bench.send(b"\x1dv9\x00\x01\x00\x01\x00" * 3 + ticket_bytes(BLACK))
    bench.screen.press("at-before-cut")
    bench.screen.press("fault-head-hot")
    bench.screen.item("plans")
    bench.screen.press("at-during-cut")
    bench.screen.press("fault-unrecoverable")
    bench.screen.press("fault-cutter-jam")
    bench.screen.press("fault-mute")
    bench.screen.press("fault-slow-line")
    bench.screen.press("fault-cover-open")
    bench.screen.press("fault-near-end")
    qtbot.waitUntil(lambda: len(bench.machine.seen.faults) >= 5)
    bench.screen.item("also")
    bench.screen.check_layout()
    assert bench.screen.overlaps() == []
    assert bench.screen.unnamed_controls() == []
