"""Officers at their counters."""

from shared.domain.commands import (
    CallNext,
    IssueTicket,
    PauseCounter,
    ResumeCounter,
    SignIn,
    SignOut,
)
from shared.domain.errors import (
    CounterBusy,
    CounterOccupied,
    CounterResting,
    CounterShut,
    UnknownOfficer,
)
from shared.domain.hall import CounterState
from shared.domain.ids import OfficerId
from tests.fakes.halls import BIRTH, DISPENSER, ONE, TWO, Play, at

LAN, MINH = OfficerId("lan"), OfficerId("minh")


def test_signing_in_opens_the_counter_once() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    assert play.hall.counters[ONE].state is CounterState.OPEN
    assert play.do(at(ONE), SignIn(officer=LAN)) == ()


def test_a_second_person_cannot_sign_in_at_an_occupied_counter() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    assert play.refused(at(ONE), SignIn(officer=MINH)) == CounterOccupied()


def test_one_officer_may_work_two_counters() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    play.do(at(TWO), SignIn(officer=LAN))
    assert play.hall.counters[TWO].officer == LAN


def test_strangers_cannot_sign_in() -> None:
    assert Play().refused(at(ONE), SignIn(officer=OfficerId("x"))) == UnknownOfficer()


def test_signing_out_closes_the_counter() -> None:
    play = Play()
    assert play.refused(at(ONE), SignOut()) == CounterShut()
    play.do(at(ONE), SignIn(officer=LAN))
    play.do(at(ONE), SignOut())
    assert play.hall.counters[ONE].state is CounterState.CLOSED
    assert play.hall.counters[ONE].officer is None


def test_nobody_leaves_or_rests_with_a_citizen_at_the_counter() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    assert play.refused(at(ONE), SignOut()) == CounterBusy(number="A001")
    assert play.refused(at(ONE), PauseCounter(reason="meeting")) == CounterBusy(number="A001")


def test_a_paused_counter_calls_nobody_until_it_goes_on() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), PauseCounter(reason="meeting"))
    assert play.hall.counters[ONE].pause_reason == "meeting"
    assert play.refused(at(ONE), CallNext()) == CounterResting()
    play.do(at(ONE), ResumeCounter())
    assert play.do(at(ONE), ResumeCounter()) == ()
    play.do(at(ONE), CallNext())
