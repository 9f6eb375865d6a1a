"""Slips of paper: how printing ended, when another copy may be printed, what people say of it.

The rules themselves are in shared.domain.slips. What became of a slip is taken down whatever
became of its ticket meanwhile.
"""

from shared.domain.commands import Actor, ConfirmSlip, HandOverOnScreen, PrintAgain, RecordPrint
from shared.domain.decide.guards import Refused, known_ticket
from shared.domain.errors import NotByItself, TooManyCopies, UnknownCopy, WrongState
from shared.domain.events import (
    Event,
    HandedOverOnScreen,
    PrintFailed,
    ReprintQueued,
    SlipConfirmed,
    TicketPrinted,
)
from shared.domain.hall import Hall, TicketState
from shared.domain.slips import (
    MOST_COPIES,
    PrintOutcome,
    Proof,
    SlipState,
    is_marked,
    may_print_by_itself,
)

OVER = frozenset({TicketState.FINISHED, TicketState.CANCELLED})


def print_again(hall: Hall, command: PrintAgain, now: int, actor: Actor) -> tuple[Event, ...]:
    """Order another copy, marked if a slip of the number may exist."""
    ticket = known_ticket(hall, command.ticket)
    if ticket.state in OVER:
        raise Refused(WrongState(state=ticket.state))
    if command.by_itself and not may_print_by_itself(ticket.slip):
        raise Refused(NotByItself())
    if ticket.slip.copies >= MOST_COPIES:
        raise Refused(TooManyCopies(most=MOST_COPIES))
    return (
        ReprintQueued(
            ticket=ticket.id,
            copy=ticket.slip.copies + 1,
            printer=command.printer,
            marked=is_marked(ticket.slip),
            by_itself=command.by_itself,
        ),
    )


def record(hall: Hall, command: RecordPrint, now: int, actor: Actor) -> tuple[Event, ...]:
    """Take down how a copy ended, once."""
    slip = known_ticket(hall, command.ticket).slip
    if command.copy > slip.copies:
        raise Refused(UnknownCopy())
    if command.copy not in slip.open:
        return ()
    if command.outcome is PrintOutcome.PRINTED:
        proof = command.proof or Proof.ASSUMED
        return (TicketPrinted(ticket=command.ticket, copy=command.copy, proof=proof),)
    return (
        PrintFailed(
            ticket=command.ticket,
            copy=command.copy,
            outcome=command.outcome,
            trouble=command.trouble,
        ),
    )


def confirm(hall: Hall, command: ConfirmSlip, now: int, actor: Actor) -> tuple[Event, ...]:
    """Somebody has the slip in hand."""
    slip = known_ticket(hall, command.ticket).slip
    if slip.state is SlipState.PRINTED:
        return ()
    return (SlipConfirmed(ticket=command.ticket),)


def hand_over(hall: Hall, command: HandOverOnScreen, now: int, actor: Actor) -> tuple[Event, ...]:
    """The citizen has the number without paper."""
    slip = known_ticket(hall, command.ticket).slip
    if slip.state in (SlipState.PRINTED, SlipState.ON_SCREEN):
        return ()
    return (HandedOverOnScreen(ticket=command.ticket),)
