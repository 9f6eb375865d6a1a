"""What events do to the hall, where the decisions' own tests do not already say."""

from shared.domain.apply import CALLS_KEPT, apply
from shared.domain.commands import CallNext, IssueTicket, RecallTicket, SignIn
from shared.domain.hall import Hall
from shared.domain.ids import OfficerId
from tests.fakes.halls import BIRTH, DISPENSER, ONE, Play, at


def test_folding_the_events_again_gives_the_same_hall() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    hall = Hall.empty(play.hall.plan)
    for at_ms, event in play.events:
        hall = apply(hall, event, at_ms)
    assert hall == play.hall


def test_only_the_last_calls_are_kept() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    for _ in range(CALLS_KEPT):
        play.later(20).do(at(ONE), RecallTicket())
    assert len(play.hall.calls) == CALLS_KEPT
    assert 1 not in play.hall.calls
