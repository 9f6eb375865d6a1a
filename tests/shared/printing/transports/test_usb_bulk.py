"""USB printers. There is none here: a device made of objects stands where libusb's would."""

import errno
from dataclasses import dataclass, field
from typing import Any

import pytest
import usb.core
import usb.util

from shared.printing.address import UsbAddress
from shared.printing.status import Trouble
from shared.printing.transports import PrinterUnreachable, open_link, usb_bulk

ADDRESS = UsbAddress(0x04B8, 0x0E15)
IN, OUT = 0x81, 0x03
"""As clones number them."""


@dataclass
class Endpoint:
    bEndpointAddress: int
    wMaxPacketSize: int = 64
    said: list[bytes] = field(default_factory=list)
    heard: bytes = b""
    fault: usb.core.USBError | None = None

    def read(self, count: int, timeout: int) -> bytes:
        if self.fault is not None:
            raise self.fault
        if not self.said:
            raise usb.core.USBTimeoutError("timed out")
        return self.said.pop(0)

    def write(self, data: bytes, timeout: int) -> int:
        if self.fault is not None:
            raise self.fault
        self.heard += data[:1000]
        return min(len(data), 1000)


@dataclass
class Interface:
    endpoints: list[Endpoint]
    bInterfaceClass: int = usb_bulk.PRINTER_CLASS
    bInterfaceNumber: int = 0

    def __iter__(self) -> Any:
        return iter(self.endpoints)


@dataclass
class Device:
    interface: Interface
    kernel: bool = True
    held: bool = False

    def get_active_configuration(self) -> list[Interface]:
        return [self.interface]

    def is_kernel_driver_active(self, number: int) -> bool:
        return self.kernel

    def detach_kernel_driver(self, number: int) -> None:
        self.kernel = False


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Device:
    device = Device(Interface([Endpoint(OUT), Endpoint(IN)]))

    def claim(device: Device, number: int) -> None:
        if device.held:
            raise usb.core.USBError("Resource busy", errno=errno.EBUSY)

    monkeypatch.setattr(usb.core, "find", lambda **wanted: device)
    monkeypatch.setattr(usb.util, "claim_interface", claim)
    monkeypatch.setattr(usb.util, "dispose_resources", lambda device: None)
    return device


def test_bytes_go_both_ways_on_whatever_endpoints(device: Device) -> None:
    link = open_link(ADDRESS)
    out, back = device.interface.endpoints
    assert not device.kernel, "the kernel has let go of it"
    assert link.answers
    assert link.read() == b""
    back.said.append(b"\x12")
    assert link.read() == b"\x12"
    assert link.write(b"x" * 5000) == 1000
    assert out.heard == b"x" * 1000
    link.wait(0.001, to_write=True)
    link.close(at_once=True)


def test_a_printer_that_refuses_bytes_for_a_moment_takes_none(device: Device) -> None:
    link = open_link(ADDRESS)
    device.interface.endpoints[0].fault = usb.core.USBTimeoutError("timed out")
    assert link.write(b"x") == 0


def test_a_printer_without_a_way_back_never_answers(device: Device) -> None:
    device.interface.endpoints.pop()
    device.kernel = False
    link = open_link(ADDRESS)
    assert not link.answers
    assert link.read() == b""


def test_a_printer_that_is_pulled_out_is_away(device: Device) -> None:
    link = open_link(ADDRESS)
    for endpoint in device.interface.endpoints:
        endpoint.fault = usb.core.USBError("No such device", errno=errno.ENODEV)
    for use in (link.read, lambda: link.write(b"x")):
        with pytest.raises(PrinterUnreachable, match="No such device") as gone:
            use()
        assert gone.value.trouble is Trouble.AWAY


def test_a_printer_that_another_program_holds_is_busy(device: Device) -> None:
    device.held = True
    with pytest.raises(PrinterUnreachable) as busy:
        open_link(ADDRESS)
    assert busy.value.trouble is Trouble.BUSY


def test_what_is_no_printer_is_told(device: Device) -> None:
    device.interface.bInterfaceClass = 3
    with pytest.raises(PrinterUnreachable, match="no printer"):
        open_link(ADDRESS)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (usb.core.NoBackendError("No backend available"), "libusb"),
        (usb.core.USBError("denied", errno=errno.EACCES), "denied"),
        (ValueError("The device has no langid"), "langid"),
    ],
)
def test_why_none_can_be_looked_for_is_told(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def find(**wanted: object) -> None:
        raise error

    monkeypatch.setattr(usb.core, "find", find)
    with pytest.raises(PrinterUnreachable, match=words):
        open_link(UsbAddress(0x04B8, 0x0E15, "J12"))


def test_no_such_printer_is_told() -> None:
    with pytest.raises(PrinterUnreachable, match=r"no USB device 04b8:ffff|libusb"):
        open_link(UsbAddress(0x04B8, 0xFFFF))
