"""What staff should see to: troubles of devices, devices that are away, doubtful slips. Pure.

What devices report is kept in memory only: after a restart they report it again. Doubtful
slips come from the hall, and so from the log.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from immutables import Map

from shared.domain.commands import HUB, Actor, Role
from shared.domain.devices import Devices
from shared.domain.hall import Hall, TicketState
from shared.domain.slips import SlipState
from shared.protocol.messages import Report
from shared.protocol.topics import Alarm

AWAY_AFTER_MS = 10_000
"""A device that has been away for so long is missed."""

PRINTING_MS = 90_000
"""A slip that was ordered so long ago has had its time on the slowest printer."""


@dataclass(frozen=True, slots=True)
class Alarms:
    """The troubles of the hall; ``away_since`` holds when awaited devices were last here."""

    awaited: frozenset[Actor] = frozenset()
    reported: Map[tuple[str, Actor, bool], Alarm] = Map()
    away_since: Map[Actor, int] = Map()


def expected(devices: Devices, now: int, places: Collection[str] = ()) -> Alarms:
    """Return the alarms at the hub's start: boards and dispensers at these places are awaited.

    Without places, all of them are.
    """
    boards = [Actor(role=Role.BOARD, place=board) for board in devices.boards]
    dispensers = [Actor(role=Role.DISPENSER, place=place) for place in devices.dispensers]
    all_ = [*boards, *dispensers]
    awaited = frozenset(each for each in all_ if not places or each.place in places)
    return Alarms(awaited, away_since=Map(dict.fromkeys(awaited, now)))


def here(alarms: Alarms, actor: Actor) -> Alarms:
    """A device has come to a place where none was; what was reported there before is void."""
    kept = {key: alarm for key, alarm in alarms.reported.items() if key[1] != actor}
    away = alarms.away_since
    away = away.delete(actor) if actor in away else away
    return replace(alarms, reported=Map(kept), away_since=away)


def gone(alarms: Alarms, actor: Actor, now: int) -> Alarms:
    """A device has gone; it is missed after a while if it is awaited."""
    if actor not in alarms.awaited:
        return alarms
    return replace(alarms, away_since=alarms.away_since.set(actor, now))


def reported(alarms: Alarms, actor: Actor, report: Report, now: int) -> Alarms:
    """A device reports a trouble, or its end."""
    key = (report.kind, actor, report.second)
    if not report.active:
        return replace(alarms, reported=Map({k: v for k, v in alarms.reported.items() if k != key}))
    before = alarms.reported.get(key)
    alarm = Alarm(
        kind=report.kind,
        role=actor.role,
        place=actor.place,
        since_ms=before.since_ms if before else now,
        second=report.second,
        count=report.count,
    )
    return replace(alarms, reported=alarms.reported.set(key, alarm))


def clock_doubted(alarms: Alarms, off_by_ms: int, now: int) -> Alarms:
    """The hub compares its time with the machine's clock; 0 is no difference worth telling."""
    key = ("clock_doubtful", HUB, False)
    if not off_by_ms:
        kept = {each: alarm for each, alarm in alarms.reported.items() if each != key}
        return replace(alarms, reported=Map(kept))
    if key in alarms.reported:
        return alarms
    alarm = Alarm("clock_doubtful", HUB.role, HUB.place, since_ms=now)
    return replace(alarms, reported=alarms.reported.set(key, alarm))


def standing(alarms: Alarms, now: int) -> tuple[Alarm, ...]:
    """Return the alarms to show, oldest first."""
    away = (
        Alarm("device_away", actor.role, actor.place, since_ms)
        for actor, since_ms in alarms.away_since.items()
        if now - since_ms >= AWAY_AFTER_MS
    )
    return tuple(sorted([*alarms.reported.values(), *away], key=_oldest_first))


def _oldest_first(alarm: Alarm) -> tuple[int, str, str, bool]:
    return alarm.since_ms, alarm.place, alarm.kind, alarm.second


def unsure_slips(hall: Hall, now: int) -> tuple[Alarm, ...]:
    """Return the waiting citizens who may have no slip and were not told so, oldest first."""
    unsure = [
        (since_ms, hall.tickets[ticket])
        for ticket, since_ms in hall.unsure.items()
        if hall.tickets[ticket].state is TicketState.WAITING
    ]
    return tuple(
        Alarm("slip_unsure", HUB.role, HUB.place, since_ms, number=ticket.number)
        for since_ms, ticket in sorted(unsure, key=lambda each: (each[0], each[1].place))
        if ticket.slip.state is not SlipState.QUEUED or now - since_ms >= PRINTING_MS
    )
