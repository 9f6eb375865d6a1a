"""The hub's side of every connection: who it is, greeting, requests one at a time, beats.

Who a device is and where it stands, the hub's own list says, by the certificate it has shown;
Hello says only as what it speaks. The door (TLS, gate) is before this.
"""

import asyncio
import logging
from collections.abc import Mapping

from msgspec.structs import replace
from websockets.asyncio.server import ServerConnection, broadcast
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode

from shared.domain.cards import card_field
from shared.domain.commands import HUB, Actor, Command, IssueTicket, KeepTime, Role, SignIn
from shared.domain.devices import Devices
from shared.domain.errors import NotAllowed, Refusal
from shared.domain.plan import Plan
from shared.domain.roles import MAY, may_speak_as
from shared.domain.tasks import AnyTask, SignInOfficer
from shared.hub.batch import Answer, Request
from shared.hub.door import address_of, fingerprinted
from shared.hub.inquiries import Inquiries
from shared.hub.publishing import Device, Publisher
from shared.hub.service import HubStopping, Service
from shared.hub.staff_desk import Places, StaffDesk, Visit
from shared.hub.visitors import Visitors
from shared.identity.certificates import fingerprint
from shared.identity.gate import Bucket, Rate
from shared.identity.hall_keys import KEEPER_PLACE, HallKeys
from shared.identity.registry import Standing
from shared.protocol.codec import BadFrame, decode_device_frame, encode
from shared.protocol.messages import (
    BEAT_S,
    PROTOCOL,
    SILENCE_S,
    Ask,
    Beat,
    DeviceFrame,
    Do,
    Done,
    Fault,
    FindTicket,
    Hello,
    HubFrame,
    Looked,
    Manage,
    Managed,
    Refused,
    Report,
    Tell,
    Welcome,
)

log = logging.getLogger(__name__)

OBSERVER_PLACE = "observer"

MOST_BAD_FRAMES = 50
"""A device that sends so many on one connection is cut off."""

REASONS = {
    Standing.UNKNOWN: ("not_enrolled", "no device with this certificate was let in"),
    Standing.REVOKED: ("revoked", "this device was revoked"),
    Standing.EXPIRED: ("expired", "this device was lent until a day that is over"),
}
"""For each standing but a good one the code of the fault, and words for the log."""


