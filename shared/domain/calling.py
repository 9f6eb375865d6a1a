"""Who is next: the one place that knows the order of the queue.

The rule for now: people of a priority category before others, and among equals whoever
came first, over all services a counter serves. A ticket keeps its place through transfers,
holds and returns. A bound ticket waits for its counter, unless nobody is signed in there.
"""

from bisect import bisect_left
from collections.abc import Iterator

from immutables import Map

from shared.domain.hall import CounterState, Hall, Ticket
from shared.domain.ids import CounterId, ServiceId, TicketId

Line = tuple[TicketId, ...]
"""Waiting tickets in calling order."""


def order_key(ticket: Ticket) -> tuple[int, int]:
    """Return what tickets are sorted by: the smaller is called before the larger."""
    return (1 if ticket.category is None else 0, ticket.place)


def next_ticket(hall: Hall, counter: CounterId) -> Ticket | None:
    """Return the ticket this counter must call next, or None when nobody waits for it."""
    return min(_heads(hall, counter), key=order_key, default=None)


def waiting_for(hall: Hall, counter: CounterId) -> list[Ticket]:
    """Return everybody this counter may call, in calling order."""
    serves = hall.plan.counters[counter].serves
    ids = [id_ for service in serves for id_ in hall.lines.get(service, ())]
    tickets = [hall.tickets[id_] for id_ in ids]
    tickets += _bound_tickets(hall, counter)
    return sorted(tickets, key=order_key)


def may_call(hall: Hall, counter: CounterId, ticket: Ticket) -> bool:
    """Tell whether this counter may call that waiting, held or missed ticket at all."""
    if ticket.bound_to is not None and not _deserted(hall, ticket.bound_to):
        return ticket.bound_to == counter
    return counter in (ticket.bound_to, ticket.counter) or (
        ticket.service in hall.plan.counters[counter].serves
    )


def people_ahead(hall: Hall, ticket: Ticket) -> int:
    """Return how many people of the same line are called before this waiting ticket."""
    line = line_of(hall, ticket)
    if line[-1] == ticket.id:
        return len(line) - 1
    return bisect_left(line, order_key(ticket), key=lambda id_: order_key(hall.tickets[id_]))


def waiting_by_service(hall: Hall) -> dict[ServiceId, int]:
    """Return how many people wait for each service; services without anybody are left out."""
    counts = {service: len(line) for service, line in hall.lines.items() if line}
    for line in hall.bound.values():
        for id_ in line:
            service = hall.tickets[id_].service
            counts[service] = counts.get(service, 0) + 1
    return counts


def may_recall_ms(hall: Hall, ticket: Ticket) -> int:
    """Return from when (UTC ms) a called ticket may be called again or marked as missed."""
    return ticket.last_call_ms + hall.plan.call_rules.between_calls_s * 1000


def line_of(hall: Hall, ticket: Ticket) -> Line:
    """Return the line the ticket stands in, or would stand in."""
    if ticket.bound_to is not None:
        return hall.bound.get(ticket.bound_to, ())
    return hall.lines.get(ticket.service, ())


def placed(line: Line, ticket: Ticket, tickets: Map[TicketId, Ticket]) -> Line:
    """Return the line with the ticket in its place."""
    key = order_key(ticket)
    if not line or order_key(tickets[line[-1]]) < key:
        return (*line, ticket.id)
    at = bisect_left(line, key, key=lambda id_: order_key(tickets[id_]))
    return (*line[:at], ticket.id, *line[at:])


def _heads(hall: Hall, counter: CounterId) -> Iterator[Ticket]:
    for service in hall.plan.counters[counter].serves:
        line = hall.lines.get(service, ())
        if line:
            yield hall.tickets[line[0]]
    yield from _bound_tickets(hall, counter)


def _bound_tickets(hall: Hall, counter: CounterId) -> Iterator[Ticket]:
    for holder, line in hall.bound.items():
        for id_ in line:
            ticket = hall.tickets[id_]
            if holder == counter or may_call(hall, counter, ticket):
                yield ticket


def _deserted(hall: Hall, counter: CounterId) -> bool:
    return hall.counters[counter].state is CounterState.CLOSED
