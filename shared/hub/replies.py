"""What a command is answered once its events are on disk. Pure."""

from shared.domain.calling import people_ahead
from shared.domain.events import Event, TicketCalled, TicketIssued, TrialTicketIssued
from shared.domain.hall import Hall
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
            return _number_given(hall, event)
        if isinstance(event, TicketCalled):
            number = hall.tickets[event.ticket].number
            return CitizenCalled(ticket=event.ticket, number=number, call=event.call)
        if isinstance(event, TrialTicketIssued):
            return TrialNumberGiven(serial=event.serial, issued_ms=hall.at_ms)
    return ACCEPTED


def _number_given(hall: Hall, event: TicketIssued) -> NumberGiven:
    return NumberGiven(
        ticket=event.ticket,
        number=event.number,
        token=event.token,
        service=event.service,
        ahead=people_ahead(hall, hall.tickets[event.ticket]),
        issued_ms=hall.at_ms,
        category=event.category,
        language=event.language,
    )
