"""Printers on the network, real sockets."""

import socket
from collections import deque
from collections.abc import Iterator

import pytest

from shared.printing.address import TcpAddress
from shared.printing.status import Trouble
from shared.printing.transports import PrinterUnreachable, open_link, tcp
from tests.fakes.links import take, written

PIECE = bytes(range(256)) * 1000


@pytest.fixture(params=["127.0.0.1", "::1"])
def server(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with socket.create_server((request.param, 0), family=family) as server:
        yield server


def address_of(server: socket.socket) -> TcpAddress:
    return TcpAddress(*server.getsockname()[:2])


def test_bytes_go_both_ways(server: socket.socket) -> None:
    link = open_link(address_of(server))
    printer, _ = server.accept()
    with printer:
        assert link.read() == b""
        printer.sendall(b"\x12")
        assert take(link) == b"\x12"
        assert written(link, PIECE, lambda: printer.recv(65536)) == PIECE
    link.close(at_once=False)


def test_a_printer_that_reads_nothing_takes_nothing_in_the_end(server: socket.socket) -> None:
    link = open_link(address_of(server))
    printer, _ = server.accept()
    with printer:
        # Not that it stays so: the system moves on what it holds, and may have room again.
        while link.write(PIECE):
            link.wait(0.01, to_write=True)
    link.close(at_once=True)


def test_a_printer_that_closes_is_away(server: socket.socket) -> None:
    link = open_link(address_of(server))
    server.accept()[0].close()
    link.wait(5, to_write=False)
    with pytest.raises(PrinterUnreachable, match="closed") as broken:
        link.read()
    assert broken.value.trouble is Trouble.AWAY
    link.close(at_once=False)


def test_a_connection_that_breaks_is_away(server: socket.socket) -> None:
    link = open_link(address_of(server))
    printer, _ = server.accept()
    printer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, tcp.RESET)
    printer.close()
    link.wait(5, to_write=False)
    with pytest.raises(PrinterUnreachable, match="reset"):
        link.read()
    with pytest.raises(PrinterUnreachable, match="Broken pipe"):
        link.write(b"x")
    link.close(at_once=True)


def test_closing_at_once_throws_away_what_is_unsent(server: socket.socket) -> None:
    link = open_link(address_of(server))
    printer, _ = server.accept()
    with printer:
        while link.write(PIECE):
            pass
        link.close(at_once=True)
        with pytest.raises(ConnectionResetError):
            deque(iter(lambda: printer.recv(65536), b""), maxlen=0)


def test_a_host_that_refuses_is_busy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(PrinterUnreachable, match=str(port)) as refused:
        open_link(TcpAddress("127.0.0.1", port))
    assert refused.value.trouble is Trouble.BUSY


def test_a_host_that_does_not_answer_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp, "CONNECT_S", 0.05)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        with pytest.raises(PrinterUnreachable, match="timed out") as away:
            open_link(TcpAddress(*full.getsockname()))
        for each in waiting:
            each.close()
    assert away.value.trouble is Trouble.AWAY
