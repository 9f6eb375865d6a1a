"""Printers on a serial line; hardware or XON/XOFF flow control, or none.

DTR/DSR, which many printers speak, no system drives by itself: wire the printer's DTR to this
side's CTS and use rtscts.
"""

import select
import sys
import time
from contextlib import suppress
from typing import Any

import serial

from shared.printing.address import SerialAddress
from shared.printing.status import Trouble
from shared.printing.transports.link import PrinterUnreachable

WRITE_BYTES = 256
"""Little at a time, so that what is counted as sent has nearly left."""

POLL_S = 0.01
ROOM_S = 0.05
PULLED_OUT: tuple[type[Exception], ...] = (serial.SerialException, OSError)
"""What closing a line that is no longer there may raise."""

if sys.platform != "win32":
    import termios

    PULLED_OUT += (termios.error,)


class SerialLink:
    """An open serial line, held for ourselves alone."""

    shared = False
    answers = True

    def __init__(self, address: SerialAddress) -> None:
        """Open the line; one that somebody else holds is busy."""
        self._device = address.device
        try:
            self._line: Any = serial.Serial(
                address.device,
                address.baud,
                rtscts=address.flow == "rtscts",
                xonxoff=address.flow == "xonxoff",
                timeout=0,
                write_timeout=0,
                exclusive=None if sys.platform == "win32" else True,
            )
        except (serial.SerialException, OSError, ValueError) as error:
            busy = "exclusively lock" in str(error)
            trouble = Trouble.BUSY if busy else Trouble.AWAY
            raise PrinterUnreachable(f"{address.device}: {error}", trouble) from error

    def read(self) -> bytes:
        """Return what has arrived."""
        try:
            return bytes(self._line.read(self._line.in_waiting or 1))
        except (serial.SerialException, OSError) as error:
            raise PrinterUnreachable(f"{self._device}: {error}") from error

    def write(self, data: bytes) -> int:
        """Hand a few bytes to the system's buffer, if it takes any."""
        try:
            # Without room, pyserial would ask again and again until there is some.
            return int(self._line.write(data[:WRITE_BYTES])) if self._has_room() else 0
        except (serial.SerialException, OSError) as error:
            raise PrinterUnreachable(f"{self._device}: {error}") from error

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Wait for either direction."""
        if sys.platform == "win32":
            time.sleep(min(timeout_s, POLL_S))
        else:
            # Not every driver wakes who waits for room; so nobody waits for it long.
            longest_s = min(timeout_s, ROOM_S) if to_write else timeout_s
            handle = self._line.fileno()
            select.select([handle], [handle] if to_write else [], [], longest_s)

    def close(self, *, at_once: bool) -> None:
        """Close; ``at_once`` because a stopped line would hold the close up for half a minute."""
        if at_once:
            with suppress(*PULLED_OUT):
                self._line.reset_output_buffer()
        with suppress(*PULLED_OUT):
            self._line.close()

    def _has_room(self) -> bool:
        if sys.platform == "win32":
            return bool(self._line.out_waiting == 0)
        return bool(select.select([], [self._line.fileno()], [], 0)[1])
