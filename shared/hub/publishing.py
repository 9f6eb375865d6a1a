"""Topics and announcements on their way to the devices: newest value only, never a backlog.

A topic's value is made when the hall changed and somebody listens; it is sent when it differs
from what the device has. A device that does not read is passed over until it does.
"""

import asyncio
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import cast

from websockets.asyncio.server import ServerConnection, broadcast

from shared.clock import HallClock
from shared.domain.commands import Actor, Role
from shared.domain.devices import Devices
from shared.domain.hall import Hall
from shared.domain.ids import BoardId, CounterId
from shared.domain.roles import topics_of
from shared.hub import topics
from shared.hub.alarms import (
    clock_doubted,
    expected,
    gone,
    here,
    reported,
    standing,
    unsure_slips,
)
from shared.hub.asked_counts import AskedCounts
from shared.hub.catalog_shelf import CatalogShelf
from shared.hub.figures import BoardFigures
from shared.protocol.codec import encode
from shared.protocol.messages import Announce, Report, Topic
from shared.protocol.topics import AskedNow, CatalogNow, TopicValue

log = logging.getLogger(__name__)

LEAST_GAP_S = 0.03
"""Under load a topic is sent at most so often; the first change goes out at once."""

WRITE_BUFFER_BYTES = 64 * 1024
"""A device with more than this unsent gets nothing new until it has read."""

TWO_AT_A_PLACE_MS = 15_000
"""Two connections at one place for so long are two devices, not one that has come back."""


@dataclass(slots=True, eq=False)
class Device:
    """A connected device: what it has been sent so far."""

    actor: Actor
    connection: ServerConnection
    versions: dict[str, int] = field(default_factory=dict)
    announced: tuple[str, int] = ("", 0)

    def reads(self) -> bool:
        """Tell whether the device keeps up."""
        transport = cast(asyncio.WriteTransport, self.connection.transport)
        return transport.get_write_buffer_size() <= WRITE_BUFFER_BYTES


@dataclass(slots=True)
class Current:
    """A topic's newest value, ready to send."""

    value: TopicValue
    version: int
    frame: bytes


