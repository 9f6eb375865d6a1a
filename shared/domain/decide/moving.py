"""Tickets that go elsewhere: transferred, held, missed, back again, cancelled."""

from shared.domain.commands import (
    Actor,
    CancelTicket,
    HoldTicket,
    MarkMissed,
    RejoinQueue,
    ReleaseTicket,
    TransferTicket,
)
from shared.domain.decide.guards import (
    Refused,
    known_service,
    known_ticket,
    no_other_number,
    staffed_counter,
    ticket_at,
    time_to_come,
    working_counter,
)
from shared.domain.errors import (
    AlreadyBegun,
    CallAgainFirst,
    NowhereToSend,
    ReturnTooLate,
    TimePassed,
    UnknownCounter,
    WrongState,
)
from shared.domain.events import (
    Event,
    TicketCancelled,
    TicketHeld,
    TicketMissed,
    TicketRejoined,
    TicketReleased,
    TicketTransferred,
)
from shared.domain.hall import Counter, Hall, Ticket, TicketState

CANCELLABLE = frozenset({TicketState.WAITING, TicketState.HELD, TicketState.MISSED})


def transfer(hall: Hall, command: TransferTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Send the citizen at the counter to another service or counter, number and place kept."""
    counter = working_counter(hall, actor)
    ticket = ticket_at(hall, counter)
    if command.service is not None:
        known_service(hall, command.service)
    if command.counter is not None and command.counter not in hall.counters:
        raise Refused(UnknownCounter())
    service = command.service or ticket.service
    if command.counter == counter.id or (command.counter is None and service == ticket.service):
        raise Refused(NowhereToSend())
    return (
        TicketTransferred(
            ticket=ticket.id,
            origin=counter.id,
            service=service,
            counter=command.counter,
            returns=command.returns,
        ),
    )


def hold(hall: Hall, command: HoldTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Park the citizen's ticket, for good reason and perhaps until a time."""
    counter = working_counter(hall, actor)
    ticket = ticket_at(hall, counter)
    if command.until_ms is not None and command.until_ms <= now:
        raise Refused(TimePassed())
    return (
        TicketHeld(
            ticket=ticket.id,
            counter=counter.id,
            reason=command.reason,
            until_ms=command.until_ms,
        ),
    )


def release(hall: Hall, command: ReleaseTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Let a held ticket wait again for the counter that held it."""
    staffed_counter(hall, actor)
    return (released(known_ticket(hall, command.ticket)),)


def mark_missed(hall: Hall, command: MarkMissed, now: int, actor: Actor) -> tuple[Event, ...]:
    """Give up calling, after enough calls."""
    counter = working_counter(hall, actor)
    ticket = ticket_at(hall, counter)
    if ticket.state is TicketState.SERVING:
        raise Refused(AlreadyBegun())
    return missed(hall, counter, ticket, now)


def rejoin(hall: Hall, command: RejoinQueue, now: int, actor: Actor) -> tuple[Event, ...]:
    """Let a missed citizen wait again at the old place, if back in time."""
    staffed_counter(hall, actor)
    ticket = known_ticket(hall, command.ticket)
    if ticket.state is not TicketState.MISSED:
        raise Refused(WrongState(state=ticket.state))
    within_min = hall.plan.call_rules.return_within_min
    if now > ticket.ended_ms + within_min * 60_000:
        raise Refused(ReturnTooLate(within_min=within_min))
    no_other_number(hall, ticket.person, ticket.id)
    return (TicketRejoined(ticket=ticket.id),)


def cancel(hall: Hall, command: CancelTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """End a ticket without service."""
    counter = staffed_counter(hall, actor)
    ticket = known_ticket(hall, command.ticket)
    called_here = ticket.state is TicketState.CALLED and ticket.id == counter.ticket
    if ticket.state not in CANCELLABLE and not called_here:
        raise Refused(WrongState(state=ticket.state))
    return (TicketCancelled(ticket=ticket.id, reason=command.reason),)


def missed(hall: Hall, counter: Counter, ticket: Ticket, now: int) -> tuple[Event, ...]:
    """Return the event that a called ticket is missed, once its calls and time are used up."""
    rules = hall.plan.call_rules
    if ticket.calls < rules.calls_before_missed:
        raise Refused(CallAgainFirst(left=rules.calls_before_missed - ticket.calls))
    time_to_come(hall, ticket, now)
    return (TicketMissed(ticket=ticket.id, counter=counter.id),)


def released(ticket: Ticket) -> Event:
    """Return the event that a held ticket waits again."""
    if ticket.state is not TicketState.HELD or ticket.counter is None:
        raise Refused(WrongState(state=ticket.state))
    return TicketReleased(ticket=ticket.id, counter=ticket.counter)
