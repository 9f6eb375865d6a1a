"""What staff should see to: troubles reported by devices, and devices that are away. Pure.

Kept in memory only: after a restart devices report again what still troubles them.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from immutables import Map

from shared.domain.commands import HUB, Actor, Role
from shared.domain.devices import Devices
from shared.protocol.messages import Report
from shared.protocol.topics import Alarm

AWAY_AFTER_MS = 10_000
"""A device that has been away for so long is missed."""


@dataclass(frozen=True, slots=True)
class Alarms:
    """The troubles of the hall; ``away_since`` holds when awaited devices were last here."""

    awaited: frozenset[Actor] = frozenset()
    reported: Map[tuple[str, Actor], Alarm] = Map()
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
    key = (report.kind, actor)
    if not report.active:
        return replace(alarms, reported=Map({k: v for k, v in alarms.reported.items() if k != key}))
    alarm = Alarm(report.kind, actor.role, actor.place, since_ms=now, number=report.number)
    return replace(alarms, reported=alarms.reported.set(key, alarm))


def clock_doubted(alarms: Alarms, off_by_ms: int, now: int) -> Alarms:
    """The hub compares its time with the machine's clock; 0 is no difference worth telling."""
    kind = "clock_doubtful"
    if not off_by_ms:
        kept = {key: alarm for key, alarm in alarms.reported.items() if key != (kind, HUB)}
        return replace(alarms, reported=Map(kept))
    if (kind, HUB) in alarms.reported:
        return alarms
    alarm = Alarm(kind, HUB.role, HUB.place, since_ms=now)
    return replace(alarms, reported=alarms.reported.set((kind, HUB), alarm))


def standing(alarms: Alarms, now: int) -> tuple[Alarm, ...]:
    """Return the alarms to show, oldest first."""
    away = (
        Alarm("device_away", actor.role, actor.place, since_ms)
        for actor, since_ms in alarms.away_since.items()
        if now - since_ms >= AWAY_AFTER_MS
    )
    return tuple(sorted([*alarms.reported.values(), *away], key=lambda a: (a.since_ms, a.place)))
