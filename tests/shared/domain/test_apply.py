"""What each event leaves of a ticket, a counter, a call, and the hall."""

import pytest
from immutables import Map
from msgspec.structs import replace

from shared.domain.apply import CALLS_KEPT, apply
from shared.domain.commands import (
    AddService,
    BeginService,
    CallNext,
    CallTicket,
    CancelTicket,
    FinishService,
    HoldTicket,
    IssueTicket,
    MarkMissed,
    OpenDay,
    Outcome,
    PauseCounter,
    RateService,
    RecallTicket,
    RejoinQueue,
    ReleaseTicket,
    ResumeCounter,
    SignIn,
    SignOut,
    TransferTicket,
)
from shared.domain.hall import Call, Counter, CounterState, Hall, Ticket, TicketState
from shared.domain.ids import OfficerId, TicketId
from shared.domain.numbering import token_for
from tests.fakes.halls import (
    BIRTH,
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
    Play,
    at,
    panel,
)

A001 = TicketId("20261123-A001")
LAN = OfficerId("lan")
TOKEN = token_for(KEY, A001)
WAITING = Ticket(
    id=A001,
    number="A001",
    token=TOKEN,
    service=BIRTH,
    place=1,
    issued_ms=MONDAY_8_AM,
    further=(LAND,),
    category=ELDERLY,
    language="en",
    waiting_since_ms=MONDAY_8_AM,
)
CALLED = replace(
    WAITING, state=TicketState.CALLED, counter=ONE, calls=1, last_call_ms=MONDAY_8_AM + 60_000
)
SERVING = replace(CALLED, state=TicketState.SERVING, begun_ms=MONDAY_8_AM + 120_000)
DONE = FinishService(outcome=Outcome.ADVICE)


@pytest.fixture
def play() -> Play:
    """Somebody with two services waits; Lan sits at every counter."""
    play = Play()
    for counter in (ONE, TWO, THREE):
        play.do(at(counter), SignIn(officer=LAN))
    command = IssueTicket(service=BIRTH, further=(LAND,), category=ELDERLY, language="en")
    play.do(DISPENSER, command)
    return play


@pytest.fixture
def called(play: Play) -> Play:
    """A minute later counter 1 calls."""
    play.later(60).do(at(ONE), CallNext())
    return play


@pytest.fixture
def serving(called: Play) -> Play:
    """Another minute later the service begins."""
    called.later(60).do(at(ONE), BeginService())
    return called


@pytest.fixture
def held(serving: Play) -> Play:
    """Held until ten minutes later."""
    until_ms = serving.now + 600_000
    serving.do(at(ONE), HoldTicket(reason="copies", until_ms=until_ms))
    return serving


@pytest.fixture
def missed(called: Play) -> Play:
    """Called twice, and not seen."""
    called.later(20).do(at(ONE), RecallTicket())
    called.later(20).do(at(ONE), MarkMissed())
    return called


def ticket(play: Play) -> Ticket:
    return play.hall.tickets[A001]


def counter(play: Play) -> Counter:
    return play.hall.counters[ONE]


def waits_again(ticket: Ticket, play: Play) -> Ticket:
    return replace(ticket, state=TicketState.WAITING, counter=None, waiting_since_ms=play.now)


def test_issued(play: Play) -> None:
    hall = play.hall
    assert ticket(play) == WAITING
    assert hall.lines[BIRTH] == (A001,)
    assert hall.tokens[TOKEN] == A001
    assert hall.issued[BIRTH] == 1
    assert hall.next_place == 2
    assert hall.at_ms == MONDAY_8_AM


def test_called(called: Play) -> None:
    assert ticket(called) == CALLED
    assert counter(called) == Counter(
        ONE, CounterState.OPEN, LAN, ticket=A001, deed_ms=MONDAY_8_AM, last_call=1
    )
    assert called.hall.lines[BIRTH] == ()
    assert called.hall.calls[1] == Call(1, A001, "A001", ONE, called.now, times=1)
    assert called.hall.next_call == 2


def test_recalled(called: Play) -> None:
    called.later(20).do(at(ONE), RecallTicket())
    assert ticket(called) == replace(CALLED, calls=2, last_call_ms=called.now)
    assert counter(called).last_call == 2
    assert called.hall.calls[2] == Call(2, A001, "A001", ONE, called.now, times=2)


def test_begun(serving: Play) -> None:
    assert ticket(serving) == SERVING


def test_held(held: Play) -> None:
    until_ms = held.now + 600_000
    assert ticket(held) == replace(
        SERVING, state=TicketState.HELD, hold_reason="copies", hold_until_ms=until_ms
    )
    assert held.hall.held == Map({A001: until_ms})
    assert counter(held).ticket is None


def test_released(held: Play) -> None:
    held.later(60).do(at(TWO), ReleaseTicket(ticket=A001))
    assert ticket(held) == replace(waits_again(SERVING, held), bound_to=ONE)
    assert held.hall.bound == Map({ONE: (A001,)})
    assert not held.hall.held


def test_held_and_called_again(held: Play) -> None:
    held.later(60).do(at(ONE), CallTicket(ticket=A001))
    assert ticket(held) == replace(CALLED, begun_ms=SERVING.begun_ms, last_call_ms=held.now)
    assert not held.hall.held


def test_bound_and_called_again(held: Play) -> None:
    held.do(at(ONE), ReleaseTicket(ticket=A001))
    held.do(at(ONE), CallNext())
    assert ticket(held).bound_to is None
    assert not held.hall.bound


