"""Slips through the system's own wires: sockets and terminals, pulled out and plugged in again."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.domain.devices import PrinterPlan
from shared.domain.slips import PrintOutcome
from shared.printing.memory import Memory
from shared.printing.picture import Paper, Picture
from shared.printing.printer import Printer
from shared.printing.status import Trouble
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.listening import PtyAddress
from shared.printing.virtual.profile import Profile
from tests.fakes.printers import ANY_PORT, ServedPrinter, served

BAUD = 115_200
PATIENCE_S = 20


def slip(paper: Paper) -> Picture:
    """Return more dots than a terminal holds, so that it fills and empties on the way."""
    rows = 320
    return Picture(576, rows, (b"\xa5" * 71 + b"\x81") * rows)


def until(printer: Printer, trouble: Trouble | None) -> None:
    """Look until the printer is so."""
    deadline = time.monotonic() + PATIENCE_S
    printer.look()
    while printer.now.trouble is not trouble:
        assert time.monotonic() < deadline, printer.now
        printer.look()


@pytest.fixture(params=["network", "serial"])
def wired(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServedPrinter]:
    serial = request.param == "serial"
    profile = Profile(speed_mm_s=10_000, cut_ms=1, boot_ms=50, baud=BAUD if serial else None)
    listen = PtyAddress(str(tmp_path / "printer"), BAUD) if serial else ANY_PORT
    with served(profile, listen) as printer:
        yield printer


def test_a_slip_comes_out_whole_before_and_after_the_cable_was_out(wired: ServedPrinter) -> None:
    printer = Printer(PrinterPlan(wired.address), Memory(None, wired.address))
    assert printer.print(slip).outcome is PrintOutcome.PRINTED
    assert wired.slip().body == slip(printer.paper)
    wired.set_fault(Fault.LINK_DOWN, True)
    until(printer, Trouble.BUSY if wired.address.startswith("tcp") else Trouble.AWAY)
    wired.set_fault(Fault.LINK_DOWN, False)
    until(printer, None)
    assert printer.print(slip).outcome is PrintOutcome.PRINTED
    assert wired.slip().body == slip(printer.paper)
    printer.close()
