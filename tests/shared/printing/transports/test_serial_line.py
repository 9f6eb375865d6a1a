"""Serial printers; a pseudo-terminal stands for the line."""

import os
import threading

import pytest

from shared.printing.address import SerialAddress
from shared.printing.transports import PrinterUnreachable, send


def test_every_byte_arrives() -> None:
    ours, theirs = os.openpty()
    data = bytes(b for b in range(256) if b not in (0x11, 0x13)) * 20
    got = bytearray()

    def read() -> None:
        while len(got) < len(data):
            got.extend(os.read(ours, 4096))

    reader = threading.Thread(target=read)
    reader.start()
    send(SerialAddress(os.ttyname(theirs), 115200, "none"), data)
    reader.join(10)
    os.close(ours)
    os.close(theirs)
    assert bytes(got) == data


def test_no_such_line_is_told() -> None:
    with pytest.raises(PrinterUnreachable, match="/dev/nowhere"):
        send(SerialAddress("/dev/nowhere", 9600, "none"), b"x")
