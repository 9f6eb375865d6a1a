"""The change of the business day."""

from shared.domain.commands import (
    BeginService,
    CallNext,
    FinishService,
    HoldTicket,
    IssueTicket,
    OpenDay,
    Outcome,
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
