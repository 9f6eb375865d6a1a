"""What a command is answered."""

from msgspec.structs import replace

from shared.domain.commands import (
    CallNext,
    IssueTestTicket,
    IssueTicket,
    PrintAgain,
    RecallTicket,
    SignIn,
)
from shared.domain.ids import OfficerId, TicketId
from shared.hub.replies import reply_to
from shared.protocol.messages import Accepted, CitizenCalled, NumberGiven, TrialNumberGiven
from tests.fakes.halls import BIRTH, DISPENSER, ELDERLY, MONDAY_8_AM, ONE, Play, at


def test_a_number_comes_with_everything_a_ticket_shows() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    events = play.do(DISPENSER, IssueTicket(service=BIRTH, category=ELDERLY, language="en"))
    ticket = play.hall.tickets[TicketId("20261123-A002")]
    assert reply_to(play.hall, events) == NumberGiven(
        ticket=ticket.id,
        number="A002",
        token=ticket.token,
        service=BIRTH,
        ahead=0,
        issued_ms=MONDAY_8_AM,
        category=ELDERLY,
        language="en",
    )


def test_a_test_ticket_has_its_own_count() -> None:
    play = Play()
    events = play.do(DISPENSER, IssueTestTicket())
    assert reply_to(play.hall, events) == TrialNumberGiven(serial=1, issued_ms=MONDAY_8_AM)


def test_a_call_says_who_was_called() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert reply_to(play.hall, play.do(at(ONE), SignIn(officer=OfficerId("lan")))) == Accepted()
    called = reply_to(play.hall, play.do(at(ONE), CallNext()))
    assert called == CitizenCalled(ticket=TicketId("20261123-A001"), number="A001", call=1)
    recalled = play.later(30).do(at(ONE), RecallTicket())
    assert reply_to(play.hall, recalled) == Accepted()


def test_an_order_for_paper_comes_with_the_copy_to_print() -> None:
    play = Play()
    events = play.do(DISPENSER, IssueTicket(service=BIRTH, printer="tcp://one"))
    first = reply_to(play.hall, events)
    assert isinstance(first, NumberGiven)
    assert (first.copy, first.printer, first.marked) == (1, "tcp://one", False)
    again = PrintAgain(ticket=first.ticket, printer="tcp://two")
    events = play.do(DISPENSER, again)
    copy = reply_to(play.hall, events)
    assert copy == replace(first, copy=2, printer="tcp://two", marked=True)


def test_a_copy_for_somebody_who_is_called_counts_nobody_before_them() -> None:
    play = Play()
    for _ in range(2):
        play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(at(ONE), CallNext())
    again = PrintAgain(ticket=TicketId("20261123-A001"), printer="tcp://one")
    events = play.do(DISPENSER, again)
    copy = reply_to(play.hall, events)
    assert isinstance(copy, NumberGiven)
    assert copy.ahead == 0
