"""The ways to a printer, all behind one function: open, write everything in time, close.

Each raises PrinterUnreachable within its time limits; nothing hangs. What the printer
answers is not read yet.
"""

from shared.printing.address import Address, FileAddress, SerialAddress, TcpAddress, UsbAddress
from shared.printing.transports import device_file, serial_line, tcp, usb_bulk
from shared.printing.transports.errors import PrinterUnreachable

__all__ = ["PrinterUnreachable", "send"]


def send(address: Address, data: bytes) -> None:
    """Write all bytes to a printer; raises PrinterUnreachable."""
    match address:
        case TcpAddress():
            tcp.send(address, data)
        case SerialAddress():
            serial_line.send(address, data)
        case UsbAddress():
            usb_bulk.send(address, data)
        case FileAddress():
            device_file.send(address, data)
