"""Printers on USB through pyusb, where the kernel has no driver for them or lets go of it."""

from typing import Any

import usb.core
import usb.util

from shared.printing.address import UsbAddress
from shared.printing.transports.errors import STALLED_S, PrinterUnreachable

PRINTER_CLASS = 7
CHUNK_BYTES = 4096


def send(address: UsbAddress, data: bytes) -> None:
    """Find the device and write everything to its bulk endpoint."""
    try:
        device = usb.core.find(idVendor=address.vendor, idProduct=address.product)
    except usb.core.NoBackendError as error:
        raise PrinterUnreachable("libusb is not installed on this machine") from error
    if device is None:
        raise PrinterUnreachable(f"no USB device {address.vendor:04x}:{address.product:04x}")
    try:
        _write(device, data)
    except usb.core.USBError as error:
        raise PrinterUnreachable(str(error)) from error
    finally:
        usb.util.dispose_resources(device)


def _write(device: Any, data: bytes) -> None:
    interface = usb.util.find_descriptor(
        device.get_active_configuration(), bInterfaceClass=PRINTER_CLASS
    )
    if interface is None:
        raise PrinterUnreachable("the USB device is no printer")
    if device.is_kernel_driver_active(interface.bInterfaceNumber):
        device.detach_kernel_driver(interface.bInterfaceNumber)
    endpoint = usb.util.find_descriptor(interface, custom_match=_is_out)
    for start in range(0, len(data), CHUNK_BYTES):
        piece = data[start : start + CHUNK_BYTES]
        if endpoint.write(piece, timeout=int(STALLED_S * 1000)) != len(piece):
            raise PrinterUnreachable("the printer took only a part")


def _is_out(endpoint: Any) -> bool:
    return bool(usb.util.endpoint_direction(endpoint.bEndpointAddress) == usb.util.ENDPOINT_OUT)
