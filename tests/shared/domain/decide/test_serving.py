"""Calling and serving, from the call to the end of the visit."""

import pytest

from shared.domain.commands import (
    AddService,
    BeginService,
    CallNext,
    CallTicket,
    CancelTicket,
    Command,
    FinishService,
    HoldTicket,
    IssueTicket,
    MarkMissed,
    Outcome,
    RecallTicket,
    SignIn,
    TransferTicket,
)
from shared.domain.errors import (
    AlreadyBegun,
    CallAgainFirst,
    CounterBusy,
    NobodyAtCounter,
    NotBegun,
    NothingWaiting,
    NotServedHere,
    ReasonMissing,
    TooManyServices,
    TooSoon,
    UnknownService,
    UnknownTicket,
    WrongState,
)
from shared.domain.events import (
    RatingUnanswered,
    ServiceContinued,
    TicketCalled,
    TicketFinished,
    TicketIssued,
    TicketMissed,
    TicketReturned,
    VisitContinued,
)
from shared.domain.hall import TicketState
from shared.domain.ids import CounterId, OfficerId, ServiceId, TicketId
from tests.fakes.halls import BIRTH, COPIES, DISPENSER, ELDERLY, LAND, ONE, THREE, TWO, Play, at

DONE = FinishService(outcome=Outcome.ACCEPTED, dossiers=("H48.16-261123-0001",))


