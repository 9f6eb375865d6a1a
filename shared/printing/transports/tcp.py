"""Printers on the network, usually port 9100; IPv4 and IPv6."""

import socket

from shared.printing.address import TcpAddress
from shared.printing.transports.errors import CONNECT_S, STALLED_S, PrinterUnreachable


def send(address: TcpAddress, data: bytes) -> None:
    """Connect, write everything, close in order so that the printer gets all of it."""
    try:
        with socket.create_connection((address.host, address.port), CONNECT_S) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(STALLED_S)
            view = memoryview(data)
            while view:
                view = view[connection.send(view) :]
            connection.shutdown(socket.SHUT_WR)
    except OSError as error:
        raise PrinterUnreachable(f"{address.host}:{address.port}: {error}") from error
