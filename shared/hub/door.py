"""The hub's door: the gate before TLS, the handshake, and a websocket for who is of the hall.

Strangers cost next to nothing here: no memory before the gate let them to the door, no more
than five seconds at it, and one line in the log a minute. What devices may do inside is not
decided here.
"""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, cast

from websockets.asyncio.server import Server, ServerConnection
from websockets.protocol import State
from websockets.server import ServerProtocol

from shared.identity.gate import HANDSHAKE_S, Gate
from shared.identity.refusals import Refusals
from shared.protocol.messages import MAX_FRAME_BYTES

log = logging.getLogger(__name__)
_library_log = logging.getLogger(f"{__name__}.websockets")
_library_log.setLevel(logging.WARNING)  # who comes and goes is told by name, elsewhere

BACKLOG = 128
OUT_OF_SOCKETS_PAUSE_S = 0.1
FRAMES_IN_HAND = 4
"""Frames of one device that are read before the first is answered."""

Handler = Callable[[ServerConnection], Awaitable[None]]


class Door(Server):
    """Listens for the devices of one hall."""

    def __init__(self, host: str, port: int, tls: ssl.SSLContext) -> None:
        """``port`` 0 takes any free one. Raises OSError."""
        super().__init__(self._listen, self._lead, _library_log)
        self._serve: Handler | None = None
        self._tls = tls
        self._gate = Gate()
        self._refusals = Refusals()
        self._at_the_door: set[asyncio.Task[None]] = set()
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family, backlog=BACKLOG)
        self._socket.setblocking(False)

    @property
    def port(self) -> int:
        """Return the port at which devices find the hub."""
        return int(self._socket.getsockname()[1])

    def opened(self, handler: Handler) -> "Door":
        """Let everybody who passes the door come to ``handler``; use as a context manager."""
        self._serve = handler
        return self

    def turned_away(self, address: str, reason: str) -> None:
        """Write down that a device or stranger was refused, once a minute."""
        if self._refusals.worth_telling(address, reason, asyncio.get_running_loop().time()):
            log.warning("%s is turned away: %s", address, reason)

    async def _listen(self) -> asyncio.Server:
        # A Server of the library wants an asyncio.Server, which cannot ask before it shakes hands.
        return cast(asyncio.Server, _Listener(self._socket, self._accept()))

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, (address, *_) = await loop.sock_accept(self._socket)
            except OSError as error:  # too many sockets, or a stranger who left at once
                log.warning("cannot take a connection: %s", error)
                await asyncio.sleep(OUT_OF_SOCKETS_PAUSE_S)
                continue
            if self._gate.admits(address, loop.time()):
                task = loop.create_task(self._shake_hands(connection, address))
                self._at_the_door.add(task)
                task.add_done_callback(self._at_the_door.discard)
            else:
                connection.close()
                self.turned_away(address, "it knocks too often")
            await asyncio.sleep(0)  # a flood must not keep the loop from those inside

    async def _shake_hands(self, connection: socket.socket, address: str) -> None:
        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                self._connection,
                connection,
                ssl=self._tls,
                ssl_handshake_timeout=HANDSHAKE_S,
                ssl_shutdown_timeout=1.0,
            )
        except OSError as error:  # ssl.SSLError and timeouts are such, too
            self.turned_away(address, _plain(error))
        finally:
            self._gate.leave(address)

    def _connection(self) -> ServerConnection:
        protocol = ServerProtocol(
            origins=[None],  # no browser, whatever page it shows
            max_size=MAX_FRAME_BYTES,
            logger=_library_log,
        )
        return ServerConnection(
            protocol,
            self,
            ping_interval=2,
            ping_timeout=3,
            close_timeout=1,
            max_queue=FRAMES_IN_HAND,
        )

    async def _lead(self, connection: ServerConnection) -> None:
        """Lead a connection from the websocket's handshake to its end; as serve() would."""
        try:
            address = address_of(connection)  # once it is closed it has none
            async with asyncio.timeout(HANDSHAKE_S):
                await connection.handshake(server_header=None)
            if connection.protocol.state is not State.OPEN:
                why = connection.protocol.handshake_exc or "it spoke no websocket"
                self.turned_away(address, str(why))
                connection.transport.abort()
                return
            self.all_connections.add(connection)
            connection.start_keepalive()
            assert self._serve is not None, "a door is opened before anybody comes"
            async with connection:
                await self._serve(connection)
        except Exception:
            if not isinstance(connection.protocol.handshake_exc, Exception):
                log.exception("a connection's handler failed")
            connection.transport.abort()
        finally:
            self.all_connections.discard(connection)
            self.handler_tasks.discard(cast(asyncio.Task[None], asyncio.current_task()))


class _Listener:
    """What the library's Server needs of an asyncio.Server."""

    def __init__(self, listening: socket.socket, accept: Coroutine[Any, Any, None]) -> None:
        self.sockets = (listening,)
        self._loop = asyncio.get_running_loop()
        self._accepting = self._loop.create_task(accept)

    def is_serving(self) -> bool:
        return not self._accepting.done()

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop

    def close(self) -> None:
        self._accepting.cancel()

    async def wait_closed(self) -> None:
        with suppress(asyncio.CancelledError):
            await self._accepting
        self.sockets[0].close()


def address_of(connection: ServerConnection) -> str:
    """Return the address a connection comes from."""
    return str(connection.remote_address[0])


def fingerprinted(connection: ServerConnection) -> bytes:
    """Return the certificate (DER) that the device has shown."""
    tls = connection.transport.get_extra_info("ssl_object")
    return cast(bytes, tls.getpeercert(binary_form=True))


def _plain(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not of this hall ({error.verify_message})"
    if isinstance(error, ssl.SSLError) and error.reason:
        return error.reason.replace("_", " ").lower()
    return str(error) or type(error).__name__