@pytest.fixture
def play() -> Play:
    play = Play()
    for counter, officer in ((ONE, "lan"), (TWO, "minh"), (THREE, "lan")):
        play.do(at(counter), SignIn(officer=OfficerId(officer)))
    for service in (BIRTH, COPIES, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    return play


def ticket(play: Play, number: str) -> TicketId:
    return next(t.id for t in play.hall.tickets.values() if t.number == number)


def test_a_call_has_a_number_of_its_own(play: Play) -> None:
    (event,) = play.do(at(ONE), CallNext())
    assert isinstance(event, TicketCalled)
    assert (event.call, event.reason) == (1, "")
    (event,) = play.do(at(TWO), CallNext())
    assert isinstance(event, TicketCalled)
    assert event.call == 2


def test_nobody_waiting_is_said(play: Play) -> None:
    play.do(at(THREE), CallNext())
    play.do(at(THREE), BeginService())
    play.do(at(THREE), DONE)
    assert play.refused(at(THREE), CallNext()) == NothingWaiting()


def test_a_served_citizen_blocks_the_next_call(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    assert play.refused(at(ONE), CallNext()) == CounterBusy(number="A001")


def test_next_marks_a_called_citizen_as_missed_when_the_calls_are_used_up(play: Play) -> None:
    play.do(at(ONE), CallNext())
    assert play.refused(at(ONE), CallNext()) == CallAgainFirst(left=1)
    play.later(20).do(at(ONE), RecallTicket())
    assert play.refused(at(ONE), CallNext()) == TooSoon(wait_s=20)
    missed, called = play.later(20).do(at(ONE), CallNext())
    assert isinstance(missed, TicketMissed)
    assert isinstance(called, TicketCalled)
    assert play.hall.tickets[ticket(play, "A001")].state is TicketState.MISSED


def test_a_chosen_ticket_needs_a_reason(play: Play) -> None:
    second = ticket(play, "A002")
    assert play.refused(at(ONE), CallTicket(ticket=second, reason=" ")) == ReasonMissing()
    (event,) = play.do(at(ONE), CallTicket(ticket=second, reason="in a wheelchair"))
    assert isinstance(event, TicketCalled)
    assert event.reason == "in a wheelchair"


def test_the_next_one_may_be_chosen_without_a_reason(play: Play) -> None:
    play.do(at(ONE), CallTicket(ticket=ticket(play, "A001")))


def test_a_chosen_ticket_must_be_this_counters_to_call(play: Play) -> None:
    land = ticket(play, "B001")
    assert play.refused(at(ONE), CallTicket(ticket=land, reason="x")) == NotServedHere()
    unknown = CallTicket(ticket=TicketId("nonsense"), reason="x")
    assert play.refused(at(ONE), unknown) == UnknownTicket()


def test_a_ticket_at_another_counter_cannot_be_chosen(play: Play) -> None:
    play.do(at(ONE), CallNext())
    command = CallTicket(ticket=ticket(play, "A001"), reason="x")
    assert play.refused(at(TWO), command) == WrongState(state="called")


def test_a_called_ticket_cannot_be_chosen_at_its_own_counter(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.later(20).do(at(ONE), RecallTicket())
    command = CallTicket(ticket=ticket(play, "A001"), reason="x")
    assert play.later(20).refused(at(ONE), command) == WrongState(state="called")


def test_a_held_ticket_is_called_back_without_a_reason(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), HoldTicket(reason="copies"))
    held = ticket(play, "A001")
    assert play.refused(at(TWO), CallTicket(ticket=held)) == ReasonMissing()
    play.do(at(ONE), CallTicket(ticket=held))
    assert play.hall.tickets[held].state is TicketState.CALLED


def test_recall_waits_until_the_citizen_had_time(play: Play) -> None:
    assert play.refused(at(ONE), RecallTicket()) == NobodyAtCounter()
    play.do(at(ONE), CallNext())
    assert play.later(5).refused(at(ONE), RecallTicket()) == TooSoon(wait_s=15)
    play.later(15).do(at(ONE), RecallTicket())
    assert play.hall.tickets[ticket(play, "A001")].calls == 2
    play.do(at(ONE), BeginService())
    assert play.refused(at(ONE), RecallTicket()) == AlreadyBegun()


def test_service_begins_once(play: Play) -> None:
    play.do(at(ONE), CallNext())
    assert play.refused(at(ONE), DONE) == NotBegun()
    play.do(at(ONE), BeginService())
    assert play.refused(at(ONE), BeginService()) == AlreadyBegun()


def test_a_visit_with_one_service_ends(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    _, end = play.do(at(ONE), DONE)
    assert isinstance(end, TicketFinished)
    assert play.hall.counters[ONE].finished_today == 1
    assert play.hall.counters[ONE].ticket is None


def test_a_further_service_of_this_counter_follows_at_once(play: Play) -> None:
    play.do(at(ONE), CallNext())
    assert play.refused(at(ONE), AddService(service=COPIES)) == NotBegun()
    play.do(at(ONE), BeginService())
    play.do(at(ONE), AddService(service=COPIES))
    play.do(at(ONE), AddService(service=BIRTH))
    _, then = play.do(at(ONE), DONE)
    assert isinstance(then, ServiceContinued)
    assert play.hall.tickets[ticket(play, "A001")].state is TicketState.SERVING
    assert play.hall.tickets[ticket(play, "A001")].further == (BIRTH,)
    play.do(at(ONE), DONE)
    _, end = play.do(at(ONE), DONE)
    assert isinstance(end, TicketFinished)


def test_a_further_service_elsewhere_waits_under_the_same_number(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), AddService(service=LAND))
    _, then = play.do(at(ONE), DONE)
    assert isinstance(then, VisitContinued)
    play.do(at(THREE), CallNext())
    assert play.hall.tickets[ticket(play, "A001")].counter == THREE


def test_a_visit_takes_five_services_at_most(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    for _ in range(4):
        play.do(at(ONE), AddService(service=LAND))
    assert play.refused(at(ONE), AddService(service=LAND)) == TooManyServices(most=5)


def test_a_service_to_be_added_must_be_one_of_the_halls(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    command = AddService(service=ServiceId("nonsense"))
    assert play.refused(at(ONE), command) == UnknownService()


def test_a_transfer_with_return_leads_back_to_this_counter(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), TransferTicket(service=LAND, returns=True))
    play.do(at(THREE), CallNext())
    play.do(at(THREE), BeginService())
    _, back = play.do(at(THREE), DONE)
    assert back == TicketReturned(ticket=ticket(play, "A001"), service=BIRTH, counter=ONE)
    (call,) = play.do(at(ONE), CallNext())
    assert isinstance(call, TicketCalled)
    assert call.ticket == ticket(play, "A001")


def served_by(play: Play, counter: CounterId) -> None:
    play.do(at(counter), CallNext())
    play.do(at(counter), BeginService())
    play.do(at(counter), DONE)


def test_further_services_follow_one_after_another(play: Play) -> None:
    command = IssueTicket(service=LAND, further=(COPIES, LAND), category=ELDERLY)
    (issued,) = play.do(DISPENSER, command)
    assert isinstance(issued, TicketIssued)
    visit = issued.ticket
    served_by(play, THREE)
    assert play.hall.tickets[visit].further == (LAND,)
    served_by(play, ONE)
    assert play.hall.tickets[visit].further == ()
    served_by(play, THREE)
    assert play.hall.tickets[visit].state is TicketState.FINISHED


def test_returns_lead_back_the_way_the_citizen_came(play: Play) -> None:
    visit = ticket(play, "A001")
    play.do(at(ONE), CallNext())
    play.do(at(ONE), TransferTicket(counter=TWO, returns=True))
    play.do(at(TWO), CallNext())
    play.do(at(TWO), TransferTicket(service=LAND, returns=True))
    served_by(play, THREE)
    assert play.hall.tickets[visit].bound_to == TWO
    served_by(play, TWO)
    assert play.hall.tickets[visit].bound_to == ONE
    served_by(play, ONE)
    assert play.hall.tickets[visit].state is TicketState.FINISHED


def test_beginning_closes_a_rating_nobody_answered(play: Play) -> None:
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), DONE)
    play.do(at(ONE), CallNext())
    unanswered, _ = play.do(at(ONE), BeginService())
    assert unanswered == RatingUnanswered(ticket=ticket(play, "A001"), counter=ONE)


@pytest.mark.parametrize(
    "command",
    [BeginService(), DONE, MarkMissed(), HoldTicket(reason="x"), TransferTicket(service=LAND)],
)
def test_nothing_can_be_done_with_nobody(play: Play, command: Command) -> None:
    assert play.refused(at(ONE), command) == NobodyAtCounter()


def test_a_cancelled_ticket_is_never_called(play: Play) -> None:
    play.do(at(ONE), CancelTicket(ticket=ticket(play, "A001"), reason="gone home"))
    (call,) = play.do(at(ONE), CallNext())
    assert isinstance(call, TicketCalled)
    assert call.ticket == ticket(play, "A002")
