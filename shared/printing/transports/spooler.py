"""Printers behind the Windows spooler, as raw bytes; nothing comes back, so they are mute.

One link is one document. Elsewhere than on Windows there is no spooler, and opening says so.
"""

import ctypes
import sys
import time
from typing import Any

from shared.printing.address import SpoolerAddress
from shared.printing.transports.link import PrinterUnreachable

POLL_S = 0.05


class _Document(ctypes.Structure):
    """DOC_INFO_1W of winspool."""

    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("file", ctypes.c_wchar_p),
        ("data_type", ctypes.c_wchar_p),
    )


class SpoolerLink:
    """A document on its way to a Windows printer."""

    shared = True
    answers = False

    def __init__(self, address: SpoolerAddress) -> None:
        """Open the printer; its document begins with the first byte."""
        self._name = address.name
        self._handle = ctypes.c_void_p()
        self._spooler = _spooler()
        self._begun = False
        self._do("OpenPrinterW", address.name, ctypes.byref(self._handle), None)

    def read(self) -> bytes:
        """Return nothing: the spooler tells nothing."""
        return b""

    def write(self, data: bytes) -> int:
        """Hand bytes to the spooler."""
        if not self._begun:
            document = _Document("motcua", None, "RAW")
            self._do("StartDocPrinterW", self._handle, 1, ctypes.byref(document))
            self._begun = True
        taken = ctypes.c_ulong()
        self._do("WritePrinter", self._handle, data, len(data), ctypes.byref(taken))
        return taken.value

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Let time pass."""
        time.sleep(min(timeout_s, POLL_S))

    def close(self, *, at_once: bool) -> None:
        """End the document, or take it back."""
        if self._begun and at_once:
            self._spooler.AbortPrinter(self._handle)
        elif self._begun:
            self._spooler.EndDocPrinter(self._handle)
        self._spooler.ClosePrinter(self._handle)

    def _do(self, function: str, *arguments: Any) -> None:
        if not getattr(self._spooler, function)(*arguments):
            raise PrinterUnreachable(f"{self._name}: {function} was refused by Windows")


def _spooler() -> Any:
    if sys.platform != "win32":
        raise PrinterUnreachable("only Windows has a spooler")
    return ctypes.WinDLL("winspool.drv", use_last_error=True)
