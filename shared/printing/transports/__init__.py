"""The ways to a printer, all behind one door: ``open_link``, then read, write, wait, close.

Each in a module of its own; what fails, fails as PrinterUnreachable, within its time.
"""

from shared.printing.address import (
    Address,
    FileAddress,
    SerialAddress,
    SpoolerAddress,
    TcpAddress,
    UsbAddress,
)
from shared.printing.transports.device_file import FileLink
from shared.printing.transports.link import Link, PrinterUnreachable
from shared.printing.transports.serial_line import SerialLink
from shared.printing.transports.spooler import SpoolerLink
from shared.printing.transports.tcp import TcpLink
from shared.printing.transports.usb_bulk import UsbLink

__all__ = ["Link", "PrinterUnreachable", "open_link"]


def open_link(address: Address) -> Link:
    """Open the way to a printer; raises PrinterUnreachable."""
    match address:
        case TcpAddress():
            return TcpLink(address)
        case SerialAddress():
            return SerialLink(address)
        case UsbAddress():
            return UsbLink(address)
        case FileAddress():
            return FileLink(address)
        case SpoolerAddress():
            return SpoolerLink(address)
