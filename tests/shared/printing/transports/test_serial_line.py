"""Serial printers; a terminal server on a socket stands for the line."""

import pytest

from shared.printing.address import SerialAddress
from shared.printing.transports import PrinterUnreachable, send
from tests.shared.printing.transports.test_tcp import Listener


def test_every_byte_arrives() -> None:
    listener = Listener("127.0.0.1")
    data = bytes(range(256)) * 20
    send(SerialAddress(f"socket://127.0.0.1:{listener.port}", 115200, "none"), data)
    listener.close()
    assert listener.data == data


def test_no_such_line_is_told() -> None:
    with pytest.raises(PrinterUnreachable, match="/dev/nowhere"):
        send(SerialAddress("/dev/nowhere", 9600, "none"), b"x")