class Publisher:
    """Tells devices what they may know. Use from the event loop's thread only."""

    def __init__(
        self,
        devices: Devices,
        clock: HallClock,
        awaited: Collection[str] = (),
        shelf: CatalogShelf | None = None,
        figures: BoardFigures | None = None,
        asked: AskedCounts | None = None,
    ) -> None:
        """``awaited`` are the places whose boards and dispensers are missed; none means all.

        ``shelf`` holds the catalogue of procedures, ``figures`` those of the dossiers, ``asked``
        what is looked up most, where there are any.
        """
        self.alarms = expected(devices, clock.now_ms(), awaited)
        self._plan_devices = devices
        self._clock = clock
        self._shelf = shelf
        self._figures = figures
        self._asked = asked
        self._hall: Hall | None = None
        self._devices: dict[Actor, set[Device]] = {}
        self._shared_since: dict[Actor, int] = {}
        self._told_of: set[Actor] = set()
        self._listeners: dict[str, set[Device]] = {}
        self._current: dict[str, Current] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._last_s = 0.0

    def begin(self, hall: Hall) -> None:
        """Set the hall before anybody joins."""
        self._hall = hall

    def join(self, device: Device) -> None:
        """Take a device in and send it everything it may know; one step, nothing is missed."""
        if device.actor in self._devices:
            self._shared_since.setdefault(device.actor, self._clock.now_ms())
        else:
            self.alarms = here(self.alarms, device.actor)
        self._devices.setdefault(device.actor, set()).add(device)
        self._announce(device)
        for topic in topics_of(device.actor):
            self._listeners.setdefault(topic, set()).add(device)
            self._refresh(topic)
        self.changed()

    def leave(self, device: Device) -> None:
        """Forget a device; if it was the last at its place, it is away from now on."""
        for topic in topics_of(device.actor):
            self._listeners[topic].discard(device)
        self._devices[device.actor].discard(device)
        if len(self._devices[device.actor]) < 2:
            self._shared_since.pop(device.actor, None)
        if not self._devices[device.actor]:
            del self._devices[device.actor]
            self.alarms = gone(self.alarms, device.actor, self._clock.now_ms())
            log.info("%s/%s is gone", device.actor.role, device.actor.place)

    def report(self, actor: Actor, report: Report) -> None:
        """A device tells of a trouble, or of its end."""
        self.alarms = reported(self.alarms, actor, report, self._clock.now_ms())
        self.changed()

    def connections(self) -> list[ServerConnection]:
        """Return all connections."""
        return [each.connection for devices in self._devices.values() for each in devices]

    def committed(self, hall: Hall) -> None:
        """The hall has changed: announce calls now, send topics now or very soon."""
        self._hall = hall
        self._announce_all()
        self.changed()

    def tick(self) -> None:
        """Time has passed: send what depends on it, and what slow devices have missed."""
        off_by_ms = self._clock.off_by_ms()
        self.alarms = clock_doubted(self.alarms, off_by_ms, self._clock.now_ms())
        self._warn_of_shared_places()
        self._announce_all()
        self.changed()

    def changed(self) -> None:
        """Something to show may have changed: send topics now, or soon under load."""
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        wait_s = self._last_s + LEAST_GAP_S - loop.time()
        if wait_s <= 0:
            self._refresh_all()
        else:
            self._timer = loop.call_later(wait_s, self._refresh_all)

    def _warn_of_shared_places(self) -> None:
        """Say once of a place that several devices have taken it for themselves."""
        for actor, since_ms in self._shared_since.items():
            long = self._clock.now_ms() - since_ms >= TWO_AT_A_PLACE_MS
            if long and actor not in self._told_of:
                self._told_of.add(actor)
                count = len(self._devices[actor])
                log.warning("%s devices are at %s/%s", count, actor.role, actor.place)

    def _refresh_all(self) -> None:
        self._timer = None
        sent = [self._refresh(topic) for topic in self._listeners]
        # A look that found nothing new must not delay the next change.
        if any(sent):
            self._last_s = asyncio.get_running_loop().time()

    def _refresh(self, topic: str) -> bool:
        """Send a topic to those who are behind; tell whether there was anybody."""
        listeners = self._listeners[topic]
        if not listeners:
            return False
        current = self._renewed(topic)
        behind = [
            device
            for device in listeners
            if device.versions.get(topic) != current.version and device.reads()
        ]
        broadcast([device.connection for device in behind], current.frame, text=True)
        for device in behind:
            device.versions[topic] = current.version
        return bool(behind)

    def _renewed(self, name: str) -> Current:
        value = self._value(name)
        current = self._current.get(name)
        if current is None or current.value != value:
            version = current.version + 1 if current else 1
            frame = encode(Topic(topic=name, version=version, value=value))
            current = self._current[name] = Current(value, version, frame)
        return current

    def _value(self, name: str) -> TopicValue:
        assert self._hall is not None, "the hall is set before anybody joins"
        hall, now = self._hall, self._clock.now_ms()
        kind, _, place = name.partition("/")
        makers: dict[str, Callable[[], TopicValue]] = {
            "setup": lambda: topics.setup_for(Role(place), hall.plan, self._plan_devices),
            "dispenser": lambda: topics.dispenser_now(hall, now),
            "kiosk": lambda: topics.kiosk_now(hall),
            "catalog": lambda: CatalogNow(version=self._shelf.version if self._shelf else ""),
            "asked": lambda: self._asked.now if self._asked else AskedNow(month="", counts={}),
            "board": lambda: topics.board_now(
                hall,
                self._plan_devices.boards[BoardId(place)],
                self._figures.now if self._figures else None,
            ),
            "panel": lambda: topics.panel_now(hall, CounterId(place)),
            "counter": lambda: topics.counter_desk(
                hall,
                CounterId(place),
                self._plan_devices,
                (*unsure_slips(hall, now), *standing(self.alarms, now)),
            ),
        }
        return makers[kind]()

    def _announce_all(self) -> None:
        for actor, devices in self._devices.items():
            if actor.role is Role.BOARD:
                for device in devices:
                    self._announce(device)

    def _announce(self, device: Device) -> None:
        if device.actor.role is not Role.BOARD or self._hall is None:
            return
        day, after = device.announced
        after = after if day == self._hall.day else 0
        board = self._plan_devices.boards[BoardId(device.actor.place)]
        calls = topics.announcements(self._hall, board, self._clock.now_ms(), after)
        if calls and device.reads():
            broadcast([device.connection], encode(Announce(calls=calls)), text=True)
            device.announced = (self._hall.day, calls[-1].call)
