"""Device files such as /dev/usb/lp0, and plain files; never blocks on a sulking printer.

The kernel's usblp driver hands bytes both ways and answers EAGAIN while the printer is
off-line, which is as good as a full buffer.
"""

import errno
import os
import select
import time
from pathlib import Path

from shared.printing.address import FileAddress
from shared.printing.status import Trouble
from shared.printing.transports.link import PrinterUnreachable

READ_BYTES = 4096
WRITE_BYTES = 8192
DEVICES = "/dev/"
NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Windows has no non-blocking files, but needs to be told that these are bytes."""

POLL_S = 0.01
ROOM_S = 0.05
NOT_READABLE = (errno.EINVAL, errno.EBADF)


class FileLink:
    """An open device, FIFO or plain file; plain ones grow at their end and never answer."""

    shared = False

    def __init__(self, address: FileAddress) -> None:
        """Open for both directions if it is a device that takes both."""
        self._path = address.path
        self._idle = False
        try:
            self._handle, self.answers = _opened(address.path)
        except OSError as error:
            raise self._failed(error) from error

    def read(self) -> bytes:
        """Return what the device said."""
        if not self.answers:
            return b""
        try:
            data = os.read(self._handle, READ_BYTES)
        except BlockingIOError:
            return b""
        except OSError as error:
            if error.errno in NOT_READABLE:
                self.answers = False  # a printer that speaks one way only
                return b""
            raise self._failed(error) from error
        self._idle = not data  # some say that they say nothing, for as long as they are asked
        return data

    def write(self, data: bytes) -> int:
        """Hand bytes to the driver."""
        try:
            return os.write(self._handle, data[:WRITE_BYTES])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise self._failed(error) from error

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Wait for either direction."""
        reads = [self._handle] if self.answers and not self._idle else []
        if not reads and not to_write:
            time.sleep(min(timeout_s, POLL_S))
            return
        # Not every driver wakes who waits for room; so nobody waits for it long.
        longest_s = min(timeout_s, ROOM_S) if to_write else timeout_s
        select.select(reads, [self._handle] if to_write else [], [], longest_s)

    def close(self, *, at_once: bool) -> None:
        """Close; the driver keeps nothing."""
        os.close(self._handle)

    def _failed(self, error: OSError) -> PrinterUnreachable:
        busy = error.errno == errno.EBUSY
        trouble = Trouble.BUSY if busy else Trouble.AWAY
        return PrinterUnreachable(f"{self._path}: {error.strerror}", trouble)


def _opened(path: str) -> tuple[int, bool]:
    """Return the handle, and whether it can be read."""
    if Path(path).is_char_device():
        return os.open(path, os.O_RDWR | NON_BLOCKING), True
    # A file made under /dev would stand in the way of the printer when it is plugged in again.
    create = 0 if path.startswith(DEVICES) else os.O_CREAT
    return os.open(path, os.O_WRONLY | os.O_APPEND | create | NON_BLOCKING, 0o644), False
