"""What staff ask about devices and people: sign-in, pairing, the lists. Nothing of it is logged
in the queue's log; what was done stands in the program's log, by ids.

Hashing and files take their time in a thread, one task after the other.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from shared.clock import HallClock
from shared.domain import tasks
from shared.domain.commands import Actor, Role
from shared.domain.errors import (
    AnyRefusal,
    HeadIdle,
    NotAllowed,
    PairingShut,
    Refusal,
    SecretNotChosen,
    SecretTooWeak,
    TryLater,
    UnknownDevice,
    UnknownOfficer,
    UnknownPlace,
    WrongCode,
    WrongSecret,
)
from shared.domain.ids import OfficerId
from shared.domain.plan import Plan
from shared.domain.roles import HEAD_AT_A_COUNTER, MAY
from shared.domain.tasks import (
    AnyResult,
    AnyTask,
    CertificateGiven,
    CodeGiven,
    DeviceList,
    KnownDevice,
    KnownOfficer,
    OfficerList,
    TaskDone,
)
from shared.hub.pairing_room import PairingRoom
from shared.identity import registry as lists
from shared.identity.certificates import BadRequest, fingerprint
from shared.identity.credentials import DER
from shared.identity.hall_keys import HallKeys
from shared.identity.people import CODE_GOOD_H, HEAD, SignInResult
from shared.identity.registry import EnrolledDevice

log = logging.getLogger(__name__)

DAY_MS = 24 * 3_600_000
MARK_LETTERS = 8
"""Letters of a fingerprint shown to staff."""

HEADS_DEEDS = (HEAD_AT_A_COUNTER | {tasks.SignInHead}) - {tasks.ListDevices}
"""What shows that the head is there; a window asks for the list by itself."""

Places = dict[Role, frozenset[str]]


@dataclass(slots=True, eq=False)
class Visit:
    """One connection of an enrolled device: whose it is, and whether the head is signed in.

    ``deed_ms`` is when the head last did something here.
    """

    device: EnrolledDevice
    actor: Actor
    head: bool = False
    deed_ms: int = 0

    def may(self, task: AnyTask) -> bool:
        """Tell whether this may be asked here now."""
        allowed = MAY[self.actor.role].tasks | (HEAD_AT_A_COUNTER if self.head else frozenset())
        return type(task) in allowed


class StaffDesk:
    """Carries out tasks. Use from the event loop's thread."""

    def __init__(
        self,
        keys: HallKeys,
        plan: Plan,
        places: Places,
        clock: HallClock,
        room: PairingRoom,
        *,
        is_here: Callable[[str], bool],
        drop: Callable[[str], None],
    ) -> None:
        """``is_here`` and ``drop`` are about a device's connections, by fingerprint."""
        self._keys = keys
        self._plan = plan
        self._places = places
        self._clock = clock
        self._room = room
        self._is_here = is_here
        self._drop = drop
        self._one_by_one = asyncio.Lock()

    async def carry_out(self, task: AnyTask, visit: Visit) -> AnyResult | AnyRefusal:
        """Return the result, or why not; for SignInOfficer only whether the officer is proven."""
        if self._head_left(visit) and type(task) in HEAD_AT_A_COUNTER:
            return HeadIdle(minutes=self._plan.staff_rules.head_idle_min)
        if not visit.may(task):
            return NotAllowed()
        if type(task) in HEADS_DEEDS:
            visit.deed_ms = self._clock.now_ms()
        async with self._one_by_one:
            return await self._done(task, visit)

    def _head_left(self, visit: Visit) -> bool:
        """Sign the head out who has done nothing for too long; tell whether it is so now."""
        idle_ms = self._clock.now_ms() - visit.deed_ms
        if not visit.head or not self._plan.staff_rules.head_left(idle_ms):
            return False
        visit.head = False
        log.info("the head was signed out at %s: nothing was done", _who(visit))
        return True

    async def _done(self, task: AnyTask, visit: Visit) -> AnyResult | AnyRefusal:
        match task:
            case tasks.SignInOfficer():
                return await self._sign_in_officer(task, visit)
            case tasks.SignInHead():
                return await self._sign_in_head(task, visit)
            case tasks.SignOutHead():
                visit.head = False
                return TaskDone()
            case tasks.OpenPairing():
                return await self._open_room()
            case tasks.ClosePairing():
                self._room.close()
                return TaskDone()
            case tasks.PairDevice():
                return await self._pair(task, visit)
            case tasks.EnrolDevice():
                return await self._enrol(task)
            case tasks.ListDevices():
                return self._devices()
            case tasks.RenameDevice(mark=mark, name=name):
                return await self._changed(mark, lambda reg, fp: lists.renamed(reg, fp, name))
            case tasks.RevokeDevice(mark=mark):
                return await self._revoke(mark, visit)
            case tasks.ListOfficers():
                return self._officers()
            case tasks.InviteOfficer(officer=officer):
                return await self._invite(officer, visit)
            case tasks.ForgetOfficer(officer=officer):
                await asyncio.to_thread(self._keys.people.forget, officer, self._clock.now_ms())
                log.warning("%s was forgotten by %s", officer, _who(visit))
                return TaskDone()

    async def _sign_in_officer(
        self, task: tasks.SignInOfficer, visit: Visit
    ) -> AnyResult | AnyRefusal:
        if task.officer not in self._plan.officers:
            return UnknownOfficer()
        return await self._signed_in(task.officer, task.pin, task.new_pin, visit)

    async def _sign_in_head(self, task: tasks.SignInHead, visit: Visit) -> AnyResult | AnyRefusal:
        answer = await self._signed_in(HEAD, task.password, task.new_password, visit)
        visit.head = isinstance(answer, TaskDone)
        return answer

    async def _signed_in(
        self, person: str, secret: str, new_secret: str, visit: Visit
    ) -> AnyResult | AnyRefusal:
        people, device, now = self._keys.people, visit.device.fingerprint, self._clock.now_ms()
        if new_secret:
            result = await asyncio.to_thread(
                people.choose_secret, device, person, secret, new_secret, now
            )
        else:
            result = await asyncio.to_thread(people.sign_in, device, person, secret, now)
        log.log(
            logging.INFO if result is SignInResult.RIGHT else logging.WARNING,
            "%s signs in at %s: %s", person, _who(visit), result.value,
        )  # fmt: skip
        match result:
            case SignInResult.RIGHT:
                return TaskDone()
            case SignInResult.WEAK:
                return SecretTooWeak()
            case SignInResult.NO_SECRET:
                return SecretNotChosen()
            case SignInResult.LATER:
                return TryLater(wait_s=int(people.wait_s(device, person)) + 1)
        return WrongSecret()

    async def _open_room(self) -> AnyResult | AnyRefusal:
        try:
            await self._room.open()
        except OSError as error:
            log.error("the pairing port cannot be opened: %s", error)
            return PairingShut()
        return TaskDone()

    async def _pair(self, task: tasks.PairDevice, visit: Visit) -> AnyResult | AnyRefusal:
        if not self._room.guesses_left():
            return PairingShut()
        offer = self._room.offer_of(task.mark)
        if offer is None:
            return UnknownDevice()
        if task.place not in self._places.get(offer.role, frozenset()):
            return UnknownPlace()
        broken = self._one(task.replaces) if task.replaces else None
        if isinstance(broken, Refusal):
            return broken
        if not await self._room.proves(task.mark, task.code):
            return WrongCode(left=self._room.guesses_left())
        now = self._clock.now_ms()
        issued = self._keys.authority.certificate_for(offer.request, offer.role, task.place)
        device = EnrolledDevice(
            fingerprint=fingerprint(issued.public_bytes(DER)),
            role=offer.role,
            place=task.place,
            name=task.name,
            since_ms=now,
            until_ms=now + task.days * DAY_MS if task.days else 0,
        )
        registry = self._keys.registry
        if broken is None:
            await self._keep(lists.enrolled(registry, device))
        else:
            await self._keep(lists.replaced(registry, broken.fingerprint, device))
            self._drop(broken.fingerprint)
        await self._room.admit(task.mark, issued)
        log.warning("%s/%s was let in by %s", device.role, device.place, _who(visit))
        return TaskDone()

    async def _enrol(self, task: tasks.EnrolDevice) -> AnyResult | AnyRefusal:
        if task.place not in self._places.get(task.role, frozenset()):
            return UnknownPlace()
        try:
            issued = self._keys.authority.certificate_for(task.request, task.role, task.place)
        except BadRequest:
            return NotAllowed()
        der = issued.public_bytes(DER)
        now = self._clock.now_ms()
        device = EnrolledDevice(fingerprint(der), task.role, task.place, "", now)
        await self._keep(lists.enrolled(self._keys.registry, device))
        log.info("%s/%s of this machine was let in", task.role, task.place)
        authority = self._keys.authority.certificate.public_bytes(DER)
        return CertificateGiven(certificate=der, authority=authority)

    def _devices(self) -> DeviceList:
        known = tuple(
            KnownDevice(
                mark=device.fingerprint[:MARK_LETTERS].upper(),
                role=device.role,
                place=device.place,
                name=device.name,
                since_ms=device.since_ms,
                until_ms=device.until_ms,
                revoked_ms=device.revoked_ms,
                here=self._is_here(device.fingerprint),
            )
            for device in self._keys.registry.devices.values()
        )
        return DeviceList(
            devices=known,
            waiting=self._room.waiting(),
            open_s=self._room.open_s(),
            guesses_left=self._room.guesses_left(),
        )

    async def _revoke(self, mark: str, visit: Visit) -> AnyResult | AnyRefusal:
        device = self._one(mark)
        if isinstance(device, Refusal):
            return device
        if device.fingerprint == visit.device.fingerprint:
            return NotAllowed()  # it would be nobody's to undo
        now = self._clock.now_ms()
        await self._keep(lists.revoked(self._keys.registry, device.fingerprint, now))
        self._drop(device.fingerprint)
        log.warning("%s/%s was revoked by %s", device.role, device.place, _who(visit))
        return TaskDone()

    async def _changed(
        self, mark: str, change: Callable[[lists.Registry, str], lists.Registry]
    ) -> AnyResult | AnyRefusal:
        device = self._one(mark)
        if isinstance(device, Refusal):
            return device
        await self._keep(change(self._keys.registry, device.fingerprint))
        return TaskDone()

    def _officers(self) -> OfficerList:
        people = self._keys.people
        return OfficerList(
            officers=tuple(
                KnownOfficer(officer=id_, has_pin=people.has_secret(id_))
                for id_ in self._plan.officers
            ),
            head_has_password=people.has_secret(HEAD),
        )

    async def _invite(self, officer: OfficerId, visit: Visit) -> AnyResult | AnyRefusal:
        if officer not in self._plan.officers and officer != HEAD:
            return UnknownOfficer()
        if officer == HEAD and visit.actor.role is not Role.HEAD:
            return NotAllowed()
        now = self._clock.now_ms()
        code = await asyncio.to_thread(self._keys.people.invite, officer, now)
        log.warning("%s got a one-time code from %s", officer, _who(visit))
        return CodeGiven(code=code, until_ms=now + CODE_GOOD_H * 3_600_000)

    def _one(self, mark: str) -> EnrolledDevice | AnyRefusal:
        found = lists.found(self._keys.registry, mark)
        return found[0] if len(found) == 1 else UnknownDevice()

    async def _keep(self, registry: lists.Registry) -> None:
        await asyncio.to_thread(self._keys.change, registry)


def _who(visit: Visit) -> str:
    return f"{visit.actor.role}/{visit.actor.place}"
