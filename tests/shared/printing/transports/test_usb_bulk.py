"""USB printers; without one here, that there is none must be said, not hung on."""

import pytest

from shared.printing.address import UsbAddress
from shared.printing.transports import PrinterUnreachable, send


def test_no_such_printer_is_told() -> None:
    with pytest.raises(PrinterUnreachable, match=r"no USB device 04b8:ffff|libusb"):
        send(UsbAddress(0x04B8, 0xFFFF), b"x")
