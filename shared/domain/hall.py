"""The hall as it is right now: tickets, counters and calls of the current business day.

A tree of frozen values, changed only by shared.domain.apply. Yesterday is not in here.
Structs, because every event makes several of them anew: a dataclass takes ten times as long.
"""

from enum import StrEnum

from immutables import Map
from msgspec import Struct

from shared.domain.ids import (
    BoardId,
    CategoryId,
    CounterId,
    OfficerId,
    SeriesId,
    ServiceId,
    TicketId,
)
from shared.domain.plan import Plan
from shared.domain.slips import Slip


class TicketState(StrEnum):
    """Where a ticket stands; the last three are ends, though a missed one may rejoin."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    MISSED = "missed"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class CounterState(StrEnum):
    """Whether a counter is staffed and working."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class Ticket(Struct, frozen=True):
    """One citizen's visit.

    ``place`` is the arrival's rank in the day and stays through transfers. ``counter`` is
    where the ticket is called, served, held, missed or was finished. ``bound_to`` lets only
    that counter call it; ``returns`` are the counters and services that transfers lead back to,
    the nearest last.
    """

    id: TicketId
    number: str
    token: str
    service: ServiceId
    place: int
    issued_ms: int
    state: TicketState = TicketState.WAITING
    further: tuple[ServiceId, ...] = ()
    category: CategoryId | None = None
    language: str = "vi"
    waiting_since_ms: int = 0
    counter: CounterId | None = None
    bound_to: CounterId | None = None
    returns: tuple[tuple[CounterId, ServiceId], ...] = ()
    calls: int = 0
    last_call_ms: int = 0
    begun_ms: int = 0
    ended_ms: int = 0
    hold_reason: str = ""
    hold_until_ms: int | None = None
    rated: bool = False
    slip: Slip = Slip()
    person: str = ""


class Counter(Struct, frozen=True):
    """A counter's state; ``rating`` is the finished ticket whose mark is still awaited.

    ``deed_ms`` is when its officer last did something, or let a citizen go.
    """

    id: CounterId
    state: CounterState = CounterState.CLOSED
    officer: OfficerId | None = None
    pause_reason: str = ""
    ticket: TicketId | None = None
    finished_today: int = 0
    missed_today: int = 0
    rating: TicketId | None = None
    rating_since_ms: int = 0
    deed_ms: int = 0
    last_call: int = 0


class Call(Struct, frozen=True):
    """A call or recall: what boards show and speak, and which of them have done so."""

    no: int
    ticket: TicketId
    number: str
    counter: CounterId
    at_ms: int
    times: int
    shown_ms: Map[BoardId, int] = Map()
    spoken_ms: Map[BoardId, int] = Map()


class Hall(Struct, frozen=True):
    """Everything that matters now.

    ``lines`` hold the waiting by service and ``bound`` those bound to a counter, both in
    calling order.

    ``persons`` maps the mark of somebody's card to the tickets taken with it.

    ``held`` maps held tickets to the time they wait again (0 for none), ``unsure`` those whose
    citizen may stand there without paper to the time since when that is so.
    """

    plan: Plan
    day: str = ""
    day_key: str = ""
    at_ms: int = 0
    next_place: int = 1
    next_call: int = 1
    tests: int = 0
    next_serials: Map[SeriesId, int] = Map()
    issued: Map[ServiceId, int] = Map()
    tickets: Map[TicketId, Ticket] = Map()
    tokens: Map[str, TicketId] = Map()
    persons: Map[str, tuple[TicketId, ...]] = Map()
    lines: Map[ServiceId, tuple[TicketId, ...]] = Map()
    bound: Map[CounterId, tuple[TicketId, ...]] = Map()
    counters: Map[CounterId, Counter] = Map()
    held: Map[TicketId, int] = Map()
    missed: tuple[TicketId, ...] = ()
    unsure: Map[TicketId, int] = Map()
    calls: Map[int, Call] = Map()

    @staticmethod
    def empty(plan: Plan) -> "Hall":
        """Return the hall before its first business day, all counters closed."""
        return Hall(plan=plan, counters=Map({c: Counter(id=c) for c in plan.counters}))
