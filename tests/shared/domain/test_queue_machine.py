"""Whatever is asked, by whomever, whenever: nobody is lost, doubled, or in two places."""

from collections import Counter as Tally
from dataclasses import replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from shared.domain import commands
from shared.domain.apply import apply
from shared.domain.calling import order_key
from shared.domain.commands import Actor, Command, OpenDay, Role
from shared.domain.decide import RULES, decide
from shared.domain.errors import Refusal
from shared.domain.events import Event, TicketCalled, TicketIssued
from shared.domain.hall import CounterState, Hall, Ticket, TicketState
from shared.domain.ids import CategoryId, CounterId, OfficerId, SeriesId, ServiceId, TicketId
from shared.domain.plan import Plan, Series
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    COPIES,
    DISPENSER,
    ELDERLY,
    HUB,
    KEY,
    LAND,
    MONDAY_8_AM,
    ONE,
    THREE,
    TWO,
    at,
    panel,
    small_plan,
)

NOBODY = TicketId("20261123-Z999")
COUNTER_IDS = (ONE, TWO, THREE)
SERVICES = st.sampled_from([BIRTH, COPIES, LAND])
COUNTERS = st.sampled_from(COUNTER_IDS)
OFFICERS = st.sampled_from([OfficerId("lan"), OfficerId("minh"), OfficerId("nobody")])
CATEGORIES = st.sampled_from([None, ELDERLY])
ROLES = st.sampled_from(list(Role))
PLACES = st.sampled_from([*COUNTER_IDS, "counter-99", "board-1", ""])
REASONS = st.sampled_from(["", "wheelchair"])
AHEAD_S = st.none() | st.sampled_from([-60, 0, 30, 600])
MARKS = st.sampled_from(["good", "poor", "slow", "x", ""])
EARLY_TICKETS = st.sampled_from([*(TicketId(f"20261123-A00{n}") for n in range(1, 7)), NOBODY])
ARGUMENTS: dict[str, st.SearchStrategy[object]] = {
    "service": SERVICES | st.just(ServiceId("")),
    "further": st.lists(SERVICES, max_size=5).map(tuple),
    "category": CATEGORIES | st.just(CategoryId("x")),
    "language": st.text(max_size=8),
    "officer": OFFICERS,
    "reason": st.text(max_size=5),
    "ticket": EARLY_TICKETS,
    "outcome": st.sampled_from(list(commands.Outcome)),
    "dossiers": st.lists(st.text(min_size=1, max_size=5), max_size=2).map(tuple),
    "counter": st.none() | COUNTERS,
    "returns": st.booleans(),
    "until_ms": st.none() | st.integers(),
    "level": MARKS,
    "reasons": st.lists(MARKS, max_size=2).map(tuple),
    "call": st.integers(),
    "key": st.just(KEY),
}
HOUR_S = 3600
DAY_S = 24 * HOUR_S


def other_hall_files() -> list[Plan]:
    """Return plans that a restart may bring: other series, prefixes, ranges and counters' work."""
    plan = small_plan()
    a, b, c = SeriesId("a"), SeriesId("b"), SeriesId("c")
    moved = {**plan.services, BIRTH: replace(plan.services[BIRTH], series=c)}
    everybody = {
        id_: replace(counter, serves=(BIRTH, COPIES, LAND))
        for id_, counter in plan.counters.items()
    }
    return [
        plan,
        replace(plan, services=moved, series={**plan.series, c: Series(c, "C", 1, 999)}),
        replace(plan, series={a: Series(a, "B", 1, 999), b: Series(b, "A", 3, 7)}),
        replace(plan, counters=everybody),
    ]


HALL_FILES = dict(enumerate(other_hall_files()))


def any_of(command: type[Command]) -> st.SearchStrategy[Command]:
    """Return commands of a kind, right or wrong."""
    return st.builds(command, **{name: ARGUMENTS[name] for name in command.__struct_fields__})


ANYTHING = st.sampled_from(list(RULES)).flatmap(any_of)


