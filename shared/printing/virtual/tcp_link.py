"""The virtual printer on the network, as a print server keeps its port 9100.

One host prints; up to two more are let in and wait, unread; the next are turned away. A host
that says nothing for a while is put out. While the printer has no room nothing is read, so a
host finds its window shut, and whoever breaks off meanwhile makes room for the next. With the
link down the port is closed, and who was there is reset.
"""

import asyncio
import logging
import socket
import struct
import sys
from collections.abc import Callable

from shared.printing.virtual.running import RunningPrinter, nobody_hears

log = logging.getLogger(__name__)

HOSTS = 3
READ_AHEAD_BYTES = 2048
"""As little as possible lies between the host's memory and the printer's."""

RESET_AT_ONCE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class TcpLink:
    """One port; ``run`` listens for ever."""

    def __init__(self, running: RunningPrinter, host: str, port: int, idle_close_s: float) -> None:
        self._running = running
        self._host = host
        self._port = port
        self._idle_close_s = idle_close_s
        self._turn = asyncio.Lock()
        self._hosts: dict[asyncio.StreamWriter, asyncio.Task[object]] = {}

    async def run(self, ready: Callable[[str], None]) -> None:
        """Listen while the printer is linked; ``ready`` is told the address a host prints to."""
        while True:
            server = await asyncio.start_server(
                self._serve, sock=self._listening_socket(), limit=READ_AHEAD_BYTES
            )
            shown = f"[{self._host}]" if ":" in self._host else self._host
            ready(f"tcp://{shown}:{self._port}")
            try:
                await self._running.unlinked()
            finally:
                server.close()
                await self._put_all_out()
            await self._running.linked()

    def _listening_socket(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        sock = socket.create_server((self._host, self._port), family=family)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, READ_AHEAD_BYTES)
        self._port = sock.getsockname()[1]
        return sock

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._let_go()
        if len(self._hosts) == HOSTS:
            _reset(writer)
            return
        serving = asyncio.current_task()
        assert serving is not None
        self._hosts[writer] = serving
        try:
            async with self._turn:
                await self._print(reader, writer)
        except TimeoutError:
            log.info("a host said nothing for %g s and is put out", self._idle_close_s)
        except ConnectionError as error:
            log.info("a host went away: %s", error)
        except asyncio.CancelledError:
            _reset(writer)
        finally:
            self._hosts.pop(writer, None)
            writer.close()

    def _let_go(self) -> None:
        """Forget the hosts that have broken off: whoever is not read is not missed."""
        for writer in tuple(filter(_broke_off, self._hosts)):
            log.info("a host broke off while it waited")
            self._hosts.pop(writer).cancel()

    async def _put_all_out(self) -> None:
        hosts = tuple(self._hosts.values())
        for serving in hosts:
            serving.cancel()
        await asyncio.gather(*hosts)

    async def _print(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._running.hear = writer.write
        try:
            while data := await self._next(reader):
                self._running.receive(data)
        finally:
            self._running.hear = nobody_hears

    async def _next(self, reader: asyncio.StreamReader) -> bytes:
        room = await self._running.room()
        async with asyncio.timeout(self._idle_close_s):
            return await reader.read(room)


def _broke_off(writer: asyncio.StreamWriter) -> bool:
    sock = writer.get_extra_info("socket")
    return sock.fileno() < 0 or bool(sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))


def _reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    if sock.fileno() < 0:
        return  # the host was faster, and nothing is left to reset
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
    writer.transport.abort()
