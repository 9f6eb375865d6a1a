"""The printer beside the window: what happens there is told here."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from shared.printing.address import TcpAddress
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.script import ScriptedFault
from shared.printing.virtual.server import PrinterServer
from shared.ui.virtual_printer.machine_thread import MachineThread

FAST = Profile(width_dots=8, speed_mm_s=10_000, cut_ms=1)
TICKET = b"\x1dv0\x00\x01\x00\x10\x00" + b"\xff" * 16 + b"\x1dVB\x00"


@pytest.fixture
def machine(qtbot: QtBot) -> Iterator[MachineThread]:
    machine = MachineThread(lambda: PrinterServer(FAST, TcpAddress("127.0.0.1", 0)))
    yield machine
    machine.stop()


def test_a_ticket_is_told(machine: MachineThread, qtbot: QtBot) -> None:
    with qtbot.waitSignal(machine.ready) as ready:
        machine.start()
    port = int(ready.args[0].rpartition(":")[2])
    with (
        qtbot.waitSignal(machine.took) as took,
        socket.create_connection(("127.0.0.1", port)) as host,
    ):
        host.sendall(TICKET)
    assert took.args[0].body.rows == b"\xff" * 16
    qtbot.waitUntil(lambda: machine.seen.slips == 1)
    qtbot.waitUntil(lambda: machine.strip.height == FAST.head_to_cutter_dots)


def test_faults_now_and_later(machine: MachineThread, qtbot: QtBot) -> None:
    with qtbot.waitSignal(machine.ready):
        machine.start()
    later = ScriptedFault(Fault.MUTE, Stage.AFTER)
    machine.set_fault(Fault.COVER_OPEN, True)
    machine.plan(later)
    qtbot.waitUntil(lambda: machine.seen.planned == (later,))
    assert machine.seen.faults == {Fault.COVER_OPEN}
    machine.forget(Fault.MUTE)
    qtbot.waitUntil(lambda: machine.seen.planned == ())


def test_where_hosts_cannot_be_let_in_it_is_told(qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = TcpAddress("127.0.0.1", taken.getsockname()[1])
        machine = MachineThread(lambda: PrinterServer(FAST, address))
        with qtbot.waitSignal(machine.failed) as failed:
            machine.start()
        assert "in use" in failed.args[0]
        machine.stop()


def test_what_never_began_can_be_stopped(machine: MachineThread) -> None:
    machine.stop()
