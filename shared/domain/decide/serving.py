"""Calling citizens and serving them, from the call to the end of the visit."""

from shared.domain.calling import may_call, next_ticket
from shared.domain.commands import (
    MAX_SERVICES_A_VISIT,
    Actor,
    AddService,
    BeginService,
    CallNext,
    CallTicket,
    FinishService,
    RecallTicket,
)
from shared.domain.decide.guards import (
    Refused,
    known_service,
    known_ticket,
    no_other_number,
    serving_ticket,
    ticket_at,
    time_to_come,
    working_counter,
)
from shared.domain.decide.moving import missed
from shared.domain.errors import (
    AlreadyBegun,
    CounterBusy,
    NothingWaiting,
    NotServedHere,
    ReasonMissing,
    TooManyServices,
    WrongState,
)
from shared.domain.events import (
    Event,
    RatingUnanswered,
    ServiceAdded,
    ServiceBegun,
    ServiceContinued,
    ServiceFinished,
    TicketCalled,
    TicketFinished,
    TicketRecalled,
    TicketReturned,
    VisitContinued,
)
from shared.domain.hall import Counter, Hall, Ticket, TicketState

CALLABLE = frozenset({TicketState.WAITING, TicketState.HELD, TicketState.MISSED})


def call_next(hall: Hall, command: CallNext, now: int, actor: Actor) -> tuple[Event, ...]:
    """Call whoever is next; a called citizen who did not come becomes missed first."""
    counter = working_counter(hall, actor)
    freed = _freed(hall, counter, now)
    ticket = next_ticket(hall, counter.id)
    if ticket is None:
        raise Refused(NothingWaiting())
    return (*freed, _called(hall, counter, ticket, ""))


def call_ticket(hall: Hall, command: CallTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Call a chosen ticket; without a reason only the next one, or one held here."""
    counter = working_counter(hall, actor)
    ticket = known_ticket(hall, command.ticket)
    freed = _freed(hall, counter, now)
    if ticket.state not in CALLABLE or ticket.id == counter.ticket:
        raise Refused(WrongState(state=ticket.state))
    no_other_number(hall, ticket.person, ticket.id)
    if not may_call(hall, counter.id, ticket):
        raise Refused(NotServedHere())
    reason = command.reason.strip()
    if not reason and not _in_order(hall, counter, ticket):
        raise Refused(ReasonMissing())
    return (*freed, _called(hall, counter, ticket, reason))


def recall(hall: Hall, command: RecallTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Call the same citizen again, not before there was time to come."""
    counter = working_counter(hall, actor)
    ticket = ticket_at(hall, counter)
    if ticket.state is TicketState.SERVING:
        raise Refused(AlreadyBegun())
    time_to_come(hall, ticket, now)
    return (TicketRecalled(ticket=ticket.id, counter=counter.id, call=hall.next_call),)


def begin(hall: Hall, command: BeginService, now: int, actor: Actor) -> tuple[Event, ...]:
    """The citizen has come; a rating still open from before ends unanswered."""
    counter = working_counter(hall, actor)
    ticket = ticket_at(hall, counter)
    if ticket.state is TicketState.SERVING:
        raise Refused(AlreadyBegun())
    begun = ServiceBegun(ticket=ticket.id, counter=counter.id)
    if counter.rating is None:
        return (begun,)
    return (RatingUnanswered(ticket=counter.rating, counter=counter.id), begun)


def finish(hall: Hall, command: FinishService, now: int, actor: Actor) -> tuple[Event, ...]:
    """End the service; the visit goes back, goes on, or is over."""
    counter = working_counter(hall, actor)
    ticket = serving_ticket(hall, counter)
    finished = ServiceFinished(
        ticket=ticket.id,
        counter=counter.id,
        service=ticket.service,
        outcome=command.outcome,
        dossiers=command.dossiers,
    )
    return (finished, _after(hall, counter, ticket))


def add_service(hall: Hall, command: AddService, now: int, actor: Actor) -> tuple[Event, ...]:
    """Add a service to the visit of the citizen at the counter."""
    counter = working_counter(hall, actor)
    ticket = serving_ticket(hall, counter)
    known_service(hall, command.service)
    if len(ticket.further) >= MAX_SERVICES_A_VISIT - 1:
        raise Refused(TooManyServices(most=MAX_SERVICES_A_VISIT))
    return (ServiceAdded(ticket=ticket.id, service=command.service),)


def _freed(hall: Hall, counter: Counter, now: int) -> tuple[Event, ...]:
    """Return what must happen before the counter can call somebody else."""
    if counter.ticket is None:
        return ()
    ticket = hall.tickets[counter.ticket]
    if ticket.state is TicketState.SERVING:
        raise Refused(CounterBusy(number=ticket.number))
    return missed(hall, counter, ticket, now)


def _in_order(hall: Hall, counter: Counter, ticket: Ticket) -> bool:
    if ticket.state is TicketState.HELD:
        return ticket.counter == counter.id
    return ticket == next_ticket(hall, counter.id)


def _called(hall: Hall, counter: Counter, ticket: Ticket, reason: str) -> TicketCalled:
    return TicketCalled(ticket=ticket.id, counter=counter.id, call=hall.next_call, reason=reason)


def _after(hall: Hall, counter: Counter, ticket: Ticket) -> Event:
    if ticket.returns:
        back_to, service = ticket.returns[-1]
        return TicketReturned(ticket=ticket.id, service=service, counter=back_to)
    if not ticket.further:
        return TicketFinished(ticket=ticket.id, counter=counter.id)
    service = ticket.further[0]
    if service in hall.plan.counters[counter.id].serves:
        return ServiceContinued(ticket=ticket.id, counter=counter.id, service=service)
    return VisitContinued(ticket=ticket.id, service=service)
