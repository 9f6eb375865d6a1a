"""The asyncio client of a device: one task that keeps the device connected to its hub.

It speaks with nobody but a hub of the hall whose authority it has pinned.

Everything here runs on one event loop; other threads use ``call_soon_threadsafe``.
"""

import asyncio
import logging
import random
import ssl
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, InvalidURI, WebSocketException

from shared.domain.commands import DeviceCommand
from shared.domain.tasks import AnyTask
from shared.link.addresses import Addresses
from shared.protocol.codec import BadFrame, decode_hub_frame, encode
from shared.protocol.messages import (
    HUB_NAME,
    DeviceFrame,
    GiveFeedback,
    HubFrame,
    Looked,
    Question,
    Report,
    Welcome,
)
from shared.protocol.session import Expired, LinkChanged, LinkState, Session, pauses_s

log = logging.getLogger(__name__)

CONNECT_S = 3.0
WATCH_S = 0.25
LARGEST_FRAME_BYTES = 4 * 1024 * 1024

Tell = Callable[[HubFrame | LinkChanged | Expired], None]


class HubLink:
    """Keeps one device connected; ``tell`` gets every frame, change and given-up request."""

    def __init__(
        self, session: Session, addresses: Addresses, tls: ssl.SSLContext, tell: Tell
    ) -> None:
        self.session = session
        self._addresses = addresses
        self._tls = tls
        self._tell = tell
        self._connection: ClientConnection | None = None
        self._stop = asyncio.Event()
        self._changed = LinkChanged(LinkState.SEARCHING, 0)
        self._greeted = False
        self._background: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Connect, and connect again, until stopped."""
        watch = asyncio.create_task(self._watch())
        pauses = pauses_s(random.random)
        while not self._stop.is_set():
            if await self._attempt():
                pauses = pauses_s(random.random)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), next(pauses))
        await watch

    def stop(self) -> None:
        """End the run, closing the connection properly."""
        self._stop.set()
        if self._connection is not None:
            self._in_background(self._connection.close())

    def send(self, request_id: str, command: DeviceCommand, give_up_s: float) -> None:
        """Send a command now or as soon as there is a hub."""
        self._send(self.session.do(request_id, command, _after(give_up_s)))

    def ask(self, request_id: str, question: Question, give_up_s: float) -> None:
        """Ask a question now or as soon as there is a hub."""
        self._send(self.session.ask(request_id, question, _after(give_up_s)))

    def hand_in(self, request_id: str, message: GiveFeedback, give_up_s: float) -> None:
        """Hand something in now or as soon as there is a hub."""
        self._send(self.session.hand_in(request_id, message, _after(give_up_s)))

    def manage(self, request_id: str, task: AnyTask, give_up_s: float) -> None:
        """Ask for a task now or as soon as there is a hub."""
        self._send(self.session.manage(request_id, task, _after(give_up_s)))

    def report(self, report: Report) -> None:
        """Tell staff of a trouble, or of its end."""
        self._send(self.session.report(report))

    def looked(self, code: str) -> None:
        """Tell that a procedure was opened; without a hub it is not counted."""
        self._send(Looked(code=code))

    async def _attempt(self) -> bool:
        """Try every address once; return whether the hub took the device in."""
        for address in self._addresses.candidates():
            if self._stop.is_set():
                break
            if await self._talk(address):
                return True
        return False

    async def _talk(self, address: str) -> bool:
        self._greeted = False
        try:
            async with connect(
                address,
                ssl=self._tls,
                server_hostname=HUB_NAME,
                compression=None,
                proxy=None,
                open_timeout=CONNECT_S,
                ping_interval=None,
                close_timeout=1,
                max_size=LARGEST_FRAME_BYTES,
            ) as connection:
                self._connection = connection
                for frame in self.session.connected(steady_ms()):
                    await connection.send(encode(frame), text=True)
                await self._listen(connection, address)
        except ssl.SSLCertVerificationError as error:
            self._false_hub(address, error)
        except (OSError, TimeoutError, InvalidHandshake, InvalidURI, WebSocketException) as error:
            log.info("no hub at %s: %s", address, error)
        except BadFrame as error:
            log.warning("%s does not speak our protocol: %s", address, error)
        finally:
            self._connection = None
        if self._greeted:
            self._say(LinkState.LOST)
        return self._greeted

    def _false_hub(self, address: str, error: ssl.SSLCertVerificationError) -> None:
        """Somebody poses as our hub; staff are told as soon as the true one is found."""
        log.warning("%s is not our hub: %s", address, error.verify_message)
        self.session.report(Report(kind="false_hub", active=True))
        self._say(self._changed.state, "false_hub")

    async def _listen(self, connection: ClientConnection, address: str) -> None:
        async for message in connection:
            frame = decode_hub_frame(message)
            refusal = self.session.refusal(frame)
            if refusal:
                log.warning("%s is not our hub: %s", address, refusal)
                self._say(self._changed.state, refusal)
                return
            if isinstance(frame, Welcome):
                self._greeted = True
                self._addresses.worked(frame.hall, address)
            if self.session.received(frame, steady_ms()):
                self._tell(frame)
            if isinstance(frame, Welcome):
                self._say(LinkState.CONNECTED)

    async def _watch(self) -> None:
        """Give up requests whose time is over; cut a connection that has gone silent."""
        while not self._stop.is_set():
            for expired in self.session.expired(steady_ms()):
                self._tell(expired)
            connection = self._connection
            if connection is not None and self.session.silent(steady_ms()):
                log.warning("the hub is silent")
                connection.transport.abort()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), WATCH_S)

    def _say(self, state: LinkState, detail: str = "") -> None:
        if (state, detail) != (self._changed.state, self._changed.detail):
            self._changed = LinkChanged(state, steady_ms(), detail)
            self._tell(self._changed)

    def _send(self, frame: DeviceFrame) -> None:
        if self._connection is not None and self._greeted:
            self._in_background(self._connection.send(encode(frame), text=True))

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(_quietly(work))
        self._background.add(task)
        task.add_done_callback(self._background.discard)


async def _quietly(work: Coroutine[None, None, None]) -> None:
    # A send on a dying connection is no loss: the session sends again on the next one.
    with suppress(WebSocketException, OSError):
        await work


def _after(wait_s: float) -> int:
    return steady_ms() + int(wait_s * 1000)


def steady_ms() -> int:
    """Return the device's steady clock in milliseconds."""
    return time.monotonic_ns() // 1_000_000
