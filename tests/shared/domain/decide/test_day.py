"""The change of the business day."""

import pytest

from shared.domain.commands import (
    BeginService,
    CallNext,
    FinishService,
    HoldTicket,
    IssueTicket,
    KeepTime,
    OpenDay,
    Outcome,
    PauseCounter,
    ResumeCounter,
    SignIn,
    TransferTicket,
)
from shared.domain.errors import DayNotOpen, NotAllowed
from shared.domain.events import (
    CounterClosed,
    DayClosed,
    DayOpened,
    RatingUnanswered,
    TicketCancelled,
)
from shared.domain.hall import CounterState
from shared.domain.ids import OfficerId
from tests.fakes.halls import BIRTH, DISPENSER, HUB, KEY, LAND, ONE, THREE, TWO, Play, at

DAY_S = 24 * 3600
IDLE_S = 240 * 60


def test_a_day_opens_once() -> None:
    play = Play()
    assert play.do(HUB, OpenDay(key=KEY)) == ()
    assert play.hall.day == "2026-11-23"


def test_only_the_hub_opens_days() -> None:
    assert Play().refused(DISPENSER, OpenDay(key=KEY)) == NotAllowed()


def test_nothing_is_done_between_two_days() -> None:
    play = Play().later(DAY_S)
    assert play.refused(DISPENSER, IssueTicket(service=BIRTH)) == DayNotOpen()


def test_a_new_day_ends_every_living_ticket_and_numbers_anew() -> None:
    play = Play()
    for counter in (ONE, TWO, THREE):
        play.do(at(counter), SignIn(officer=OfficerId("lan")))
    for service in (BIRTH, BIRTH, BIRTH, BIRTH, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    play.do(at(THREE), CallNext())
    play.do(at(THREE), BeginService())
    play.do(at(THREE), FinishService(outcome=Outcome.ADVICE))
    play.do(at(ONE), CallNext())
    play.do(at(ONE), HoldTicket(reason="copies"))
    play.do(at(ONE), CallNext())
    play.do(at(ONE), TransferTicket(counter=TWO))
    play.do(at(ONE), CallNext())
    events = play.later(DAY_S).do(HUB, OpenDay(key=KEY))
    kinds = [type(event) for event in events]
    assert kinds.count(TicketCancelled) == 4
    assert kinds.count(RatingUnanswered) == 1
    assert kinds.count(CounterClosed) == 3
    assert kinds[-2:] == [DayClosed, DayOpened]
    assert not play.hall.tickets
    assert {counter.state for counter in play.hall.counters.values()} == {CounterState.CLOSED}
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert [t.id for t in play.hall.tickets.values()] == ["20261124-A001"]


def signed_in() -> Play:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    return play


def test_an_officer_who_does_nothing_for_hours_is_signed_out() -> None:
    play = signed_in()
    assert play.later(IDLE_S - 1).do(HUB, KeepTime()) == ()
    assert play.later(1).do(HUB, KeepTime()) == (CounterClosed(counter=ONE),)
    assert play.do(HUB, KeepTime()) == ()
    assert play.hall.counters[ONE].officer is None


@pytest.mark.parametrize(
    "deed",
    [
        PauseCounter(reason="meeting"),
        IssueTicket(service=BIRTH),
    ],
    ids=lambda deed: type(deed).__name__,
)
def test_whatever_the_officer_does_counts(deed: PauseCounter | IssueTicket) -> None:
    play = signed_in()
    play.later(IDLE_S - 1).do(at(ONE), deed)
    assert play.later(IDLE_S - 1).do(HUB, KeepTime()) == ()
    assert play.later(1).do(HUB, KeepTime()) == (CounterClosed(counter=ONE),)


def test_going_on_after_a_pause_counts() -> None:
    play = signed_in()
    play.do(at(ONE), PauseCounter(reason="meeting"))
    play.later(IDLE_S - 1).do(at(ONE), ResumeCounter())
    assert play.later(IDLE_S - 1).do(HUB, KeepTime()) == ()


def test_nobody_is_signed_out_while_a_citizen_is_at_the_counter_or_has_just_left() -> None:
    play = signed_in()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    assert play.later(IDLE_S).do(HUB, KeepTime()) == ()
    play.do(at(ONE), BeginService())
    assert play.later(IDLE_S).do(HUB, KeepTime()) == ()
    play.do(at(ONE), FinishService(outcome=Outcome.ADVICE))
    closed = CounterClosed(counter=ONE)
    assert closed not in play.later(IDLE_S - 1).do(HUB, KeepTime())
    assert play.later(1).do(HUB, KeepTime()) == (closed,)
