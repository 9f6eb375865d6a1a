"""What each kind of device is told, made from the hall. Pure; the values are in the protocol."""

from collections.abc import Iterable
from dataclasses import replace

from shared.domain.calling import may_recall_ms, people_ahead, waiting_by_service, waiting_for
from shared.domain.commands import Role
from shared.domain.devices import BoardPlan, Devices
from shared.domain.hall import Call, Counter, Hall, Ticket, TicketState
from shared.domain.ids import CounterId, FieldId, TicketId
from shared.domain.numbering import ticket_meant
from shared.domain.opening import availability, hall_refusal
from shared.domain.plan import Plan
from shared.protocol.messages import TicketPlace
from shared.protocol.topics import (
    Alarm,
    Announcement,
    BoardNow,
    CallLine,
    CounterDesk,
    CounterNow,
    DispenserNow,
    FieldWaiting,
    Figures,
    HeldTicket,
    KioskNow,
    LastCall,
    MissedTicket,
    PanelNow,
    ServiceNow,
    Setup,
    TicketAtCounter,
    WaitingTicket,
)

LAST_CALLS = 8
ANNOUNCED_FOR_MS = 60_000
"""A call that no board could announce for so long is not announced any more."""


def setup_for(role: Role, plan: Plan, devices: Devices) -> Setup:
    """Return of the hall file what a role needs: names of people and printers go nowhere else."""
    sees_officers = role in (Role.COUNTER, Role.HEAD)
    sees_officers |= role is Role.PANEL and plan.show_officer_name
    dispensers = devices.dispensers
    if role is not Role.DISPENSER:
        dispensers = {
            id_: replace(each, printer=None, second_printer=None)
            for id_, each in dispensers.items()
        }
    kiosks = devices.kiosks
    if role is not Role.KIOSK:
        kiosks = {id_: replace(each, printer=None) for id_, each in kiosks.items()}
    printers = devices.counter_printers if role is Role.COUNTER else {}
    return Setup(
        plan=plan if sees_officers else replace(plan, officers={}),
        devices=replace(devices, counter_printers=printers, dispensers=dispensers, kiosks=kiosks),
    )


def dispenser_now(hall: Hall, now: int) -> DispenserNow:
    """Return all services with the people waiting and why no number is given, if so."""
    waiting = waiting_by_service(hall)
    services = tuple(
        ServiceNow(
            service=service,
            waiting=waiting.get(service, 0),
            refusal=availability(hall, service, now),
        )
        for service in hall.plan.services
    )
    return DispenserNow(day=hall.day, services=services, refusal=hall_refusal(hall, now))


def board_now(hall: Hall, board: BoardPlan, figures: Figures | None = None) -> BoardNow:
    """Return what one board shows; its waiting figures cover the fields of its counters."""
    return BoardNow(
        day=hall.day,
        counters=tuple(_counter_now(hall, counter) for counter in board.counters),
        last_calls=_last_calls(hall, board),
        waiting=_waiting_by_field(hall, board) if board.show_waiting else (),
        figures=figures if board.show_figures else None,
    )


def announcements(hall: Hall, board: BoardPlan, now: int, after: int) -> tuple[Announcement, ...]:
    """Return the calls after number ``after`` that this board has yet to show or speak.

    Whoever has come meanwhile, or was called anew, is not called out once more.
    """
    waiting: list[Announcement] = []
    for no in range(hall.next_call - 1, after, -1):
        call = hall.calls.get(no)
        if call is None or now - call.at_ms > ANNOUNCED_FOR_MS:
            break  # all before it are older
        if call.counter in board.counters and _unconfirmed(call, board) and _awaited(hall, call):
            waiting.append(_announcement(hall, call))
    return tuple(reversed(waiting))


def counter_desk(
    hall: Hall, counter_id: CounterId, devices: Devices, alarms: tuple[Alarm, ...]
) -> CounterDesk:
    """Return what the officer of a counter works with."""
    counter = hall.counters[counter_id]
    return CounterDesk(
        counter=counter_id,
        state=counter.state,
        officer=counter.officer,
        pause_reason=counter.pause_reason,
        current=_current(hall, counter),
        waiting=tuple(_waiting(hall, ticket) for ticket in waiting_for(hall, counter_id)),
        held=tuple(_held(hall, counter_id)),
        missed=tuple(_missed(hall, counter_id)),
        finished_today=counter.finished_today,
        missed_today=counter.missed_today,
        last_call=_last_call(hall, counter, devices),
        alarms=alarms,
    )


def panel_now(hall: Hall, counter_id: CounterId) -> PanelNow:
    """Return what the citizen at a counter sees."""
    counter = hall.counters[counter_id]
    ticket = hall.tickets[counter.ticket] if counter.ticket else None
    open_ms = hall.plan.call_rules.rating_open_s * 1000
    return PanelNow(
        counter=counter_id,
        state=counter.state,
        officer=counter.officer if hall.plan.show_officer_name else None,
        pause_reason=counter.pause_reason,
        number=ticket.number if ticket else "",
        serving=ticket is not None and ticket.state is TicketState.SERVING,
        rating=counter.rating,
        rating_until_ms=counter.rating_since_ms + open_ms if counter.rating else 0,
    )


def kiosk_now(hall: Hall) -> KioskNow:
    """Return how many people wait in the hall."""
    return KioskNow(day=hall.day, waiting=sum(waiting_by_service(hall).values()))


