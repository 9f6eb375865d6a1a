"""The citizen's mark."""

import pytest

from shared.domain.commands import (
    BeginService,
    CallNext,
    FinishService,
    IssueTicket,
    KeepTime,
    Outcome,
    RateService,
    SignIn,
)
from shared.domain.errors import NotAllowed, RatingShut, UnknownMark
from shared.domain.events import RatingUnanswered, ServiceRated
from shared.domain.ids import OfficerId, TicketId
from tests.fakes.halls import BIRTH, DISPENSER, HUB, ONE, TWO, Play, at, panel

A001 = TicketId("20261123-A001")
GOOD = RateService(ticket=A001, level="good")


@pytest.fixture
def play() -> Play:
    """A001 has just been finished at counter 1."""
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), FinishService(outcome=Outcome.ADVICE))
    return play


def test_a_ticket_is_rated_once(play: Play) -> None:
    (event,) = play.do(panel(ONE), GOOD)
    assert isinstance(event, ServiceRated)
    assert play.hall.tickets[A001].rated
    assert play.refused(panel(ONE), GOOD) == RatingShut()


def test_a_poor_mark_carries_its_reasons(play: Play) -> None:
    (event,) = play.do(panel(ONE), RateService(ticket=A001, level="poor", reasons=("slow",)))
    assert isinstance(event, ServiceRated)
    assert event.reasons == ("slow",)


def test_only_the_counter_that_served_is_rated(play: Play) -> None:
    assert play.refused(panel(TWO), GOOD) == RatingShut()
    other = RateService(ticket=TicketId("20261123-A002"), level="good")
    assert play.refused(panel(ONE), other) == RatingShut()


def test_the_officer_cannot_rate(play: Play) -> None:
    assert play.refused(at(ONE), GOOD) == NotAllowed()


def test_marks_are_those_of_the_hall(play: Play) -> None:
    assert play.refused(panel(ONE), RateService(ticket=A001, level="x")) == UnknownMark()
    reason = RateService(ticket=A001, level="poor", reasons=("x",))
    assert play.refused(panel(ONE), reason) == UnknownMark()


def test_no_answer_is_counted_as_no_answer(play: Play) -> None:
    assert play.later(59).do(HUB, KeepTime()) == ()
    assert play.later(1).do(HUB, KeepTime()) == (RatingUnanswered(ticket=A001, counter=ONE),)
    assert play.refused(panel(ONE), GOOD) == RatingShut()
