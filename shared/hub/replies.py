"""What a command is answered once its events are on disk. Pure."""

from shared.domain.calling import people_ahead
from shared.domain.events import (
    Event,
    PrintQueued,
    ReprintQueued,
    TicketCalled,
    TicketIssued,
    TrialTicketIssued,
)
from shared.domain.hall import Hall, Ticket, TicketState
from shared.protocol.messages import (
    Accepted,
    AnyReply,
    CitizenCalled,
    NumberGiven,
    TrialNumberGiven,
)

ACCEPTED = Accepted()


def reply_to(hall: Hall, events: tuple[Event, ...]) -> AnyReply:
    """Return the reply that tells what the events, already applied to ``hall``, brought."""
    for event in events:
        if isinstance(event, TicketIssued):
            slip = next((each for each in events if isinstance(each, PrintQueued)), None)
            return _number_given(hall, hall.tickets[event.ticket], slip)
        if isinstance(event, ReprintQueued):
            return _number_given(hall, hall.tickets[event.ticket], event)
        if isinstance(event, TicketCalled):
            number = hall.tickets[event.ticket].number
            return CitizenCalled(ticket=event.ticket, number=number, call=event.call)
        if isinstance(event, TrialTicketIssued):
            return TrialNumberGiven(serial=event.serial, issued_ms=hall.at_ms)
    return ACCEPTED


def _number_given(
    hall: Hall, ticket: Ticket, slip: PrintQueued | ReprintQueued | None
) -> NumberGiven:
    waiting = ticket.state is TicketState.WAITING
    return NumberGiven(
        ticket=ticket.id,
        number=ticket.number,
        token=ticket.token,
        service=ticket.service,
        ahead=people_ahead(hall, ticket) if waiting else 0,
        issued_ms=ticket.issued_ms,
        category=ticket.category,
        language=ticket.language,
        copy=ticket.slip.copies if slip else 0,
        printer=slip.printer if slip else "",
        marked=isinstance(slip, ReprintQueued) and slip.marked,
    )
