"""Giving numbers: at the dispenser by the opening hours, at a counter by the officer's word.

Quota and series bind both. Test tickets stand outside everything.
"""

from shared.domain.commands import MAX_SERVICES_A_VISIT, Actor, IssueTestTicket, IssueTicket, Role
from shared.domain.decide.guards import Refused, known_service, staffed_counter
from shared.domain.errors import TooManyServices, UnknownCategory
from shared.domain.events import Event, PrintQueued, TicketIssued, TrialTicketIssued
from shared.domain.hall import Hall
from shared.domain.ids import CounterId
from shared.domain.numbering import next_serial, number_on_paper, ticket_id, token_for
from shared.domain.opening import availability, stock_refusal
from shared.domain.plan import Service


def issue(hall: Hall, command: IssueTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Give the next number of the service's series."""
    service = _checked_service(hall, command)
    at_counter = actor.role is Role.COUNTER
    if at_counter:
        staffed_counter(hall, actor)
        refusal = stock_refusal(hall, service)
    else:
        refusal = availability(hall, service.id, now)
    if refusal is not None:
        raise Refused(refusal)
    issued = _issued(hall, command, service, CounterId(actor.place) if at_counter else None)
    if not command.printer:
        return (issued,)
    return (issued, PrintQueued(ticket=issued.ticket, printer=command.printer))


def issue_test(hall: Hall, command: IssueTestTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Make a ticket that is in no queue."""
    return (TrialTicketIssued(serial=hall.tests + 1),)


def _checked_service(hall: Hall, command: IssueTicket) -> Service:
    service = known_service(hall, command.service)
    for further in command.further:
        known_service(hall, further)
    if len(command.further) >= MAX_SERVICES_A_VISIT:
        raise Refused(TooManyServices(most=MAX_SERVICES_A_VISIT))
    if command.category is not None and command.category not in hall.plan.categories:
        raise Refused(UnknownCategory())
    return service


def _issued(
    hall: Hall, command: IssueTicket, service: Service, counter: CounterId | None
) -> TicketIssued:
    series = hall.plan.series[service.series]
    serial = next_serial(hall, series.id)
    assert serial is not None, "the stock was looked at before"
    number = number_on_paper(series, serial)
    ticket = ticket_id(hall.day, number)
    return TicketIssued(
        ticket=ticket,
        number=number,
        token=token_for(hall.day_key, ticket),
        serial=serial,
        service=service.id,
        place=hall.next_place,
        further=command.further,
        category=command.category,
        language=command.language,
        counter=counter,
    )