class Queue(RuleBasedStateMachine):
    """Plays a hall with a clock that jumps, and restarts it from its log."""

    def __init__(self) -> None:
        super().__init__()
        self.hall = Hall.empty(small_plan())
        self.now = MONDAY_8_AM
        self.log: list[tuple[int, Event]] = []
        self.numbers: set[TicketId] = set()
        self.last_day = ""

    @initialize()
    def begin_the_day(self) -> None:
        self.ask(HUB, OpenDay(key=KEY))
        for counter in COUNTER_IDS:
            self.ask(at(counter), commands.SignIn(officer=OfficerId("lan")))

    def ask(self, actor: Actor, command: Command) -> None:
        decision = decide(self.hall, command, now=self.now, actor=actor)
        if isinstance(decision, Refusal):
            return
        assert actor.role in RULES[type(command)][1], "a stranger was obeyed"
        for event in decision:
            self.look_at(event)
            at_ms = max(self.now, self.hall.at_ms)
            self.hall = apply(self.hall, event, at_ms)
            self.log.append((at_ms, event))

    def look_at(self, event: Event) -> None:
        if isinstance(event, TicketIssued):
            assert event.ticket not in self.numbers, "a number was given twice"
            self.numbers.add(event.ticket)
        if isinstance(event, TicketCalled):
            called = self.hall.tickets[event.ticket]
            assert called.state not in (TicketState.CALLED, TicketState.SERVING), "called by two"
            if not event.reason and called.state is TicketState.WAITING:
                self.check_order(called, event.counter)

    def check_order(self, called: Ticket, counter: CounterId) -> None:
        """Nobody with a better claim to this counter may be waiting, by a plain reading."""
        for ticket in self.hall.tickets.values():
            if ticket.state is TicketState.WAITING and self.waits_for(ticket, counter):
                elderly, first = ticket.category is not None, -ticket.place
                assert (elderly, first) <= (called.category is not None, -called.place), ticket

    def waits_for(self, ticket: Ticket, counter: CounterId) -> bool:
        bound_to = ticket.bound_to
        if bound_to == counter:
            return True
        served = ticket.service in self.hall.plan.counters[counter].serves
        if bound_to is None:
            return served
        return served and self.hall.counters[bound_to].state is CounterState.CLOSED

    def pick(self, index: int) -> TicketId:
        """Return one of today's tickets, sometimes one that does not exist."""
        tickets = [*sorted(self.hall.tickets), NOBODY]
        return tickets[index % len(tickets)]

    def reach(self, index: int, counter: CounterId) -> TicketId:
        """Return the ticket at this counter, or else any."""
        return self.hall.counters[counter].ticket or self.pick(index)

    @rule(service=SERVICES, category=CATEGORIES, further=st.lists(SERVICES, max_size=5))
    def take_a_number(
        self, service: ServiceId, category: CategoryId | None, further: list[ServiceId]
    ) -> None:
        command = commands.IssueTicket(service=service, category=category, further=tuple(further))
        self.ask(DISPENSER, command)

    @rule(counter=COUNTERS)
    def serve_the_next(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.CallNext())
        self.ask(at(counter), commands.BeginService())

    @rule(counter=COUNTERS)
    def call_the_next(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.CallNext())

    @rule(counter=COUNTERS)
    def finish(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.FinishService(outcome=commands.Outcome.ACCEPTED))

    @rule(counter=COUNTERS)
    def give_up_calling(self, counter: CounterId) -> None:
        for _ in range(self.hall.plan.call_rules.calls_before_missed):
            self.now += self.hall.plan.call_rules.between_calls_s * 1000
            self.ask(at(counter), commands.RecallTicket())
        self.now += self.hall.plan.call_rules.between_calls_s * 1000
        self.ask(at(counter), commands.MarkMissed())

    @rule(counter=COUNTERS, index=st.integers(0, 30), reason=REASONS)
    def choose(self, counter: CounterId, index: int, reason: str) -> None:
        self.ask(at(counter), commands.CallTicket(ticket=self.pick(index), reason=reason))

    @rule(counter=COUNTERS, index=st.integers(0, 30))
    def bring_back(self, counter: CounterId, index: int) -> None:
        self.ask(at(counter), commands.ReleaseTicket(ticket=self.pick(index)))
        self.ask(at(counter), commands.RejoinQueue(ticket=self.pick(index)))

    @rule(counter=COUNTERS, index=st.integers(0, 30), there=st.booleans())
    def cancel(self, counter: CounterId, index: int, there: bool) -> None:
        ticket = self.reach(index, counter) if there else self.pick(index)
        self.ask(at(counter), commands.CancelTicket(ticket=ticket, reason="gone"))

    @rule(counter=COUNTERS, ahead_s=AHEAD_S)
    def hold(self, counter: CounterId, ahead_s: int | None) -> None:
        until_ms = None if ahead_s is None else self.now + ahead_s * 1000
        self.ask(at(counter), commands.HoldTicket(reason="copies", until_ms=until_ms))

    @rule(
        counter=COUNTERS,
        service=st.none() | SERVICES,
        to=st.none() | COUNTERS | st.just(CounterId("counter-99")),
        returns=st.booleans(),
    )
    def transfer(
        self, counter: CounterId, service: ServiceId | None, to: CounterId | None, returns: bool
    ) -> None:
        command = commands.TransferTicket(service=service, counter=to, returns=returns)
        self.ask(at(counter), command)

    @rule(counter=COUNTERS, officer=OFFICERS)
    def come_and_go(self, counter: CounterId, officer: OfficerId) -> None:
        self.ask(at(counter), commands.SignOut())
        self.ask(at(counter), commands.SignIn(officer=officer))

    @rule(counter=COUNTERS)
    def leave(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.SignOut())

    @rule(counter=COUNTERS, level=st.sampled_from(["good", "poor", "x"]))
    def rate(self, counter: CounterId, level: str) -> None:
        ticket = self.hall.counters[counter].rating or NOBODY
        self.ask(panel(counter), commands.RateService(ticket=ticket, level=level))

    @rule(back=st.integers(0, 3))
    def confirm(self, back: int) -> None:
        call = self.hall.next_call - back
        self.ask(BOARD, commands.ConfirmShown(call=call))
        self.ask(BOARD, commands.ConfirmSpoken(call=call))

    @rule(role=ROLES, place=PLACES, command=ANYTHING)
    def ask_anything_as_anybody(self, role: Role, place: str, command: Command) -> None:
        self.ask(Actor(role=role, place=place), command)

    @rule(seconds=st.sampled_from([-2 * HOUR_S, -1, 1, 20, 60, 600, HOUR_S]))
    def let_the_clock_jump(self, seconds: int) -> None:
        self.now += seconds * 1000
        self.ask(HUB, commands.KeepTime())

    @rule(days=st.sampled_from([-1, 1, 2]))
    def let_days_pass(self, days: int) -> None:
        self.now += days * DAY_S * 1000
        self.ask(HUB, OpenDay(key=KEY))

    @rule()
    def restart(self) -> None:
        assert self.folded(self.hall.plan) == self.hall

    @rule(hall_file=st.sampled_from(sorted(HALL_FILES)))
    def restart_with_another_hall_file(self, hall_file: int) -> None:
        hall = self.folded(HALL_FILES[hall_file])
        assert hall.tickets == self.hall.tickets
        assert hall.lines == self.hall.lines
        assert hall.counters == self.hall.counters
        self.hall = hall

    def folded(self, plan: Plan) -> Hall:
        hall = Hall.empty(plan)
        for at_ms, event in self.log:
            hall = apply(hall, event, at_ms)
        return hall

    @invariant()
    def everybody_is_in_one_place(self) -> None:
        places: Tally[TicketId] = Tally()
        for line in (*self.hall.lines.values(), *self.hall.bound.values()):
            places.update(line)
        places.update(self.hall.held.keys())
        places.update(self.hall.missed)
        places.update(c.ticket for c in self.hall.counters.values() if c.ticket is not None)
        ends = {TicketState.FINISHED, TicketState.CANCELLED}
        for ticket in self.hall.tickets.values():
            assert places[ticket.id] == (0 if ticket.state in ends else 1), ticket
        assert set(places) <= set(self.hall.tickets)

    @invariant()
    def nobody_is_lost(self) -> None:
        today = {
            ticket for ticket in self.numbers if ticket.startswith(self.hall.day.replace("-", ""))
        }
        assert set(self.hall.tickets) == (today if self.hall.day else set())
        assert set(self.hall.tokens.values()) == set(self.hall.tickets)

    @invariant()
    def lines_are_in_order(self) -> None:
        for service, line in self.hall.lines.items():
            self.check_line(line)
            tickets = [self.hall.tickets[ticket] for ticket in line]
            assert {(t.service, t.bound_to) for t in tickets} <= {(service, None)}
        for counter, line in self.hall.bound.items():
            self.check_line(line)
            assert {self.hall.tickets[ticket].bound_to for ticket in line} == {counter}

    def check_line(self, line: tuple[TicketId, ...]) -> None:
        tickets = [self.hall.tickets[ticket] for ticket in line]
        assert {(t.state, t.counter) for t in tickets} <= {(TicketState.WAITING, None)}
        assert all(order_key(one) < order_key(two) for one, two in pairwise(tickets))

    @invariant()
    def states_fit_places(self) -> None:
        tickets = self.hall.tickets
        assert {tickets[ticket].state for ticket in self.hall.held} <= {TicketState.HELD}
        assert {tickets[ticket].state for ticket in self.hall.missed} <= {TicketState.MISSED}
        for counter in self.hall.counters.values():
            if counter.ticket is not None:
                assert counter.state is CounterState.OPEN
                assert tickets[counter.ticket].counter == counter.id
                at_counter = (TicketState.CALLED, TicketState.SERVING)
                assert tickets[counter.ticket].state in at_counter
            if counter.rating is not None:
                assert tickets[counter.rating].state is TicketState.FINISHED
            assert (counter.officer is None) == (counter.state is CounterState.CLOSED)

    @invariant()
    def days_and_times_never_go_back(self) -> None:
        assert self.hall.day >= self.last_day
        self.last_day = self.hall.day
        times = [at_ms for at_ms, _ in self.log[-2:]]
        assert times == sorted(times)


Queue.TestCase.settings = settings(
    max_examples=120, stateful_step_count=50, deadline=None, derandomize=True
)
TestQueue = Queue.TestCase
