"""What staff should see to: troubles of devices, devices that are away, doubtful slips. Pure.

What devices report is kept in memory only: after a restart they report it again. Doubtful
slips come from the hall, and so from the log.
"""

from dataclasses import dataclass, replace

from immutables import Map

from shared.domain.commands import Actor, Role
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
    """The troubles of the hall; ``away_since`` holds when configured devices were last here."""

    reported: Map[tuple[str, Actor, bool], Alarm] = Map()
    away_since: Map[Actor, int] = Map()


def expected(devices: Devices, now: int) -> Alarms:
    """Return the alarms at the hub's start: every board and dispenser is still awaited."""
    boards = [Actor(role=Role.BOARD, place=board) for board in devices.boards]
    dispensers = [Actor(role=Role.DISPENSER, place=place) for place in devices.dispensers]
    return Alarms(away_since=Map(dict.fromkeys([*boards, *dispensers], now)))


def here(alarms: Alarms, actor: Actor) -> Alarms:
    """A device has come; what it reported before it went is void."""
    kept = {key: alarm for key, alarm in alarms.reported.items() if key[1] != actor}
    away = alarms.away_since
    return Alarms(Map(kept), away.delete(actor) if actor in away else away)


def gone(alarms: Alarms, actor: Actor, now: int) -> Alarms:
    """A device has gone; boards and dispensers are missed after a while."""
    if actor.role not in (Role.BOARD, Role.DISPENSER):
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
        place=actor.place,
        since_ms=before.since_ms if before else now,
        second=report.second,
        count=report.count,
    )
    return replace(alarms, reported=alarms.reported.set(key, alarm))


def standing(alarms: Alarms, now: int) -> tuple[Alarm, ...]:
    """Return the alarms to show, oldest first."""
    away = (
        Alarm(kind="device_away", place=actor.place, since_ms=since_ms)
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
        Alarm(kind="slip_unsure", place="", since_ms=since_ms, number=ticket.number)
        for since_ms, ticket in sorted(unsure, key=lambda each: (each[0], each[1].place))
        if ticket.slip.state is not SlipState.QUEUED or now - since_ms >= PRINTING_MS
    )
