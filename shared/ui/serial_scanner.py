"""A barcode scanner on a serial line (``/dev/ttyACM0``, ``COM3``); comes and goes as it likes.

Read in a thread of its own; each code arrives in the GUI thread as a signal.
"""

import argparse
import logging
import re
import threading
from collections.abc import Callable

import serial
from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)

LISTEN_S = 0.2
AGAIN_S = 2.0
LONGEST_BYTES = 4096
"""What has no end after so much is no code."""

_END = re.compile(rb"[\r\n]+")


def add_scanner(parser: argparse.ArgumentParser) -> None:
    """Add the options that name a scanner."""
    parser.add_argument("--scanner", metavar="DEVICE", help="a scanner on a serial line, if any")
    parser.add_argument("--scanner-baud", type=int, default=9600, metavar="BAUD")


def scanner_of(
    options: argparse.Namespace, scanned: Callable[[str], None]
) -> "SerialScanner | None":
    """Return the scanner that the options name, listening; None if they name none.

    ``scanned`` is a slot of an object of the GUI thread, and gets every code there.
    """
    if not options.scanner:
        return None
    scanner = SerialScanner(options.scanner, options.scanner_baud)
    scanner.scanned.connect(scanned)
    scanner.start()
    return scanner


class SerialScanner(QObject):
    """Tells every code that the scanner reads."""

    scanned = Signal(str)

    def __init__(self, device: str, baud: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._baud = baud
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="scanner", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join(timeout=10)

    def _work(self) -> None:
        here = True
        while not self._stop.is_set():
            try:
                with serial.serial_for_url(self._device, self._baud, timeout=LISTEN_S) as line:
                    log.info("the scanner is here")
                    here = True
                    self._listen(line)
            except (serial.SerialException, OSError) as error:
                if here:
                    log.warning("no scanner at %s: %s", self._device, error)
                here = False
                self._stop.wait(AGAIN_S)

    def _listen(self, line: serial.Serial) -> None:
        waiting = b""
        while not self._stop.is_set():
            waiting += line.read(max(1, line.in_waiting))
            *codes, waiting = _END.split(waiting)
            waiting = waiting[-LONGEST_BYTES:]
            for code in codes:
                text = code.decode("ascii", errors="ignore").strip()
                if text:
                    self.scanned.emit(text)
