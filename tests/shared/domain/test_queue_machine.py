"""Whatever is asked, by whomever, whenever: nobody is lost, doubled, or in two places."""

from collections import Counter as Tally
from dataclasses import replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shared.domain import commands
from shared.domain.apply import apply
from shared.domain.calling import order_key
from shared.domain.commands import Actor, Command, OpenDay, Role
from shared.domain.decide import RULES, decide
from shared.domain.errors import Refusal
from shared.domain.events import (
    Event,
    PrintFailed,
    PrintQueued,
    ReprintQueued,
    TicketCalled,
    TicketIssued,
    TicketPrinted,
)
from shared.domain.hall import CounterState, Hall, Ticket, TicketState
from shared.domain.ids import CategoryId, CounterId, OfficerId, SeriesId, ServiceId, TicketId
from shared.domain.plan import Plan, Series
from shared.domain.roles import MAY
from shared.domain.slips import PrintOutcome, Proof
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

WAITING, HELD, MISSED = TicketState.WAITING, TicketState.HELD, TicketState.MISSED
CALLED, SERVING = TicketState.CALLED, TicketState.SERVING
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
MARKS = st.sampled_from(["good", "poor", "slow", ""])
PERSONS = st.sampled_from(["", "", "ab" * 16, "cd" * 16])
PRINTERS = st.sampled_from(["", "tcp://p"])
COPY = st.integers(1, 4)
PRINT_OUTCOMES = st.sampled_from(list(PrintOutcome))
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
    "printer": PRINTERS,
    "person": PERSONS,
    "by_itself": st.booleans(),
    "copy": COPY,
    "proof": st.none() | st.sampled_from(list(Proof)),
    "trouble": st.just("paper_end"),
    "RecordPrint.outcome": PRINT_OUTCOMES,
}
SURELY_NO_SLIP = (PrintOutcome.NOT_SENT, PrintOutcome.NO_COMPLETE_TICKET)
INDEX = st.integers(0, 11)
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
    arguments = {
        name: ARGUMENTS[own if (own := f"{command.__name__}.{name}") in ARGUMENTS else name]
        for name in command.__struct_fields__
    }
    return st.builds(command, **arguments)


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
        self.slips: dict[TicketId, list[PrintOutcome | None]] = {}

    @initialize(services=st.lists(SERVICES, min_size=2, max_size=8))
    def begin(self, services: list[ServiceId]) -> None:
        self.begin_the_day()
        for service in services:
            self.ask(DISPENSER, commands.IssueTicket(service=service))

    def begin_the_day(self) -> None:
        self.ask(HUB, OpenDay(key=KEY))
        for counter in COUNTER_IDS:
            self.ask(at(counter), commands.SignIn(officer=OfficerId("lan")))

    def ask(self, actor: Actor, command: Command) -> None:
        decision = decide(self.hall, command, now=self.now, actor=actor)
        if isinstance(decision, Refusal):
            return
        assert type(command) in MAY[actor.role].commands, "a stranger was obeyed"
        for event in decision:
            self.look_at(event)
            at_ms = max(self.now, self.hall.at_ms)
            self.hall = apply(self.hall, event, at_ms)
            self.log.append((at_ms, event))

    def look_at(self, event: Event) -> None:
        if isinstance(event, TicketIssued):
            assert event.ticket not in self.numbers, "a number was given twice"
            self.numbers.add(event.ticket)
        self.look_at_slips(event)
        if isinstance(event, TicketCalled):
            called = self.hall.tickets[event.ticket]
            assert called.state not in (CALLED, SERVING), "called by two"
            if not event.reason and called.state is WAITING:
                self.check_order(called, event.counter)

    def look_at_slips(self, event: Event) -> None:
        """A copy without a mark is printed only if surely no slip of the number exists."""
        match event:
            case PrintQueued(ticket=ticket):
                assert ticket not in self.slips, "a first slip twice"
                self.slips[ticket] = [None]
            case ReprintQueued(ticket=ticket, marked=marked, by_itself=by_itself):
                before = self.slips.setdefault(ticket, [])
                nothing = all(each is PrintOutcome.NOT_SENT for each in before)
                assert marked or nothing, "a second slip as if it were new"
                if by_itself:
                    assert before[-1] in SURELY_NO_SLIP, "printed by itself in doubt"
                before.append(None)
            case TicketPrinted(ticket=ticket, copy=copy):
                self.slips[ticket][copy - 1] = PrintOutcome.PRINTED
            case PrintFailed(ticket=ticket, copy=copy, outcome=outcome):
                self.slips[ticket][copy - 1] = outcome

    def check_order(self, called: Ticket, counter: CounterId) -> None:
        """Nobody with a better claim to this counter may be waiting, by a plain reading."""
        for ticket in self.hall.tickets.values():
            if ticket.state is WAITING and self.waits_for(ticket, counter):
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

    def somebody(self, *states: TicketState) -> bool:
        return any(ticket.state in states for ticket in self.hall.tickets.values())

    def one_of(self, index: int, *states: TicketState) -> TicketId:
        """Return one of today's tickets in these states, or one that does not exist."""
        tickets = sorted(t.id for t in self.hall.tickets.values() if t.state in states)
        return tickets[index % len(tickets)] if tickets else NOBODY

    def busy(self, index: int, *states: TicketState) -> CounterId:
        """Return a counter whose ticket is in one of these states."""
        counters = [
            counter.id
            for counter in self.hall.counters.values()
            if counter.ticket is not None and self.hall.tickets[counter.ticket].state in states
        ]
        return counters[index % len(counters)]

    @rule(
        service=SERVICES,
        category=CATEGORIES,
        further=st.lists(SERVICES, max_size=5),
        person=PERSONS,
    )
    def take_a_number(
        self,
        service: ServiceId,
        category: CategoryId | None,
        further: list[ServiceId],
        person: str,
    ) -> None:
        command = commands.IssueTicket(
            service=service, category=category, further=tuple(further), person=person
        )
        self.ask(DISPENSER, command)

    @rule(service=SERVICES, outcomes=st.lists(PRINT_OUTCOMES, max_size=4))
    def take_a_number_on_paper(self, service: ServiceId, outcomes: list[PrintOutcome]) -> None:
        number = len(self.hall.tickets)
        self.ask(DISPENSER, commands.IssueTicket(service=service, printer="tcp://p"))
        if len(self.hall.tickets) == number:
            return
        ticket = max(self.hall.tickets.values(), key=lambda each: each.place).id
        for copy, outcome in enumerate(outcomes, start=1):
            self.ask(DISPENSER, commands.RecordPrint(ticket=ticket, copy=copy, outcome=outcome))
            again = commands.PrintAgain(ticket=ticket, printer="tcp://p", by_itself=True)
            self.ask(DISPENSER, again)

    @precondition(lambda self: self.somebody(WAITING))
    @rule(index=INDEX, copy=COPY, outcome=PRINT_OUTCOMES, by_itself=st.booleans())
    def print_again(self, index: int, copy: int, outcome: PrintOutcome, by_itself: bool) -> None:
        ticket = self.one_of(index, WAITING)
        again = commands.PrintAgain(ticket=ticket, printer="tcp://p", by_itself=by_itself)
        self.ask(DISPENSER, again)
        self.ask(DISPENSER, commands.RecordPrint(ticket=ticket, copy=copy, outcome=outcome))

    @precondition(lambda self: self.somebody(WAITING))
    @rule(counter=COUNTERS)
    def call_the_next(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.CallNext())

    @precondition(lambda self: self.somebody(WAITING))
    @rule(counter=COUNTERS)
    def serve_the_next(self, counter: CounterId) -> None:
        self.ask(at(counter), commands.CallNext())
        self.ask(at(counter), commands.BeginService())
        self.ask(at(counter), commands.FinishService(outcome=commands.Outcome.ADVICE))

    @precondition(lambda self: self.somebody(SERVING))
    @rule(index=INDEX, service=SERVICES)
    def add_a_service(self, index: int, service: ServiceId) -> None:
        self.ask(at(self.busy(index, SERVING)), commands.AddService(service=service))

    @precondition(lambda self: self.somebody(CALLED))
    @rule(index=INDEX)
    def begin_service(self, index: int) -> None:
        self.ask(at(self.busy(index, CALLED)), commands.BeginService())

    @precondition(lambda self: self.somebody(SERVING))
    @rule(index=INDEX)
    def finish(self, index: int) -> None:
        command = commands.FinishService(outcome=commands.Outcome.ACCEPTED)
        self.ask(at(self.busy(index, SERVING)), command)

    @precondition(lambda self: self.somebody(CALLED))
    @rule(index=INDEX)
    def give_up_calling(self, index: int) -> None:
        counter, rules = self.busy(index, CALLED), self.hall.plan.call_rules
        for _ in range(rules.calls_before_missed):
            self.now += rules.between_calls_s * 1000
            self.ask(at(counter), commands.RecallTicket())
        self.now += rules.between_calls_s * 1000
        self.ask(at(counter), commands.MarkMissed())

    @rule(counter=COUNTERS, index=INDEX, reason=REASONS)
    def choose(self, counter: CounterId, index: int, reason: str) -> None:
        ticket = self.one_of(index, *TicketState)
        self.ask(at(counter), commands.CallTicket(ticket=ticket, reason=reason))

    @precondition(lambda self: self.somebody(HELD))
    @rule(counter=COUNTERS, index=INDEX)
    def release(self, counter: CounterId, index: int) -> None:
        ticket = self.one_of(index, HELD)
        self.ask(at(counter), commands.ReleaseTicket(ticket=ticket))

    @precondition(lambda self: self.somebody(MISSED))
    @rule(counter=COUNTERS, index=INDEX)
    def rejoin(self, counter: CounterId, index: int) -> None:
        ticket = self.one_of(index, MISSED)
        self.ask(at(counter), commands.RejoinQueue(ticket=ticket))

    @rule(counter=COUNTERS, index=INDEX)
    def cancel(self, counter: CounterId, index: int) -> None:
        ticket = self.one_of(index, *TicketState)
        self.ask(at(counter), commands.CancelTicket(ticket=ticket, reason="gone"))

    @precondition(lambda self: self.somebody(CALLED, SERVING))
    @rule(index=INDEX, ahead_s=AHEAD_S)
    def hold(self, index: int, ahead_s: int | None) -> None:
        until_ms = None if ahead_s is None else self.now + ahead_s * 1000
        command = commands.HoldTicket(reason="copies", until_ms=until_ms)
        self.ask(at(self.busy(index, CALLED, SERVING)), command)

    @precondition(lambda self: self.somebody(CALLED, SERVING))
    @rule(index=INDEX, service=st.none() | SERVICES, to=st.none() | COUNTERS, returns=st.booleans())
    def transfer(
        self, index: int, service: ServiceId | None, to: CounterId | None, returns: bool
    ) -> None:
        command = commands.TransferTicket(service=service, counter=to, returns=returns)
        self.ask(at(self.busy(index, CALLED, SERVING)), command)

    @rule(counter=COUNTERS, officer=OFFICERS)
    def come_and_go(self, counter: CounterId, officer: OfficerId) -> None:
        self.ask(at(counter), commands.SignOut())
        self.ask(at(counter), commands.SignIn(officer=officer))

    @rule(counter=COUNTERS)
    def rest_or_go_on(self, counter: CounterId) -> None:
        paused = self.hall.counters[counter].state is CounterState.PAUSED
        pause = commands.PauseCounter(reason="meeting")
        self.ask(at(counter), commands.ResumeCounter() if paused else pause)

    @precondition(lambda self: self.somebody(TicketState.FINISHED))
    @rule(counter=COUNTERS, level=MARKS)
    def rate(self, counter: CounterId, level: str) -> None:
        ticket = self.hall.counters[counter].rating or NOBODY
        self.ask(panel(counter), commands.RateService(ticket=ticket, level=level))

    @precondition(lambda self: self.somebody(CALLED))
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

    @rule(days=st.sampled_from([-1, 0, 0, 0, 1, 2]))
    def let_days_pass(self, days: int) -> None:
        self.now += days * DAY_S * 1000
        self.begin_the_day()

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
    def nobody_who_shows_a_card_has_two_living_numbers(self) -> None:
        alive = (WAITING, CALLED, SERVING, HELD)
        persons = [t.person for t in self.hall.tickets.values() if t.person and t.state in alive]
        assert len(persons) == len(set(persons))

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
        assert {(t.state, t.counter) for t in tickets} <= {(WAITING, None)}
        assert all(order_key(one) < order_key(two) for one, two in pairwise(tickets))

    @invariant()
    def states_fit_places(self) -> None:
        tickets = self.hall.tickets
        assert {tickets[ticket].state for ticket in self.hall.held} <= {HELD}
        assert {tickets[ticket].state for ticket in self.hall.missed} <= {MISSED}
        for counter in self.hall.counters.values():
            if counter.ticket is not None:
                assert counter.state is CounterState.OPEN
                assert tickets[counter.ticket].counter == counter.id
                assert tickets[counter.ticket].state in (CALLED, SERVING)
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
    max_examples=200, stateful_step_count=50, deadline=None, derandomize=True
)
TestQueue = Queue.TestCase
