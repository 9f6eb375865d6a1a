"""The Windows spooler; an object stands where winspool would, on whatever system this is."""

import ctypes
import sys
from typing import Any

import pytest

from shared.printing.address import SpoolerAddress
from shared.printing.transports import PrinterUnreachable, open_link, spooler

ADDRESS = SpoolerAddress("EPSON TM-T82 Receipt")


class Winspool:
    """Notes what it is told; refuses the function named ``refuses``."""

    def __init__(self, refuses: str = "") -> None:
        self.told: list[str] = []
        self.data = b""
        self.refuses = refuses

    def __getattr__(self, function: str) -> Any:
        def call(*arguments: Any) -> int:
            self.told.append(function)
            if function == "WritePrinter":
                self.data += arguments[1]
                ctypes.cast(arguments[3], ctypes.POINTER(ctypes.c_ulong))[0] = arguments[2]
            return int(function != self.refuses)

        return call


@pytest.fixture
def winspool(monkeypatch: pytest.MonkeyPatch) -> Winspool:
    winspool = Winspool()
    monkeypatch.setattr(spooler, "_spooler", lambda: winspool)
    return winspool


def test_a_job_is_one_raw_document(winspool: Winspool) -> None:
    link = open_link(ADDRESS)
    assert not link.answers
    assert link.read() == b""
    assert link.write(b"one") + link.write(b"two") == 6
    link.wait(0.001, to_write=False)
    link.close(at_once=False)
    assert winspool.data == b"onetwo"
    assert winspool.told == [
        "OpenPrinterW", "StartDocPrinterW", "WritePrinter", "WritePrinter", "EndDocPrinter",
        "ClosePrinter",
    ]  # fmt: skip


def test_a_look_leaves_no_document(winspool: Winspool) -> None:
    open_link(ADDRESS).close(at_once=False)
    assert winspool.told == ["OpenPrinterW", "ClosePrinter"]


def test_what_has_not_left_can_be_taken_back(winspool: Winspool) -> None:
    link = open_link(ADDRESS)
    link.write(b"one")
    link.close(at_once=True)
    assert winspool.told[-2:] == ["AbortPrinter", "ClosePrinter"]


def test_what_windows_refuses_is_told(winspool: Winspool) -> None:
    winspool.refuses = "OpenPrinterW"
    with pytest.raises(PrinterUnreachable, match="TM-T82"):
        open_link(ADDRESS)


@pytest.mark.skipif(sys.platform == "win32", reason="there is a spooler")
def test_elsewhere_there_is_no_spooler() -> None:
    with pytest.raises(PrinterUnreachable, match="only Windows"):
        open_link(ADDRESS)
