"""Transfers, holds, missed ones and their return, cancelling."""

import pytest

from shared.domain.commands import (
    BeginService,
    CallNext,
    CallTicket,
    CancelTicket,
    HoldTicket,
    IssueTicket,
    KeepTime,
    MarkMissed,
    RecallTicket,
    RejoinQueue,
    ReleaseTicket,
    SignIn,
    SignOut,
    TransferTicket,
)
from shared.domain.errors import (
    AlreadyBegun,
    CallAgainFirst,
    CounterShut,
    NowhereToSend,
    ReturnTooLate,
    TimePassed,
    UnknownCounter,
    UnknownService,
    WrongState,
)
from shared.domain.hall import TicketState
from shared.domain.ids import CounterId, OfficerId, ServiceId, TicketId
from tests.fakes.halls import BIRTH, DISPENSER, HUB, LAND, ONE, TWO, Play, at

A001 = TicketId("20261123-A001")


@pytest.fixture
def play() -> Play:
    """A001 is called at counter 1."""
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(at(TWO), SignIn(officer=OfficerId("minh")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    return play


def missed(play: Play) -> None:
    play.later(20).do(at(ONE), RecallTicket())
    play.later(20).do(at(ONE), MarkMissed())


def state(play: Play) -> TicketState:
    return play.hall.tickets[A001].state


def test_a_transfer_needs_somewhere_else_to_go(play: Play) -> None:
    assert play.refused(at(ONE), TransferTicket()) == NowhereToSend()
    assert play.refused(at(ONE), TransferTicket(service=BIRTH)) == NowhereToSend()
    assert play.refused(at(ONE), TransferTicket(counter=ONE)) == NowhereToSend()
    nonsense = TransferTicket(service=ServiceId("nonsense"))
    assert play.refused(at(ONE), nonsense) == UnknownService()
    assert play.refused(at(ONE), TransferTicket(counter=CounterId("x"))) == UnknownCounter()


def test_a_transfer_frees_the_counter_and_keeps_the_number(play: Play) -> None:
    play.do(at(ONE), TransferTicket(service=LAND))
    assert play.hall.counters[ONE].ticket is None
    assert play.hall.tickets[A001].number == "A001"
    assert state(play) is TicketState.WAITING


def test_a_held_ticket_waits_again_when_its_time_has_come(play: Play) -> None:
    assert play.refused(at(ONE), HoldTicket(reason="x", until_ms=play.now)) == TimePassed()
    play.do(at(ONE), HoldTicket(reason="x", until_ms=play.now + 60_000))
    assert play.later(59).do(HUB, KeepTime()) == ()
    play.later(1).do(HUB, KeepTime())
    assert state(play) is TicketState.WAITING
    assert play.hall.tickets[A001].bound_to == ONE


def test_a_held_ticket_without_a_time_is_released_by_hand(play: Play) -> None:
    play.do(at(ONE), HoldTicket(reason="x"))
    assert play.later(9999).do(HUB, KeepTime()) == ()
    play.do(at(TWO), ReleaseTicket(ticket=A001))
    assert state(play) is TicketState.WAITING


def test_only_held_tickets_can_be_released(play: Play) -> None:
    assert play.refused(at(ONE), ReleaseTicket(ticket=A001)) == WrongState(state="called")


def test_an_unstaffed_counter_brings_nobody_back(play: Play) -> None:
    play.do(at(TWO), SignOut())
    assert play.refused(at(TWO), ReleaseTicket(ticket=A001)) == CounterShut()
    assert play.refused(at(TWO), RejoinQueue(ticket=A001)) == CounterShut()
    assert play.refused(at(TWO), CancelTicket(ticket=A001, reason="x")) == CounterShut()


def test_missed_needs_enough_calls(play: Play) -> None:
    assert play.later(60).refused(at(ONE), MarkMissed()) == CallAgainFirst(left=1)
    missed(play)
    assert state(play) is TicketState.MISSED
    assert play.hall.counters[ONE].missed_today == 1
    assert play.hall.missed == (A001,)


def test_a_served_citizen_is_not_missed(play: Play) -> None:
    play.do(at(ONE), BeginService())
    assert play.refused(at(ONE), MarkMissed()) == AlreadyBegun()


def test_a_missed_citizen_rejoins_in_time(play: Play) -> None:
    assert play.refused(at(ONE), RejoinQueue(ticket=A001)) == WrongState(state="called")
    missed(play)
    play.later(30 * 60).do(at(TWO), RejoinQueue(ticket=A001))
    assert state(play) is TicketState.WAITING
    assert play.hall.missed == ()


def test_a_missed_citizen_who_comes_too_late_needs_a_new_number(play: Play) -> None:
    missed(play)
    late = play.later(30 * 60 + 0.001)
    assert late.refused(at(ONE), RejoinQueue(ticket=A001)) == ReturnTooLate(within_min=30)


def test_an_officer_may_call_a_missed_citizen_with_a_reason(play: Play) -> None:
    missed(play)
    play.do(at(TWO), CallTicket(ticket=A001, reason="came back"))
    assert play.hall.missed == ()


def test_cancelling_ends_what_has_not_begun(play: Play) -> None:
    assert play.refused(at(TWO), CancelTicket(ticket=A001, reason="x")) == WrongState("called")
    play.do(at(ONE), CancelTicket(ticket=A001, reason="x"))
    assert state(play) is TicketState.CANCELLED
    assert play.refused(at(ONE), CancelTicket(ticket=A001, reason="x")) == WrongState("cancelled")


def test_a_missed_ticket_can_be_cancelled(play: Play) -> None:
    missed(play)
    play.do(at(TWO), CancelTicket(ticket=A001, reason="x"))
    assert play.hall.missed == ()
