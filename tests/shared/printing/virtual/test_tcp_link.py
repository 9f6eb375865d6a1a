"""The virtual printer's port, as print servers keep theirs."""

import asyncio
import socket
from contextlib import suppress

import pytest

from shared.printing.address import TcpAddress
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.tcp_link import HOSTS, RESET_AT_ONCE, _reset
from tests.fakes.printers import PATIENCE_S, ServedPrinter, served

STATUS = b"\x10\x04\x01"
TALL = b"\x1dv0\x00\x01\x00\x00\x08" + b"\xff" * 2048
TICKET = b"\x1dv0\x00\x01\x00\x10\x00" + b"\xff" * 16 + b"\x1dVB\x00"
SMALL = Profile(width_dots=8, speed_mm_s=100_000, cut_ms=1, boot_ms=50)


def connected(printer: ServedPrinter) -> socket.socket:
    return socket.create_connection(("127.0.0.1", printer.port), PATIENCE_S)


def sent_until_stuck(host: socket.socket, data: bytes) -> int:
    """Send the same again and again until nothing is taken any more; return how many bytes."""
    sent = 0
    with suppress(TimeoutError):
        while sent < 100 * len(data):
            sent += host.send(data[sent % len(data) :])
    assert sent < 100 * len(data)
    return sent


def break_off(host: socket.socket) -> None:
    host.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
    host.close()


def test_a_ticket_and_its_answers() -> None:
    with served(SMALL) as printer, connected(printer) as host:
        host.sendall(STATUS + TICKET + b"\x1d(H\x06\x00000001")
        assert printer.slip().body.rows == b"\xff" * 16
        heard = b""
        while len(heard) < 8:
            heard += host.recv(100)
        assert heard == b"\x16\x37\x220001\x00"
        host.shutdown(socket.SHUT_WR)
        assert host.recv(1) == b"", "it closes when the host has"


def test_one_host_prints_two_wait_and_the_next_is_turned_away() -> None:
    with served(SMALL) as printer, connected(printer) as first:
        first.sendall(STATUS)
        assert first.recv(1) == b"\x16"
        with connected(printer) as second, connected(printer):
            second.sendall(STATUS)
            with pytest.raises(ConnectionResetError), connected(printer) as fourth:
                fourth.recv(1)  # unless it was turned away while it still knocked
            first.sendall(b"\x10\x04\x02")
            assert first.recv(9) == b"\x12", "the second was not heard meanwhile"
            first.close()
            assert second.recv(1) == b"\x16"


def test_a_silent_host_is_put_out() -> None:
    with served(SMALL, idle_close_s=0.05) as printer, connected(printer) as host:
        assert host.recv(1) == b""


def test_while_the_printer_is_full_the_host_has_to_wait() -> None:
    with served(SMALL) as printer, connected(printer) as host:
        printer.set_fault(Fault.COVER_OPEN, True)
        host.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        host.settimeout(0.3)
        sent = sent_until_stuck(host, TALL)
        printer.set_fault(Fault.COVER_OPEN, False)
        host.settimeout(PATIENCE_S)
        host.sendall(TALL[sent % len(TALL) :] + b"\x1dVB\x00")
        rows = printer.slip().body
        assert rows.height == (sent // len(TALL) + 1) * 2048
        assert set(rows.rows) == {0xFF}


def test_hosts_that_break_off_at_a_full_printer_make_room_for_others() -> None:
    with served(SMALL) as printer:
        printer.set_fault(Fault.COVER_OPEN, True)
        with connected(printer) as first:
            first.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            first.settimeout(0.2)
            sent_until_stuck(first, TALL)
            break_off(first)
        for _ in range(HOSTS + 1):
            with connected(printer) as host:
                host.settimeout(0.1)
                host.sendall(STATUS)
                with pytest.raises(TimeoutError):
                    host.recv(1)
                break_off(host)


def test_a_host_that_breaks_off_while_it_waits_does_not_disturb_the_first() -> None:
    with served(SMALL) as printer, connected(printer) as first:
        for _ in range(HOSTS + 1):
            first.sendall(STATUS)
            assert first.recv(1) == b"\x16"
            with connected(printer) as waiting:
                break_off(waiting)


def test_with_the_link_down_hosts_are_reset_and_find_nobody() -> None:
    with served(SMALL) as printer, connected(printer) as host:
        host.sendall(STATUS)
        assert host.recv(1) == b"\x16"
        printer.set_fault(Fault.LINK_DOWN, True)
        with pytest.raises(ConnectionResetError):
            host.recv(1)
        with pytest.raises(ConnectionRefusedError):
            connected(printer)
        printer.set_fault(Fault.LINK_DOWN, False)
        assert printer.addresses.get(timeout=PATIENCE_S) == printer.address
        with connected(printer) as again:
            again.sendall(STATUS)
            assert again.recv(1) == b"\x16"


def test_a_host_that_went_first_is_not_reset() -> None:
    async def story() -> None:
        async with await asyncio.start_server(
            lambda _, host: host.close(), "127.0.0.1", 0
        ) as server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.transport.abort()
            with suppress(ConnectionError):
                await writer.wait_closed()
            _reset(writer)

    asyncio.run(story())


def test_ipv6() -> None:
    with served(SMALL, TcpAddress("::1", 0)) as printer:
        assert printer.address.startswith("tcp://[::1]:")
        with socket.create_connection(("::1", printer.port), PATIENCE_S) as host:
            host.sendall(STATUS)
            assert host.recv(1) == b"\x16"
