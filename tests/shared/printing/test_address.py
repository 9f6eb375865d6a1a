"""Printers by address."""

import pytest

from shared.printing.address import (
    Address,
    BadAddress,
    FileAddress,
    SerialAddress,
    SpoolerAddress,
    TcpAddress,
    UsbAddress,
    parse_address,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://192.168.1.50:9101", TcpAddress("192.168.1.50", 9101)),
        ("tcp://printer", TcpAddress("printer", 9100)),
        ("tcp://[::1]:0", TcpAddress("::1", 0)),
        ("serial:///dev/ttyUSB0", SerialAddress("/dev/ttyUSB0", 19200, "rtscts")),
        ("serial://COM3?baud=9600&flow=none", SerialAddress("COM3", 9600, "none")),
        ("usb://04b8:0e15", UsbAddress(0x04B8, 0x0E15)),
        ("usb://04b8:0e15?serial=J4%20A", UsbAddress(0x04B8, 0x0E15, "J4 A")),
        ("file:///dev/usb/lp0", FileAddress("/dev/usb/lp0")),
        ("spooler://EPSON%20TM-T82", SpoolerAddress("EPSON TM-T82")),
    ],
)
def test_addresses_as_people_write_them(text: str, address: Address) -> None:
    assert parse_address(text) == address


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("printer", "begins with"),
        ("http://x", "begins with"),
        ("tcp://", "host is missing"),
        ("tcp://x:99999", "Port"),
        ("serial:///dev/ttyS0?baud=300", "baud is one of"),
        ("serial:///dev/ttyS0?baud=fast", "baud is one of"),
        ("serial:///dev/ttyS0?flow=dtr", "flow is one of"),
        ("usb://04b8", "in hex"),
        ("usb://04b8:0e15?port=1", "in hex"),
        ("file://", "path is missing"),
    ],
)
def test_wrong_addresses_say_what_is_wrong(text: str, complaint: str) -> None:
    with pytest.raises(BadAddress, match=complaint):
        parse_address(text)
