"""What time brings about: the change of the business day, holds that end, ratings that close,
officers who have left without signing out.
"""

from shared.domain.commands import Actor, KeepTime, OpenDay
from shared.domain.decide.moving import released
from shared.domain.events import (
    CounterClosed,
    DayClosed,
    DayOpened,
    Event,
    RatingUnanswered,
    TicketCancelled,
)
from shared.domain.hall import Counter, CounterState, Hall
from shared.domain.ids import TicketId
from shared.domain.opening import day_due

DAY_ENDED = "day_ended"
"""Reason of tickets that were still alive when their business day ended."""


def open_day(hall: Hall, command: OpenDay, now: int, actor: Actor) -> tuple[Event, ...]:
    """Close what is left of the old day and open the one that is due, if any."""
    due = day_due(hall, now)
    if due is None:
        return ()
    return (*_closing(hall), DayOpened(day=due, key=command.key))


def keep_time(hall: Hall, command: KeepTime, now: int, actor: Actor) -> tuple[Event, ...]:
    """Release held tickets whose time has come; close ratings and counters nobody is at."""
    due = [ticket for ticket, until_ms in hall.held.items() if 0 < until_ms <= now]
    events: list[Event] = [released(hall.tickets[ticket]) for ticket in sorted(due)]
    open_ms = hall.plan.call_rules.rating_open_s * 1000
    for counter in hall.counters.values():
        if counter.rating is not None and now >= counter.rating_since_ms + open_ms:
            events.append(RatingUnanswered(ticket=counter.rating, counter=counter.id))
        if _is_deserted(hall, counter, now):
            events.append(CounterClosed(counter=counter.id))
    return tuple(events)


def _is_deserted(hall: Hall, counter: Counter, now: int) -> bool:
    """Tell whether an officer has done nothing for too long, with no citizen at the counter."""
    if counter.state is CounterState.CLOSED or counter.ticket is not None:
        return False
    return hall.plan.staff_rules.officer_left(now - counter.deed_ms)


def _closing(hall: Hall) -> list[Event]:
    if not hall.day:
        return []
    events: list[Event] = []
    for counter in hall.counters.values():
        if counter.rating is not None:
            events.append(RatingUnanswered(ticket=counter.rating, counter=counter.id))
    events += [TicketCancelled(ticket=ticket, reason=DAY_ENDED) for ticket in _alive(hall)]
    for counter in hall.counters.values():
        if counter.state is not CounterState.CLOSED:
            events.append(CounterClosed(counter=counter.id))
    events.append(DayClosed(day=hall.day))
    return events


def _alive(hall: Hall) -> list[TicketId]:
    alive = [ticket for line in hall.lines.values() for ticket in line]
    alive += [ticket for line in hall.bound.values() for ticket in line]
    alive += hall.held
    alive += [c.ticket for c in hall.counters.values() if c.ticket is not None]
    return sorted(alive)
