"""The hub's side of every connection: greeting, requests one at a time, bad frames, beats.

Who a device is, it says in Hello; the place must stand in the hall file.
"""

import asyncio
import logging
import ssl

from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode

from shared.domain.commands import HUB, Actor, Command, KeepTime, Role
from shared.domain.devices import Devices
from shared.domain.errors import Refusal
from shared.domain.plan import Plan
from shared.hub.batch import Answer, Request
from shared.hub.inquiries import Inquiries
from shared.hub.publishing import Device, Publisher
from shared.hub.service import HubStopping, Service
from shared.protocol.codec import BadFrame, decode_device_frame, encode
from shared.protocol.messages import (
    BEAT_S,
    MAX_FRAME_BYTES,
    PROTOCOL,
    SILENCE_S,
    Ask,
    Beat,
    DeviceFrame,
    Do,
    Done,
    Fault,
    Hello,
    HubFrame,
    Refused,
    Report,
    Tell,
    Welcome,
)

log = logging.getLogger(__name__)
_library_log = logging.getLogger(f"{__name__}.websockets")
_library_log.setLevel(logging.WARNING)  # who comes and goes is told by name, here


class Connections:
    """Speaks with all devices of one hall."""

    def __init__(
        self,
        service: Service,
        publisher: Publisher,
        inquiries: Inquiries,
        plan: Plan,
        devices: Devices,
        boot: str,
    ) -> None:
        """``boot`` names this start of the hub."""
        self._service = service
        self._publisher = publisher
        self._inquiries = inquiries
        self._plan = plan
        self._places = places(plan, devices)
        self._boot = boot

    async def handle(self, connection: ServerConnection) -> None:
        """Serve one connection until it ends."""
        try:
            actor = await self._greet(connection)
            if actor is not None:
                await self._serve(Device(actor, connection))
        except ConnectionClosed as closed:
            # Devices come and go; the publisher has noticed.
            if closed.sent is not None and closed.sent.code == CloseCode.MESSAGE_TOO_BIG:
                log.warning("%s is cut off: %s", connection.remote_address, closed.sent.reason)
        except HubStopping:
            await connection.close(CloseCode.SERVICE_RESTART)

    async def keep_time(self, tick_s: float) -> None:
        """Let the hall's time pass, and refresh what depends on it, for as long as it runs."""
        while True:
            self._service.clock.follow()
            self._service.submit(Request("", KeepTime(), HUB, lambda answer: None))
            self._publisher.tick()
            await asyncio.sleep(tick_s)

    async def beat(self) -> None:
        """Tell every device that the hub lives, for as long as it does."""
        while True:
            beat = Beat(now_ms=self._service.clock.now_ms(), speed=self._service.clock.speed)
            broadcast(self._publisher.connections(), encode(beat), text=True)
            await asyncio.sleep(BEAT_S)

    async def _greet(self, connection: ServerConnection) -> Actor | None:
        frame = await self._next_frame(connection, asyncio.timeout(SILENCE_S))
        if frame is None:
            return None
        fault = _greeting_fault(frame, self._places)
        if fault is not None:
            log.warning("%s is turned away: %s", connection.remote_address, fault.message)
            await _send(connection, fault)
            return None
        assert isinstance(frame, Hello)
        await _send(connection, self._welcome())
        return Actor(role=frame.role, place=frame.place)

    async def _next_frame(
        self, connection: ServerConnection, limit: asyncio.Timeout
    ) -> DeviceFrame | None:
        try:
            async with limit:
                return decode_device_frame(await connection.recv())
        except BadFrame as error:
            log.warning("%s greets with a bad frame: %s", connection.remote_address, error)
            await _send(connection, Fault(code="bad_frame", message=str(error)))
        except TimeoutError:
            await _send(connection, Fault(code="hello_first", message="no Hello within 5 s"))
        return None

    def _welcome(self) -> Welcome:
        return Welcome(
            hall=self._plan.hall_id,
            names=self._plan.names,
            boot=self._boot,
            now_ms=self._service.clock.now_ms(),
        )

    async def _serve(self, device: Device) -> None:
        log.info("%s/%s is here", device.actor.role, device.actor.place)
        self._publisher.join(device)
        try:
            await self._listen(device.connection, device.actor)
        finally:
            self._publisher.leave(device)

    async def _listen(self, connection: ServerConnection, actor: Actor) -> None:
        bad_frames = 0
        async for message in connection:
            try:
                frame = decode_device_frame(message)
            except BadFrame as error:
                bad_frames += 1
                if bad_frames == 1:
                    log.warning("%s/%s sends a bad frame: %s", actor.role, actor.place, error)
                fault = Fault(code="bad_frame", message=str(error), id=error.id)
                await _send(connection, fault)
                continue
            await _send(connection, await self._answer(frame, actor))

    async def _answer(self, frame: DeviceFrame, actor: Actor) -> HubFrame | None:
        match frame:
            case Do(id=id_, command=command):
                return await self._do(id_, command, actor)
            case Ask() | Tell():
                return await self._inquiries.answered(frame, actor, self._service.hall)
            case Report():
                self._publisher.report(actor, frame)
                return None
            case Hello():
                return Fault(code="hello_first", message="Hello is said once, at the start")

    async def _do(self, request_id: str, command: Command, actor: Actor) -> HubFrame:
        answer: Answer = await self._service.ask(request_id, command, actor)
        if isinstance(answer, Fault):
            return Fault(code=answer.code, message=answer.message, id=request_id)
        if isinstance(answer, Refusal):
            return Refused(id=request_id, refusal=answer)
        return Done(id=request_id, reply=answer)


def places(plan: Plan, devices: Devices) -> dict[Role, frozenset[str]]:
    """Return the places at which each kind of device may stand."""
    return {
        Role.DISPENSER: frozenset(devices.dispensers),
        Role.BOARD: frozenset(devices.boards),
        Role.COUNTER: frozenset(plan.counters),
        Role.PANEL: frozenset(plan.counters),
        Role.KIOSK: frozenset(devices.kiosks),
    }


async def listen(
    connections: Connections, host: str, port: int, tls: ssl.SSLContext | None = None
) -> Server:
    """Start to take connections; ``port`` 0 takes any free one."""
    return await serve(
        connections.handle,
        host,
        port,
        ssl=tls,
        compression=None,
        max_size=MAX_FRAME_BYTES,
        ping_interval=2,
        ping_timeout=3,
        close_timeout=1,
        logger=_library_log,
    )


def _greeting_fault(frame: DeviceFrame, known: dict[Role, frozenset[str]]) -> Fault | None:
    if not isinstance(frame, Hello):
        return Fault(code="hello_first", message="the first frame must be Hello")
    if frame.protocol != PROTOCOL:
        message = f"this hub speaks protocol {PROTOCOL}, the device {frame.protocol}"
        return Fault(code="wrong_protocol", message=message)
    if frame.place not in known.get(frame.role, frozenset()):
        message = f"the hall file has no {frame.role} {frame.place!r}"
        return Fault(code="unknown_place", message=message)
    return None


async def _send(connection: ServerConnection, frame: HubFrame | None) -> None:
    if frame is None:
        return
    if connection.transport.get_write_buffer_size():
        await connection.send(encode(frame), text=True)  # waits for a device that is slow
    else:
        broadcast([connection], encode(frame), text=True)  # a tenth less work for the hub