class Connections:
    """Speaks with all devices of one hall."""

    def __init__(
        self,
        service: Service,
        publisher: Publisher,
        inquiries: Inquiries,
        plan: Plan,
        keys: HallKeys,
        desk: StaffDesk,
        visitors: Visitors,
        known_places: Places,
        boot: str,
        quotas: Mapping[Role, Rate],
    ) -> None:
        """``boot`` names this start of the hub; ``quotas`` is what a device may send."""
        self._service = service
        self._publisher = publisher
        self._inquiries = inquiries
        self._plan = plan
        self._keys = keys
        self._desk = desk
        self._visitors = visitors
        self._places = known_places
        self._boot = boot
        self._quotas = quotas
        self._at_day_key = asyncio.Lock()

    async def handle(self, connection: ServerConnection) -> None:
        """Serve one connection until it ends."""
        try:
            visit = await self._greet(connection)
            if visit is not None:
                await self._serve(Device(visit.actor, connection), visit)
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
            self._show_out()
            await self._throw_key_away()
            await asyncio.sleep(tick_s)

    async def _throw_key_away(self) -> None:
        try:
            async with self._at_day_key:
                self._keys.day_key.throw_away_unless(self._service.hall.day)
        except OSError as error:
            log.error("yesterday's key of ID cards is still there: %s", error)

    def _show_out(self) -> None:
        """Drop devices that are here no longer by right; revoking drops them by itself."""
        now = self._service.clock.now_ms()
        for mark in self._visitors.marks():
            if self._keys.standing(mark, now) is not Standing.WELCOME:
                self._visitors.drop(mark)

    async def beat(self) -> None:
        """Tell every device that the hub lives, for as long as it does."""
        while True:
            beat = Beat(now_ms=self._service.clock.now_ms(), speed=self._service.clock.speed)
            broadcast(self._publisher.connections(), encode(beat), text=True)
            await asyncio.sleep(BEAT_S)

    async def _greet(self, connection: ServerConnection) -> Visit | None:
        mark = fingerprint(fingerprinted(connection))
        fault = self._standing_fault(mark, connection)
        if fault is None:
            frame = await self._next_frame(connection, asyncio.timeout(SILENCE_S))
            if frame is None:
                return None
            # It may have been revoked while it thought of its greeting.
            fault = self._standing_fault(mark, connection) or self._greeting_fault(frame, mark)
        if fault is not None:
            self._visitors.turned_away(address_of(connection), f"{mark[:8]}: {fault.message}")
            await _send(connection, fault)
            return None
        assert isinstance(frame, Hello)
        device = self._keys.registry.devices[mark]
        await _send(connection, self._welcome(device.place))
        return Visit(device, Actor(role=frame.role, place=device.place))

    def _standing_fault(self, mark: str, connection: ServerConnection) -> Fault | None:
        standing = self._keys.standing(mark, self._service.clock.now_ms())
        if standing is not Standing.WELCOME:
            code, message = REASONS[standing]
            return Fault(code=code, message=message)
        if self._visitors.elsewhere(mark, address_of(connection)):
            device = self._keys.registry.devices[mark]
            actor = Actor(role=device.role, place=device.place)
            self._publisher.report(actor, Report(kind="cloned", active=True))
            message = "this device is here already, from another address"
            return Fault(code="cloned", message=message)
        return None

    def _greeting_fault(self, frame: DeviceFrame, mark: str) -> Fault | None:
        device = self._keys.registry.devices[mark]
        if not isinstance(frame, Hello):
            return Fault(code="hello_first", message="the first frame must be Hello")
        if frame.protocol != PROTOCOL:
            message = f"this hub speaks protocol {PROTOCOL}, the device {frame.protocol}"
            return Fault(code="wrong_protocol", message=message)
        if not may_speak_as(device.role, frame.role):
            message = f"a {device.role} may not speak as a {frame.role}"
            return Fault(code="wrong_role", message=message)
        if device.place not in self._places[device.role]:
            message = f"the hall file has no {device.role} {device.place!r}"
            return Fault(code="unknown_place", message=message)
        return None

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

    def _welcome(self, place: str) -> Welcome:
        return Welcome(
            hall=self._plan.hall_id,
            place=place,
            names=self._plan.names,
            boot=self._boot,
            now_ms=self._service.clock.now_ms(),
        )

    async def _serve(self, device: Device, visit: Visit) -> None:
        log.info("%s/%s is here", device.actor.role, device.actor.place)
        mark = visit.device.fingerprint
        self._visitors.came(mark, device.connection)
        self._publisher.join(device)
        try:
            await self._listen(device.connection, visit)
        finally:
            self._publisher.leave(device)
            self._visitors.went(mark, device.connection)

    async def _listen(self, connection: ServerConnection, visit: Visit) -> None:
        actor, bad_frames = visit.actor, 0
        loop = asyncio.get_running_loop()
        quota = Bucket.full(self._quotas[actor.role], loop.time())
        async for message in connection:
            wait_s = quota.wait_s(loop.time())
            if wait_s:
                await asyncio.sleep(wait_s)
            try:
                frame = decode_device_frame(message)
            except BadFrame as error:
                bad_frames += 1
                if bad_frames == 1:
                    log.warning("%s/%s sends a bad frame: %s", actor.role, actor.place, error)
                if bad_frames > MOST_BAD_FRAMES:
                    log.warning("%s/%s is cut off: bad frames only", actor.role, actor.place)
                    return
                fault = Fault(code="bad_frame", message=str(error), id=error.id)
                await _send(connection, fault)
                continue
            await _send(connection, await self._answer(frame, visit))

    async def _answer(self, frame: DeviceFrame, visit: Visit) -> HubFrame | None:
        match frame:
            case Do(id=id_, command=command):
                return await self._do(id_, command, visit.actor)
            case Ask() | Tell():
                if not _may_inquire(visit.actor.role, frame):
                    return Refused(id=frame.id, refusal=NotAllowed())
                return await self._inquiries.answered(frame, visit.actor, self._service.hall)
            case Manage(id=id_, task=task):
                return await self._manage(id_, task, visit)
            case Report():
                self._publisher.report(visit.actor, frame)
                return None
            case Looked(code=code):
                if MAY[visit.actor.role].looks_up:
                    self._inquiries.asked.looked(code)
                return None
            case Hello():
                return Fault(code="hello_first", message="Hello is said once, at the start")

    async def _manage(self, request_id: str, task: AnyTask, visit: Visit) -> HubFrame:
        result = await self._desk.carry_out(task, visit)
        if isinstance(result, Refusal):
            return Refused(id=request_id, refusal=result)
        if isinstance(task, SignInOfficer):
            return await self._do(request_id, SignIn(officer=task.officer), visit.actor)
        return Managed(id=request_id, result=result)

    async def _do(self, request_id: str, command: Command, actor: Actor) -> HubFrame:
        if isinstance(command, IssueTicket) and command.person:
            command = await self._without_card(command)
        answer: Answer = await self._service.ask(request_id, command, actor)
        if isinstance(answer, Fault):
            return Fault(code=answer.code, message=answer.message, id=request_id)
        if isinstance(answer, Refusal):
            return Refused(id=request_id, refusal=answer)
        return Done(id=request_id, reply=answer)

    async def _without_card(self, command: IssueTicket) -> IssueTicket:
        """Make a mark of the number of a card, or drop it where nobody asks for one."""
        field, day = card_field(self._plan, command.service), self._service.hall.day
        if field is None or not day:
            return replace(command, person="")
        try:
            async with self._at_day_key:  # the day's first mark writes a key to the disk
                mark = await asyncio.to_thread(self._keys.day_key.mark, day, field, command.person)
        except OSError as error:  # numbers are more than the rule about second ones
            log.error("no key of ID cards can be kept: %s", error)
            mark = ""
        return replace(command, person=mark)


def _may_inquire(role: Role, frame: Ask | Tell) -> bool:
    may = MAY[role]
    finds_ticket = isinstance(frame, Ask) and isinstance(frame.question, FindTicket)
    return may.finds if finds_ticket else may.looks_up


def places(plan: Plan, devices: Devices) -> Places:
    """Return the places at which each kind of device may stand."""
    return {
        Role.DISPENSER: frozenset(devices.dispensers),
        Role.BOARD: frozenset(devices.boards),
        Role.COUNTER: frozenset(plan.counters),
        Role.PANEL: frozenset(plan.counters),
        Role.KIOSK: frozenset(devices.kiosks),
        Role.HEAD: frozenset({KEEPER_PLACE}),
        Role.OBSERVER: frozenset({OBSERVER_PLACE}),
    }


async def _send(connection: ServerConnection, frame: HubFrame | None) -> None:
    if frame is None:
        return
    if connection.transport.get_write_buffer_size():
        await connection.send(encode(frame), text=True)  # waits for a device that is slow
    else:
        broadcast([connection], encode(frame), text=True)  # a tenth less work for the hub
