"""Printers on the network, usually port 9100; IPv4 and IPv6.

A printer serves one connection at a time, so it is closed whenever nothing is to be said. No
TCP_USER_TIMEOUT: it also fires while a printer without paper takes nothing, and would make
an empty roll look like a dead network. What is late is the dialogue's to judge.
"""

import select
import socket
import struct

from shared.printing.address import TcpAddress
from shared.printing.status import Trouble
from shared.printing.transports.link import CONNECT_S, PrinterUnreachable

READ_BYTES = 4096
RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: forget what is unsent, and say so to the other side."""


class TcpLink:
    """A connection to a printer."""

    shared = True
    answers = True

    def __init__(self, address: TcpAddress) -> None:
        """Connect; a host that is there but refuses is busy, one that does not answer away."""
        self._name = f"{address.host}:{address.port}"
        try:
            self._socket = socket.create_connection((address.host, address.port), CONNECT_S)
        except ConnectionRefusedError as error:
            raise PrinterUnreachable(f"{self._name}: {error}", Trouble.BUSY) from error
        except OSError as error:
            raise PrinterUnreachable(f"{self._name}: {error}") from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setblocking(False)

    def read(self) -> bytes:
        """Return what has arrived."""
        try:
            data = self._socket.recv(READ_BYTES)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise PrinterUnreachable(f"{self._name}: {error}") from error
        if not data:
            raise PrinterUnreachable(f"{self._name}: the printer closed the connection")
        return data

    def write(self, data: bytes) -> int:
        """Hand bytes to the system's buffer."""
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise PrinterUnreachable(f"{self._name}: {error}") from error

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Wait for either direction."""
        select.select([self._socket], [self._socket] if to_write else [], [], timeout_s)

    def close(self, *, at_once: bool) -> None:
        """Close, in order or by a reset."""
        if at_once:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self._socket.close()
