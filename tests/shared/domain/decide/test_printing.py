"""Slips of paper in the record: ordered, ended, denied, confirmed, handed over."""

from shared.domain import events
from shared.domain.commands import (
    CancelTicket,
    ConfirmSlip,
    HandOverOnScreen,
    IssueTicket,
    PrintAgain,
    RecordPrint,
    SignIn,
)
from shared.domain.errors import (
    NotAllowed,
    NotByItself,
    TooManyCopies,
    UnknownCopy,
    UnknownTicket,
    WrongState,
)
from shared.domain.ids import OfficerId, TicketId
from shared.domain.slips import MOST_COPIES, PrintOutcome, Proof, SlipState
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, ONE, Play, at

A001 = TicketId("20261123-A001")
PRINTER = "tcp://printer"
AGAIN = PrintAgain(ticket=A001, printer=PRINTER)
BY_ITSELF = PrintAgain(ticket=A001, printer=PRINTER, by_itself=True)


def ended(outcome: PrintOutcome, copy: int = 1, proof: Proof | None = None) -> RecordPrint:
    return RecordPrint(ticket=A001, copy=copy, outcome=outcome, proof=proof, trouble="paper_end")


def issued() -> Play:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH, printer=PRINTER))
    return play


def state(play: Play) -> SlipState:
    return play.hall.tickets[A001].slip.state


def test_the_order_stands_in_the_record_with_the_number() -> None:
    play = Play()
    one, two = play.do(DISPENSER, IssueTicket(service=BIRTH, printer=PRINTER))
    assert isinstance(one, events.TicketIssued)
    assert two == events.PrintQueued(ticket=A001, printer=PRINTER)
    assert list(play.hall.unsure) == [A001]


def test_a_number_without_paper_has_no_order() -> None:
    (event,) = Play().do(DISPENSER, IssueTicket(service=BIRTH))
    assert isinstance(event, events.TicketIssued)


def test_a_slip_that_came_out_is_taken_down_once() -> None:
    play = issued()
    printed = ended(PrintOutcome.PRINTED, proof=Proof.RESPONSE)
    assert play.do(DISPENSER, printed) == (events.TicketPrinted(A001, 1, Proof.RESPONSE),)
    assert play.do(DISPENSER, printed) == ()
    assert state(play) is SlipState.PRINTED
    assert not play.hall.unsure


def test_a_slip_without_proof_is_assumed() -> None:
    printed = ended(PrintOutcome.PRINTED)
    assert issued().do(DISPENSER, printed) == (events.TicketPrinted(A001, 1, Proof.ASSUMED),)


def test_a_slip_that_failed_is_taken_down_with_its_reason() -> None:
    play = issued()
    assert play.do(DISPENSER, ended(PrintOutcome.NOT_SENT)) == (
        events.PrintFailed(A001, 1, PrintOutcome.NOT_SENT, "paper_end"),
    )
    assert state(play) is SlipState.FAILED


def test_what_was_not_sent_is_printed_again_plain() -> None:
    play = issued()
    play.do(DISPENSER, ended(PrintOutcome.NOT_SENT))
    assert play.do(DISPENSER, BY_ITSELF) == (
        events.ReprintQueued(A001, 2, PRINTER, marked=False, by_itself=True),
    )


def test_what_may_lie_somewhere_is_printed_again_marked() -> None:
    play = issued()
    play.do(DISPENSER, ended(PrintOutcome.NO_COMPLETE_TICKET))
    assert play.do(DISPENSER, BY_ITSELF) == (
        events.ReprintQueued(A001, 2, PRINTER, marked=True, by_itself=True),
    )


def test_in_doubt_only_people_print_again() -> None:
    play = issued()
    assert play.refused(DISPENSER, BY_ITSELF) == NotByItself()
    play.do(DISPENSER, ended(PrintOutcome.UNKNOWN))
    assert play.refused(DISPENSER, BY_ITSELF) == NotByItself()
    assert play.do(DISPENSER, AGAIN) == (
        events.ReprintQueued(A001, 2, PRINTER, marked=True, by_itself=False),
    )


def test_copies_have_an_end() -> None:
    play = issued()
    for _ in range(MOST_COPIES - 1):
        play.do(DISPENSER, AGAIN)
    assert play.refused(DISPENSER, AGAIN) == TooManyCopies(most=MOST_COPIES)


def test_only_copies_that_were_ordered_can_end() -> None:
    assert issued().refused(DISPENSER, ended(PrintOutcome.PRINTED, copy=2)) == UnknownCopy()
    stranger = RecordPrint(ticket=TicketId("x"), copy=1, outcome=PrintOutcome.PRINTED)
    assert issued().refused(DISPENSER, stranger) == UnknownTicket()


def test_a_ticket_that_has_ended_gets_no_slip_any_more() -> None:
    play = issued()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(at(ONE), CancelTicket(ticket=A001, reason="gone"))
    assert play.refused(at(ONE), AGAIN) == WrongState(state="cancelled")
    assert play.do(DISPENSER, ended(PrintOutcome.PRINTED)) != (), "but its end is taken down"


def test_whoever_looked_settles_it() -> None:
    play = issued()
    play.do(DISPENSER, ended(PrintOutcome.UNKNOWN))
    assert play.do(DISPENSER, ConfirmSlip(ticket=A001)) == (events.SlipConfirmed(A001),)
    assert play.do(DISPENSER, ConfirmSlip(ticket=A001)) == ()
    assert state(play) is SlipState.PRINTED


def test_the_screen_is_as_good_as_paper() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    over = HandOverOnScreen(ticket=A001)
    assert play.do(DISPENSER, over) == (events.HandedOverOnScreen(A001),)
    assert play.do(DISPENSER, over) == ()
    assert not play.hall.unsure


def test_a_late_word_from_the_printer_does_not_undo_what_people_said() -> None:
    play = issued()
    play.do(DISPENSER, HandOverOnScreen(ticket=A001))
    play.do(DISPENSER, ended(PrintOutcome.NOT_SENT))
    assert state(play) is SlipState.ON_SCREEN


def test_boards_print_nothing() -> None:
    assert issued().refused(BOARD, AGAIN) == NotAllowed()