def ticket_place(hall: Hall, number: str, token: str) -> TicketPlace | None:
    """Return where today's ticket with this number, as people say it, or QR token stands."""
    ticket_id = hall.tokens.get(token) if token else ticket_meant(hall, number)
    ticket = hall.tickets.get(ticket_id) if ticket_id else None
    if ticket is None:
        return None
    waiting = ticket.state is TicketState.WAITING
    return TicketPlace(
        number=ticket.number,
        state=ticket.state,
        service=ticket.service,
        ahead=people_ahead(hall, ticket) if waiting else 0,
        counter=ticket.counter,
        counters=_serving_counters(hall.plan, ticket),
        issued_ms=ticket.issued_ms,
    )


def _serving_counters(plan: Plan, ticket: Ticket) -> tuple[CounterId, ...]:
    if ticket.bound_to is not None:
        return (ticket.bound_to,)
    return tuple(c.id for c in plan.counters.values() if ticket.service in c.serves)


def _counter_now(hall: Hall, counter_id: CounterId) -> CounterNow:
    counter = hall.counters[counter_id]
    if counter.ticket is None:
        return CounterNow(counter=counter_id, state=counter.state)
    ticket = hall.tickets[counter.ticket]
    return CounterNow(
        counter=counter_id,
        state=counter.state,
        number=ticket.number,
        serving=ticket.state is TicketState.SERVING,
        called_ms=ticket.last_call_ms,
    )


def _last_calls(hall: Hall, board: BoardPlan) -> tuple[CallLine, ...]:
    lines: list[CallLine] = []
    seen: set[TicketId] = set()
    for no in range(hall.next_call - 1, 0, -1):
        call = hall.calls.get(no)
        if call is None or len(lines) == LAST_CALLS:
            break
        if call.counter in board.counters and call.ticket not in seen:
            seen.add(call.ticket)
            lines.append(
                CallLine(call=no, number=call.number, counter=call.counter, at_ms=call.at_ms)
            )
    return tuple(lines)


def _waiting_by_field(hall: Hall, board: BoardPlan) -> tuple[FieldWaiting, ...]:
    plan = hall.plan
    counts: dict[FieldId, int] = {}
    for counter in board.counters:
        for service in plan.counters[counter].serves:
            counts.setdefault(plan.top_field(plan.services[service].field), 0)
    for service, count in waiting_by_service(hall).items():
        field = plan.top_field(plan.services[service].field)
        if field in counts:
            counts[field] += count
    return tuple(FieldWaiting(field=field, waiting=count) for field, count in counts.items())


def _announcement(hall: Hall, call: Call) -> Announcement:
    return Announcement(
        day=hall.day,
        call=call.no,
        number=call.number,
        counter=call.counter,
        label=hall.plan.counters[call.counter].label,
        at_ms=call.at_ms,
        times=call.times,
    )


def _awaited(hall: Hall, call: Call) -> bool:
    """Tell whether the citizen has still to come to this very call."""
    ticket = hall.tickets[call.ticket]
    return ticket.state is TicketState.CALLED and ticket.last_call_ms == call.at_ms


def _unconfirmed(call: Call, board: BoardPlan) -> bool:
    return board.id not in call.shown_ms or (board.voice and board.id not in call.spoken_ms)


def _current(hall: Hall, counter: Counter) -> TicketAtCounter | None:
    if counter.ticket is None:
        return None
    ticket = hall.tickets[counter.ticket]
    return TicketAtCounter(
        ticket=ticket.id,
        number=ticket.number,
        service=ticket.service,
        state=ticket.state,
        category=ticket.category,
        further=ticket.further,
        issued_ms=ticket.issued_ms,
        calls=ticket.calls,
        calls_left=max(0, hall.plan.call_rules.calls_before_missed - ticket.calls),
        may_recall_ms=may_recall_ms(hall, ticket),
        begun_ms=ticket.begun_ms,
        returns_to=ticket.returns[-1][0] if ticket.returns else None,
    )


def _waiting(hall: Hall, ticket: Ticket) -> WaitingTicket:
    target_min = hall.plan.services[ticket.service].target_wait_min
    return WaitingTicket(
        ticket=ticket.id,
        number=ticket.number,
        service=ticket.service,
        category=ticket.category,
        waiting_since_ms=ticket.waiting_since_ms,
        target_ms=ticket.waiting_since_ms + target_min * 60_000,
        bound=ticket.bound_to is not None,
    )


def _held(hall: Hall, counter: CounterId) -> Iterable[HeldTicket]:
    for ticket_id in sorted(hall.held):
        ticket = hall.tickets[ticket_id]
        if ticket.counter == counter:
            yield HeldTicket(
                ticket=ticket.id,
                number=ticket.number,
                service=ticket.service,
                reason=ticket.hold_reason,
                until_ms=ticket.hold_until_ms,
            )


def _missed(hall: Hall, counter: CounterId) -> Iterable[MissedTicket]:
    within_ms = hall.plan.call_rules.return_within_min * 60_000
    serves = hall.plan.counters[counter].serves
    for ticket_id in hall.missed:
        ticket = hall.tickets[ticket_id]
        if ticket.service in serves or ticket.counter == counter:
            yield MissedTicket(
                ticket=ticket.id,
                number=ticket.number,
                service=ticket.service,
                until_ms=ticket.ended_ms + within_ms,
            )


def _last_call(hall: Hall, counter: Counter, devices: Devices) -> LastCall | None:
    call = hall.calls.get(counter.last_call)
    if call is None:
        return None
    boards = [board for board in devices.boards.values() if counter.id in board.counters]
    return LastCall(
        call=call.no,
        number=call.number,
        at_ms=call.at_ms,
        shown_ms=min(call.shown_ms.values(), default=None),
        spoken_ms=min(call.spoken_ms.values(), default=None),
        boards=len(boards),
        voices=sum(board.voice for board in boards),
    )
