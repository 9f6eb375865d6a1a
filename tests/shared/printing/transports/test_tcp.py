"""Printers on the network, real sockets."""

import socket
import threading
from collections.abc import Iterator

import pytest

from shared.printing.address import TcpAddress
from shared.printing.transports import PrinterUnreachable, send, tcp


class Listener:
    """A socket that reads everything one sender sends."""

    def __init__(self, host: str) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.create_server((host, 0), family=family)
        self.port: int = self.socket.getsockname()[1]
        self.data = b""
        self.thread = threading.Thread(target=self._read)
        self.thread.start()

    def _read(self) -> None:
        connection, _ = self.socket.accept()
        with connection:
            while piece := connection.recv(4096):
                self.data += piece

    def close(self) -> None:
        self.thread.join(10)
        self.socket.close()


@pytest.fixture(params=["127.0.0.1", "::1"])
def listener(request: pytest.FixtureRequest) -> Iterator[Listener]:
    listener = Listener(request.param)
    yield listener
    listener.close()


def test_every_byte_arrives(listener: Listener) -> None:
    data = bytes(range(256)) * 1000
    send(TcpAddress(listener.socket.getsockname()[0], listener.port), data)
    listener.thread.join(10)
    assert listener.data == data


def test_nobody_listening_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(PrinterUnreachable, match=str(port)):
        send(TcpAddress("127.0.0.1", port), b"x")


def test_a_printer_that_takes_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp, "STALLED_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as sulking:
        address = TcpAddress("127.0.0.1", sulking.getsockname()[1])
        with pytest.raises(PrinterUnreachable, match="timed out"):
            send(address, b"x" * 50_000_000)