def test_missed(missed: Play) -> None:
    last_call_ms = missed.now - 20_000
    ended = replace(CALLED, calls=2, last_call_ms=last_call_ms, ended_ms=missed.now)
    assert ticket(missed) == replace(ended, state=TicketState.MISSED)
    assert counter(missed).missed_today == 1
    assert counter(missed).ticket is None
    assert missed.hall.missed == (A001,)


def test_rejoined(missed: Play) -> None:
    before = ticket(missed)
    missed.later(60).do(at(TWO), RejoinQueue(ticket=A001))
    assert ticket(missed) == replace(waits_again(before, missed), ended_ms=0)
    assert missed.hall.lines[BIRTH] == (A001,)
    assert missed.hall.missed == ()


def test_missed_and_called_again(missed: Play) -> None:
    missed.later(60).do(at(TWO), CallTicket(ticket=A001, reason="came back"))
    assert ticket(missed) == replace(CALLED, counter=TWO, last_call_ms=missed.now)
    assert missed.hall.missed == ()


def test_cancelled(called: Play) -> None:
    called.do(at(ONE), CancelTicket(ticket=A001, reason="gone"))
    assert ticket(called) == replace(CALLED, state=TicketState.CANCELLED, ended_ms=called.now)
    assert counter(called).ticket is None


def test_transferred(serving: Play) -> None:
    serving.later(60).do(at(ONE), TransferTicket(service=COPIES, counter=TWO, returns=True))
    assert ticket(serving) == replace(
        waits_again(SERVING, serving), service=COPIES, bound_to=TWO, returns=((ONE, BIRTH),)
    )
    assert serving.hall.bound == Map({TWO: (A001,)})
    assert counter(serving).ticket is None


def test_transferred_for_good(serving: Play) -> None:
    serving.do(at(ONE), TransferTicket(service=LAND))
    assert ticket(serving) == replace(waits_again(SERVING, serving), service=LAND)
    assert serving.hall.lines[LAND] == (A001,)


def test_returned(serving: Play) -> None:
    serving.do(at(ONE), TransferTicket(service=LAND, returns=True))
    serving.do(at(THREE), CallNext())
    serving.do(at(THREE), BeginService())
    before = ticket(serving)
    serving.later(60).do(at(THREE), DONE)
    assert ticket(serving) == replace(
        waits_again(before, serving), service=BIRTH, bound_to=ONE, returns=()
    )


def test_service_added_and_continued_at_the_same_counter(play: Play) -> None:
    play.do(DISPENSER, IssueTicket(service=COPIES))
    play.do(at(ONE), CancelTicket(ticket=A001, reason="gone"))
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), AddService(service=BIRTH))
    a002 = TicketId("20261123-A002")
    before = play.hall.tickets[a002]
    assert before.further == (BIRTH,)
    play.later(60).do(at(ONE), DONE)
    expected = replace(before, service=BIRTH, further=(), begun_ms=play.now)
    assert play.hall.tickets[a002] == expected
    assert counter(play).finished_today == 1
    assert counter(play).ticket == a002


def test_visit_continued_elsewhere(serving: Play) -> None:
    serving.later(60).do(at(ONE), DONE)
    assert ticket(serving) == replace(waits_again(SERVING, serving), service=LAND, further=())
    assert serving.hall.lines[LAND] == (A001,)
    assert counter(serving).rating is None


def test_finished_and_rated(serving: Play) -> None:
    serving.do(at(ONE), DONE)
    serving.do(at(THREE), CallNext())
    serving.do(at(THREE), BeginService())
    before = ticket(serving)
    serving.later(60).do(at(THREE), DONE)
    finished = replace(before, state=TicketState.FINISHED, ended_ms=serving.now)
    assert ticket(serving) == finished
    at_three = serving.hall.counters[THREE]
    assert (at_three.rating, at_three.rating_since_ms) == (A001, serving.now)
    serving.do(panel(THREE), RateService(ticket=A001, level="good"))
    assert ticket(serving) == replace(finished, rated=True)
    assert serving.hall.counters[THREE].rating is None


def test_counter_paused_resumed_and_closed(play: Play) -> None:
    play.do(at(ONE), PauseCounter(reason="meeting"))
    assert counter(play) == Counter(
        ONE, CounterState.PAUSED, LAN, pause_reason="meeting", deed_ms=MONDAY_8_AM
    )
    play.do(at(ONE), ResumeCounter())
    assert counter(play) == Counter(ONE, CounterState.OPEN, LAN, deed_ms=MONDAY_8_AM)
    play.do(at(ONE), PauseCounter(reason="meeting"))
    play.do(at(ONE), SignOut())
    assert counter(play) == Counter(ONE, deed_ms=MONDAY_8_AM)


def test_a_new_day_begins_with_nothing_of_the_old_one(called: Play) -> None:
    plan, key = called.hall.plan, "abcd" * 8
    called.later(24 * 3600).do(HUB, OpenDay(key=key))
    expected = replace(Hall.empty(plan), day="2026-11-24", day_key=key, at_ms=called.now)
    assert called.hall == expected


def test_folding_the_events_again_gives_the_same_hall(missed: Play) -> None:
    hall = Hall.empty(missed.hall.plan)
    for at_ms, event in missed.events:
        hall = apply(hall, event, at_ms)
    assert hall == missed.hall


def test_only_the_last_calls_are_kept(called: Play) -> None:
    for _ in range(CALLS_KEPT):
        called.later(20).do(at(ONE), RecallTicket())
    assert len(called.hall.calls) == CALLS_KEPT
    assert 1 not in called.hall.calls
