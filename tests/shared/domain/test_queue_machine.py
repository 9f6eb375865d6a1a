"""Whatever is asked, by whomever, whenever: nobody is lost, doubled, or in two places."""

from collections import Counter as Tally
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.domain import commands
from shared.domain.apply import apply
from shared.domain.calling import order_key
from shared.domain.commands import Actor, Command, OpenDay
from shared.domain.decide import decide
from shared.domain.errors import Refusal
from shared.domain.events import Event, TicketCalled, TicketIssued
from shared.domain.hall import Hall, TicketState
from shared.domain.ids import CounterId, OfficerId, TicketId
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

SERVICES = st.sampled_from([BIRTH, COPIES, LAND])
COUNTERS = st.sampled_from([ONE, TWO, THREE])
TICKETS = st.builds(
    lambda prefix, serial: TicketId(f"20261123-{prefix}{serial:03d}"),
    st.sampled_from("AB"),
    st.integers(1, 12),
)
AT_COUNTER = st.one_of(
    st.builds(commands.SignIn, officer=st.sampled_from([OfficerId("lan"), OfficerId("minh")])),
    st.builds(commands.SignOut),
    st.builds(commands.PauseCounter, reason=st.just("meeting")),
    st.builds(commands.ResumeCounter),
    st.builds(commands.CallTicket, ticket=TICKETS, reason=st.sampled_from(["", "wheelchair"])),
    st.builds(commands.RecallTicket),
    st.builds(commands.AddService, service=SERVICES),
    st.builds(
        commands.TransferTicket,
        service=st.none() | SERVICES,
        counter=st.none() | COUNTERS,
        returns=st.booleans(),
    ),
    st.builds(commands.HoldTicket, reason=st.just("copies")),
    st.builds(commands.ReleaseTicket, ticket=TICKETS),
    st.builds(commands.MarkMissed),
    st.builds(commands.RejoinQueue, ticket=TICKETS),
    st.builds(commands.CancelTicket, ticket=TICKETS, reason=st.just("gone")),
    st.builds(commands.IssueTicket, service=SERVICES),
)
USUAL = st.sampled_from(
    [
        commands.CallNext(),
        commands.BeginService(),
        commands.FinishService(outcome=commands.Outcome.ACCEPTED),
    ]
)


class Queue(RuleBasedStateMachine):
    """Plays a hall with a clock that jumps, and restarts it from its log."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = small_plan()
        self.hall = Hall.empty(self.plan)
        self.now = MONDAY_8_AM
        self.log: list[tuple[int, Event]] = []
        self.numbers: set[TicketId] = set()
        self.days: list[str] = []
        self.ask(HUB, OpenDay(key=KEY))
        for counter in (ONE, TWO, THREE):
            self.ask(at(counter), commands.SignIn(officer=OfficerId("lan")))

    def ask(self, actor: Actor, command: Command) -> None:
        decision = decide(self.hall, command, now=self.now, actor=actor)
        if isinstance(decision, Refusal):
            return
        for event in decision:
            if isinstance(event, TicketIssued):
                assert event.ticket not in self.numbers, "a number was given twice"
                self.numbers.add(event.ticket)
            if isinstance(event, TicketCalled) and not event.reason:
                self.check_order(event)
            at_ms = max(self.now, self.hall.at_ms)
            self.hall = apply(self.hall, event, at_ms)
            self.log.append((at_ms, event))

    def check_order(self, event: TicketCalled) -> None:
        """Nobody with a better claim to this counter may be waiting, by a plain reading."""
        called = self.hall.tickets[event.ticket]
        if called.state is TicketState.HELD:
            return
        serves = self.plan.counters[event.counter].serves
        for ticket in self.hall.tickets.values():
            if ticket.state is TicketState.WAITING and ticket.bound_to is None:
                better = (ticket.category is not None, -ticket.place) > (
                    called.category is not None,
                    -called.place,
                )
                assert not (better and ticket.service in serves), "called out of order"

    @rule(service=SERVICES, category=st.sampled_from([None, ELDERLY]), further=SERVICES)
    def take_a_number(self, service: str, category: str, further: str) -> None:
        command = commands.IssueTicket(service=service, category=category, further=(further,))  # type: ignore[arg-type]  # sampled ids
        self.ask(DISPENSER, command)

    @rule(counter=COUNTERS, command=USUAL)
    def work(self, counter: CounterId, command: Command) -> None:
        self.ask(at(counter), command)

    @rule(counter=COUNTERS, command=AT_COUNTER)
    def do_something_at_a_counter(self, counter: CounterId, command: Command) -> None:
        self.ask(at(counter), command)

    @rule(counter=COUNTERS, ticket=TICKETS, level=st.sampled_from(["good", "poor", "x"]))
    def rate(self, counter: CounterId, ticket: TicketId, level: str) -> None:
        self.ask(panel(counter), commands.RateService(ticket=ticket, level=level))

    @rule(call=st.integers(0, 20))
    def confirm(self, call: int) -> None:
        self.ask(BOARD, commands.ConfirmShown(call=call))
        self.ask(BOARD, commands.ConfirmSpoken(call=call))

    @rule(seconds=st.sampled_from([-7200, -1, 1, 20, 25, 600, 3600]))
    def let_the_clock_jump(self, seconds: int) -> None:
        self.now += seconds * 1000
        self.ask(HUB, commands.KeepTime())

    @rule(days=st.sampled_from([-1, 1, 2]))
    def let_days_pass(self, days: int) -> None:
        self.now += days * 24 * 3_600_000
        self.ask(HUB, OpenDay(key=KEY))

    @rule()
    def restart(self) -> None:
        hall = Hall.empty(self.plan)
        for at_ms, event in self.log:
            hall = apply(hall, event, at_ms)
        assert hall == self.hall

    @invariant()
    def everybody_is_in_one_place(self) -> None:
        places: Tally[TicketId] = Tally()
        for line in (*self.hall.lines.values(), *self.hall.bound.values()):
            places.update(line)
        places.update(self.hall.held)
        places.update(self.hall.missed)
        places.update(c.ticket for c in self.hall.counters.values() if c.ticket is not None)
        ends = {TicketState.FINISHED, TicketState.CANCELLED}
        for ticket in self.hall.tickets.values():
            assert places[ticket.id] == (0 if ticket.state in ends else 1), ticket
        assert set(places) <= set(self.hall.tickets)

    @invariant()
    def states_fit_places(self) -> None:
        for line in (*self.hall.lines.values(), *self.hall.bound.values()):
            tickets = [self.hall.tickets[ticket] for ticket in line]
            assert all(ticket.state is TicketState.WAITING for ticket in tickets)
            assert all(order_key(one) < order_key(two) for one, two in pairwise(tickets))
        for counter in self.hall.counters.values():
            if counter.ticket is not None:
                ticket = self.hall.tickets[counter.ticket]
                assert ticket.counter == counter.id
                assert ticket.state in (TicketState.CALLED, TicketState.SERVING)

    @invariant()
    def days_never_go_back(self) -> None:
        self.days.append(self.hall.day)
        assert self.days == sorted(self.days)


Queue.TestCase.settings = settings(
    max_examples=120, stateful_step_count=50, deadline=None, derandomize=True
)
TestQueue = Queue.TestCase
