"""One hub, wired together: log, service, publisher, door, desk; started and stopped as one."""

import asyncio
import gc
import sys
from collections.abc import Coroutine, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from shared.clock import HallClock
from shared.config.dossiers import DossierPlan
from shared.domain.commands import Role
from shared.domain.devices import Devices
from shared.domain.hall import Hall
from shared.domain.opening import doubtful_leap
from shared.domain.plan import Plan
from shared.hub.asked_counts import AskedCounts
from shared.hub.catalog_shelf import CatalogShelf
from shared.hub.connections import Connections, places
from shared.hub.door import Door
from shared.hub.dossier_lookup import DossierLookup
from shared.hub.feedback import Feedback
from shared.hub.figures import BoardFigures
from shared.hub.inquiries import Inquiries
from shared.hub.pairing_room import PairingRoom
from shared.hub.publishing import Publisher
from shared.hub.service import Service
from shared.hub.staff_desk import StaffDesk
from shared.hub.visitors import Visitors
from shared.identity.gate import COMMANDS, Rate
from shared.identity.hall_keys import HallKeys
from shared.identity.tls import hub_tls
from shared.storage.event_log import EventLog
from shared.storage.feedback_box import FeedbackBox

SWITCH_S = 0.0005
NEW_OBJECTS = 20_000
"""After so many the hub looks for cycles; its frozen values have none, only broken links do."""

LEAST_TICK_S = 0.05
"""A rehearsal's clock may run fast, its ticks no faster than this."""


@dataclass(frozen=True, slots=True)
class HubOptions:
    """Where a hub keeps its log and listens; ``port`` 0 takes any free one.

    New devices are let in at the port above it.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 0
    dossiers: DossierPlan | None = None
    feedback_days: int = 365
    """So long messages to the head of the hall are kept."""
    accepted_day: str = ""
    """A day (ISO) that may begin though it is long after the last one in the log."""
    awaited: tuple[str, ...] = ()
    """Places whose boards and dispensers staff are told of when away; none means all."""
    quotas: Mapping[Role, Rate] = field(default_factory=COMMANDS.copy)


class DateDoubtful(Exception):
    """The machine's date is hardly right; the text says why, and what to do."""


async def run_hub(
    options: HubOptions,
    plan: Plan,
    devices: Devices,
    keys: HallKeys,
    clock: HallClock,
    *,
    ready: "asyncio.Future[int]",
    stop: asyncio.Event,
) -> None:
    """Run a hub until ``stop`` is set; ``ready`` gets the port.

    Raises StorageFailed and DateDoubtful.
    """
    # The writer thread gets the interpreter back from a busy loop this soon, not in 5 ms.
    sys.setswitchinterval(SWITCH_S)
    gc.set_threshold(NEW_OBJECTS)
    with closing(EventLog(options.data)) as log, closing(FeedbackBox(options.data)) as box:
        shelf = CatalogShelf(options.data / "catalogue")
        lookup = DossierLookup(options.dossiers, clock)
        figures = BoardFigures(lookup, clock, plan.utc_offset_min)
        asked = AskedCounts(options.data, plan, clock)
        publisher = Publisher(devices, clock, options.awaited, shelf, figures, asked)
        service = Service(log, plan, clock, publisher.committed)
        # A machine whose battery is dead may believe it is years ago.
        clock.not_before(service.hall.at_ms)
        _check_date(service.hall, clock.now_ms(), options.accepted_day)
        publisher.begin(service.hall)
        feedback = Feedback(box, plan, clock)
        inquiries = Inquiries(feedback, shelf, lookup, asked)
        visitors = Visitors()
        context = hub_tls(keys.folder / "hub.pem", keys.hub.authority_pem)
        door = Door(options.host, options.port, context)
        visitors.turned_away = door.turned_away
        room = PairingRoom(options.host, door.port + 1, keys.authority.certificate)
        known = places(plan, devices)
        desk = StaffDesk(
            keys, plan, known, clock, room, is_here=visitors.is_here, drop=visitors.drop
        )
        boot = uuid4().hex[:12]
        connections = Connections(
            service, publisher, inquiries, plan, keys, desk, visitors, known, boot, options.quotas
        )
        keys.people.keep_only(plan.officers, clock.now_ms())
        async with door.opened(connections.handle):
            ready.set_result(door.port)
            try:
                await _until(
                    stop,
                    service.run(),
                    connections.keep_time(max(LEAST_TICK_S, 1.0 / clock.speed)),
                    connections.beat(),
                    shelf.watch(publisher.changed),
                    figures.watch(publisher.changed),
                    asked.keep(),
                    feedback.keep_house(options.feedback_days),
                )
            finally:
                room.close()


def _check_date(hall: Hall, now: int, accepted_day: str) -> None:
    day = doubtful_leap(hall, now)
    if day not in ("", accepted_day):
        raise DateDoubtful(
            f"this machine says it is {day}, but the log's last day is {hall.day}: "
            f"set the date right, or start once with --accept-day {day}"
        )


async def _until(stop: asyncio.Event, *work: Coroutine[None, None, None]) -> None:
    """Run everything until ``stop``; if one part fails, all end and its error is raised."""
    tasks: list[asyncio.Task[Any]] = [asyncio.create_task(part) for part in work]
    stopping: asyncio.Task[Any] = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in [*tasks, stopping]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
