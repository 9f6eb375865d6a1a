"""Following a printer from the command line."""

import threading

import pytest

from shared.domain.devices import PrinterPlan
from shared.printing.memory import Memory
from shared.printing.printer import Printer
from shared.printing.tools import watching
from shared.printing.tools.watching import main, watched
from shared.printing.virtual.faults import Fault
from tests.fakes.printers import ServedPrinter, served


class Steps(threading.Event):
    """Time that does something at each pause, and then stops."""

    def __init__(self, served: ServedPrinter, *faults: tuple[Fault, bool]) -> None:
        super().__init__()
        self.served, self.left = served, list(faults)

    def wait(self, timeout: float | None = None) -> bool:
        if not self.left:
            self.set()
            return True
        self.served.set_fault(*self.left.pop(0))
        return False


def test_every_change_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(watching, "LISTEN_S", 60)
    with served() as virtual:
        printer = Printer(PrinterPlan(virtual.address), Memory(None, virtual.address))
        opened, closed = (Fault.COVER_OPEN, True), (Fault.COVER_OPEN, False)
        assert watched(printer, Steps(virtual, opened, opened, closed)) == 0
    assert capsys.readouterr().out == "ready\nthe cover is open\nready\n"


def test_between_looks_it_listens(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(printer: Printer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Printer, "listen", interrupt)
    with served() as virtual:
        assert main(["--printer", virtual.address]) == 0
    assert capsys.readouterr().out == "ready\n\n"


def test_what_is_no_address_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--printer", "printer"]) == 2
    assert "begins with tcp:" in capsys.readouterr().err
