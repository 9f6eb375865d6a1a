"""What the decisions ask before they decide; each guard returns a value or refuses.

``Refused`` never leaves shared.domain.decide: it becomes the refusal that is returned.
"""

from shared.domain.calling import may_recall_ms
from shared.domain.commands import Actor
from shared.domain.errors import (
    AnyRefusal,
    CounterResting,
    CounterShut,
    NobodyAtCounter,
    NotAllowed,
    NotBegun,
    NumberHeld,
    TooSoon,
    UnknownService,
    UnknownTicket,
)
from shared.domain.hall import Counter, CounterState, Hall, Ticket, TicketState
from shared.domain.ids import CounterId, ServiceId, TicketId
from shared.domain.plan import Service

ALIVE = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.HELD})
"""A missed ticket lives again when it is called or comes back."""


class Refused(Exception):
    """The rules say no."""

    def __init__(self, refusal: AnyRefusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def counter_of(hall: Hall, actor: Actor) -> Counter:
    """Return the counter at which the actor stands."""
    counter = hall.counters.get(CounterId(actor.place))
    if counter is None:
        raise Refused(NotAllowed())
    return counter


def staffed_counter(hall: Hall, actor: Actor) -> Counter:
    """Return the actor's counter, which must have an officer."""
    counter = counter_of(hall, actor)
    if counter.state is CounterState.CLOSED:
        raise Refused(CounterShut())
    return counter


def working_counter(hall: Hall, actor: Actor) -> Counter:
    """Return the actor's counter, which must be open and not paused."""
    counter = staffed_counter(hall, actor)
    if counter.state is CounterState.PAUSED:
        raise Refused(CounterResting())
    return counter


def ticket_at(hall: Hall, counter: Counter) -> Ticket:
    """Return the ticket called or served at a counter."""
    if counter.ticket is None:
        raise Refused(NobodyAtCounter())
    return hall.tickets[counter.ticket]


def serving_ticket(hall: Hall, counter: Counter) -> Ticket:
    """Return the ticket being served at a counter."""
    ticket = ticket_at(hall, counter)
    if ticket.state is not TicketState.SERVING:
        raise Refused(NotBegun())
    return ticket


def known_ticket(hall: Hall, ticket_id: TicketId) -> Ticket:
    """Return today's ticket by its id."""
    ticket = hall.tickets.get(ticket_id)
    if ticket is None:
        raise Refused(UnknownTicket())
    return ticket


def no_other_number(hall: Hall, person: str, ticket: TicketId | None = None) -> None:
    """Refuse if this person, told by the mark of a card, has a living ticket besides this one."""
    for held in hall.persons.get(person, ()):
        if held != ticket and hall.tickets[held].state in ALIVE:
            raise Refused(NumberHeld(number=hall.tickets[held].number))


def known_service(hall: Hall, service_id: ServiceId) -> Service:
    """Return a service of the plan."""
    service = hall.plan.services.get(service_id)
    if service is None:
        raise Refused(UnknownService())
    return service


def time_to_come(hall: Hall, ticket: Ticket, now: int) -> None:
    """Refuse while the called citizen may still be on the way."""
    left_ms = may_recall_ms(hall, ticket) - now
    if left_ms > 0:
        raise Refused(TooSoon(wait_s=-(-left_ms // 1000)))
