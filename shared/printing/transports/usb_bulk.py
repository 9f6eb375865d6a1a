"""Printers on USB through pyusb, where the kernel has no driver for them or lets go of it.

Endpoints are looked for, as clones number them otherwise. The device is never reset: that
would throw away what it prints.
"""

import errno
import time
from typing import Any

import usb.core
import usb.util

from shared.printing.address import UsbAddress
from shared.printing.status import Trouble
from shared.printing.transports.link import PrinterUnreachable

PRINTER_CLASS = 7
WRITE_BYTES = 4096
WRITE_MS = 50
READ_MS = 1
POLL_S = 0.01


class UsbLink:
    """A claimed printer interface with its bulk endpoints."""

    shared = False

    def __init__(self, address: UsbAddress) -> None:
        """Find and claim the printer; one that another program holds is busy."""
        self._device: Any = _found(address)
        try:
            self._out, self._in = _claimed(self._device)
            self.answers = self._in is not None
        except usb.core.USBError as error:
            usb.util.dispose_resources(self._device)
            raise _failed(error) from error

    def read(self) -> bytes:
        """Return what the printer said."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(self._in.wMaxPacketSize, timeout=READ_MS))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise _failed(error) from error

    def write(self, data: bytes) -> int:
        """Hand bytes over; a printer that refuses them for a moment takes none."""
        try:
            return int(self._out.write(data[:WRITE_BYTES], timeout=WRITE_MS))
        except usb.core.USBTimeoutError:
            return 0
        except usb.core.USBError as error:
            raise _failed(error) from error

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Wait a moment: libusb cannot be waited for together with anything else."""
        time.sleep(min(timeout_s, POLL_S))

    def close(self, *, at_once: bool) -> None:
        """Let go of the interface."""
        usb.util.dispose_resources(self._device)


def _found(address: UsbAddress) -> Any:
    name = f"USB device {address.vendor:04x}:{address.product:04x}"
    wanted = {"serial_number": address.serial} if address.serial else {}
    try:
        device = usb.core.find(idVendor=address.vendor, idProduct=address.product, **wanted)
    except usb.core.NoBackendError as error:
        raise PrinterUnreachable("libusb is not installed on this machine") from error
    except (usb.core.USBError, ValueError) as error:  # ValueError: it lets nobody read its number
        raise PrinterUnreachable(f"{name}: {error}") from error
    if device is None:
        raise PrinterUnreachable(f"no {name}")
    return device


def _claimed(device: Any) -> tuple[Any, Any]:
    """Return the endpoints out and in (None if it never answers)."""
    interface = usb.util.find_descriptor(
        device.get_active_configuration(), bInterfaceClass=PRINTER_CLASS
    )
    if interface is None:
        raise PrinterUnreachable("the USB device is no printer")
    if device.is_kernel_driver_active(interface.bInterfaceNumber):
        device.detach_kernel_driver(interface.bInterfaceNumber)
    usb.util.claim_interface(device, interface.bInterfaceNumber)
    out = usb.util.find_descriptor(interface, custom_match=_is(usb.util.ENDPOINT_OUT))
    back = usb.util.find_descriptor(interface, custom_match=_is(usb.util.ENDPOINT_IN))
    return out, back


def _is(direction: int) -> Any:
    return lambda endpoint: usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction


def _failed(error: usb.core.USBError) -> PrinterUnreachable:
    trouble = Trouble.BUSY if error.errno == errno.EBUSY else Trouble.AWAY
    return PrinterUnreachable(str(error), trouble)
