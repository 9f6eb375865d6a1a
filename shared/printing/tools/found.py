"""``motcua printer list``: the addresses of what looks like a printer on this machine.

Names that stay (by-id, by-path) stand before those that change with the next plug.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import usb.core
import usb.util

PRINTER_CLASS = 7
SERIAL_NAMES = ("serial/by-id", "serial/by-path")
DEVICE_NAMES = ("motcua/by-path", "usb")


def main(argv: list[str] | None = None) -> int:
    """Print the addresses, one a line; 1 if there is none."""
    argparse.ArgumentParser(
        prog="motcua printer list",
        description="List what looks like a printer on this machine; network printers are not "
        "looked for.",
    ).parse_args(argv)
    addresses = [*usb_printers(), *device_files(Path("/dev"))]
    print("\n".join(addresses) if addresses else "no printer was found on this machine")
    return 0 if addresses else 1


def device_files(devices: Path) -> Iterator[str]:
    """Yield the addresses of serial lines and of printers that the kernel drives."""
    for folder in SERIAL_NAMES:
        for name in sorted(devices.joinpath(folder).glob("*")):
            yield f"serial://{name}?baud=19200&flow=rtscts"
    for folder in DEVICE_NAMES:
        for name in sorted(devices.joinpath(folder).glob("*lp*")):
            yield f"file://{name}"


def usb_printers() -> Iterator[str]:
    """Yield the addresses of USB devices that say they are printers."""
    try:
        devices = list(usb.core.find(find_all=True, custom_match=_is_printer))
    except usb.core.NoBackendError:
        return  # no libusb: the kernel's device files are still listed
    for device in devices:
        yield f"usb://{device.idVendor:04x}:{device.idProduct:04x}"


def _is_printer(device: usb.core.Device) -> bool:
    return any(
        usb.util.find_descriptor(configuration, bInterfaceClass=PRINTER_CLASS) is not None
        for configuration in device
    )
