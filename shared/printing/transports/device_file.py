"""Device files such as /dev/usb/lp0, and plain files; never blocks on a sulking printer."""

import os
import select

from shared.printing.address import FileAddress
from shared.printing.transports.errors import STALLED_S, PrinterUnreachable

NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Windows has no non-blocking files, but needs to be told that these are bytes."""


def send(address: FileAddress, data: bytes) -> None:
    """Write everything, waiting while the device is busy."""
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | NON_BLOCKING
        handle = os.open(address.path, flags, 0o644)
        try:
            _write_all(handle, memoryview(data))
        finally:
            os.close(handle)
    except OSError as error:
        raise PrinterUnreachable(f"{address.path}: {error}") from error


def _write_all(handle: int, view: memoryview) -> None:
    while view:
        try:
            view = view[os.write(handle, view) :]
        except BlockingIOError:
            _, ready, _ = select.select([], [handle], [], STALLED_S)
            if not ready:
                raise PrinterUnreachable("the printer takes nothing any more") from None
