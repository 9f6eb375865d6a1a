"""Giving numbers: at the dispenser by the opening hours, at a counter by the officer's word.

Quota and series bind both. Test tickets stand outside everything.
"""

from shared.domain.commands import MAX_SERVICES_A_VISIT, Actor, IssueTestTicket, IssueTicket, Role
from shared.domain.decide.guards import (
    Refused,
    known_service,
    no_other_number,
    staffed_counter,
)
from shared.domain.errors import Refusal, TooManyServices, UnknownCategory
from shared.domain.events import Event, PrintQueued, TicketIssued, TrialTicketIssued
from shared.domain.hall import Hall
from shared.domain.ids import CounterId
from shared.domain.numbering import number_on_paper, ticket_id, token_for
from shared.domain.opening import hours_refusal, stock
from shared.domain.plan import Service


def issue(hall: Hall, command: IssueTicket, now: int, actor: Actor) -> tuple[Event, ...]:
    """Give the next number of the service's series."""
    service = _checked_service(hall, command)
    if actor.role is Role.COUNTER:
        counter = staffed_counter(hall, actor).id
    else:
        counter = None
        shut = hours_refusal(hall.plan, service, hall.day, now)
        if shut is not None:
            raise Refused(shut)
    no_other_number(hall, command.person)
    serial = stock(hall, service)
    if isinstance(serial, Refusal):
        raise Refused(serial)
    issued = _issued(hall, command, service, serial, counter)
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
    hall: Hall, command: IssueTicket, service: Service, serial: int, counter: CounterId | None
) -> TicketIssued:
    number = number_on_paper(hall.plan.series[service.series], serial)
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
        person=command.person,
    )
