"""What the hall is after an event. Pure; decides nothing and refuses nothing.

Events come from shared.domain.decide or from the log; one that cannot follow from the hall
before it is a bug and raises.
"""

from collections.abc import Callable
from typing import Any

from immutables import Map
from msgspec.structs import replace

from shared.domain import events
from shared.domain.calling import Line, line_of, placed
from shared.domain.events import Event
from shared.domain.hall import Call, Counter, CounterState, Hall, Ticket, TicketState
from shared.domain.ids import CounterId, TicketId
from shared.domain.slips import PrintOutcome, Slip, SlipState, ended, is_unsure, queued

CALLS_KEPT = 200
"""Calls a board may still confirm; the last ones of the day."""


def apply(hall: Hall, event: Event, at_ms: int) -> Hall:
    """Return the hall after an event that happened at ``at_ms`` (UTC)."""
    return _FOLLOWS[type(event)](replace(hall, at_ms=at_ms), event)


def _day_opened(hall: Hall, event: events.DayOpened) -> Hall:
    return replace(Hall.empty(hall.plan), day=event.day, day_key=event.key, at_ms=hall.at_ms)


def _day_closed(hall: Hall, event: events.DayClosed) -> Hall:
    return hall


def _issued(hall: Hall, event: events.TicketIssued) -> Hall:
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        token=event.token,
        service=event.service,
        place=event.place,
        issued_ms=hall.at_ms,
        further=event.further,
        category=event.category,
        language=event.language,
        waiting_since_ms=hall.at_ms,
        person=event.person,
    )
    tickets = hall.tickets.set(ticket.id, ticket)
    line = placed(line_of(hall, ticket), ticket, tickets)
    series = hall.plan.services[event.service].series
    if event.counter is not None:
        hall = _counter(hall, event.counter, deed_ms=hall.at_ms)
    if event.person:
        held = (*hall.persons.get(event.person, ()), ticket.id)
        hall = replace(hall, persons=hall.persons.set(event.person, held))
    return replace(
        hall,
        next_place=event.place + 1,
        next_serials=hall.next_serials.set(series, event.serial + 1),
        issued=hall.issued.set(event.service, hall.issued.get(event.service, 0) + 1),
        tickets=tickets,
        tokens=hall.tokens.set(event.token, ticket.id),
        lines=hall.lines.set(event.service, line),
    )


def _test_issued(hall: Hall, event: events.TrialTicketIssued) -> Hall:
    return replace(hall, tests=event.serial)


def _print_queued(hall: Hall, event: events.PrintQueued) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, queued(slip, 1, by_itself=False))


def _reprint_queued(hall: Hall, event: events.ReprintQueued) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, queued(slip, event.copy, by_itself=event.by_itself))


def _printed(hall: Hall, event: events.TicketPrinted) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, ended(slip, event.copy, PrintOutcome.PRINTED))


def _print_failed(hall: Hall, event: events.PrintFailed) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, ended(slip, event.copy, event.outcome))


def _slip_confirmed(hall: Hall, event: events.SlipConfirmed) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, replace(slip, state=SlipState.PRINTED, may_exist=True))


def _handed_over(hall: Hall, event: events.HandedOverOnScreen) -> Hall:
    slip = hall.tickets[event.ticket].slip
    return _slip(hall, event.ticket, replace(slip, state=SlipState.ON_SCREEN))


def _called(hall: Hall, event: events.TicketCalled) -> Hall:
    ticket = hall.tickets[event.ticket]
    hall = _counter(_leave(hall, ticket), event.counter, ticket=ticket.id)
    called = replace(
        hall.tickets[ticket.id],
        state=TicketState.CALLED,
        counter=event.counter,
        bound_to=None,
        calls=1,
        last_call_ms=hall.at_ms,
        ended_ms=0,
        hold_reason="",
        hold_until_ms=None,
    )
    return _call_out(_store(hall, called), called, event.call)


def _recalled(hall: Hall, event: events.TicketRecalled) -> Hall:
    before = hall.tickets[event.ticket]
    ticket = replace(before, calls=before.calls + 1, last_call_ms=hall.at_ms)
    return _call_out(_store(hall, ticket), ticket, event.call)


def _begun(hall: Hall, event: events.ServiceBegun) -> Hall:
    ticket = hall.tickets[event.ticket]
    return _store(hall, replace(ticket, state=TicketState.SERVING, begun_ms=hall.at_ms))


def _service_finished(hall: Hall, event: events.ServiceFinished) -> Hall:
    counter = hall.counters[event.counter]
    return _counter(hall, event.counter, finished_today=counter.finished_today + 1)


def _service_continued(hall: Hall, event: events.ServiceContinued) -> Hall:
    ticket = hall.tickets[event.ticket]
    return _store(
        hall,
        replace(ticket, service=event.service, further=ticket.further[1:], begun_ms=hall.at_ms),
    )


def _visit_continued(hall: Hall, event: events.VisitContinued) -> Hall:
    ticket = hall.tickets[event.ticket]
    ticket = replace(ticket, service=event.service, further=ticket.further[1:])
    return _wait(hall, ticket)


def _returned(hall: Hall, event: events.TicketReturned) -> Hall:
    ticket = hall.tickets[event.ticket]
    ticket = replace(ticket, service=event.service, returns=ticket.returns[:-1])
    return _wait(hall, ticket, bound_to=event.counter)


def _finished(hall: Hall, event: events.TicketFinished) -> Hall:
    hall = _end(hall, event.ticket, TicketState.FINISHED)
    return _counter(hall, event.counter, rating=event.ticket, rating_since_ms=hall.at_ms)


def _service_added(hall: Hall, event: events.ServiceAdded) -> Hall:
    ticket = hall.tickets[event.ticket]
    return _store(hall, replace(ticket, further=(*ticket.further, event.service)))


def _transferred(hall: Hall, event: events.TicketTransferred) -> Hall:
    ticket = hall.tickets[event.ticket]
    back = ((event.origin, ticket.service),) if event.returns else ()
    ticket = replace(ticket, service=event.service, returns=(*ticket.returns, *back))
    return _wait(hall, ticket, bound_to=event.counter)


def _held(hall: Hall, event: events.TicketHeld) -> Hall:
    ticket = hall.tickets[event.ticket]
    hall = _leave(hall, ticket)
    held = replace(
        ticket,
        state=TicketState.HELD,
        hold_reason=event.reason,
        hold_until_ms=event.until_ms,
    )
    return replace(_store(hall, held), held=hall.held.set(ticket.id, event.until_ms or 0))


def _released(hall: Hall, event: events.TicketReleased) -> Hall:
    return _wait(hall, hall.tickets[event.ticket], bound_to=event.counter)


def _missed(hall: Hall, event: events.TicketMissed) -> Hall:
    counter = hall.counters[event.counter]
    hall = _counter(hall, event.counter, missed_today=counter.missed_today + 1)
    hall = _end(hall, event.ticket, TicketState.MISSED)
    return replace(hall, missed=(*hall.missed, event.ticket))


def _rejoined(hall: Hall, event: events.TicketRejoined) -> Hall:
    return _wait(hall, replace(hall.tickets[event.ticket], ended_ms=0))


def _cancelled(hall: Hall, event: events.TicketCancelled) -> Hall:
    return _end(hall, event.ticket, TicketState.CANCELLED)


def _counter_opened(hall: Hall, event: events.CounterOpened) -> Hall:
    return _counter(
        hall, event.counter, state=CounterState.OPEN, officer=event.officer, deed_ms=hall.at_ms
    )


def _counter_closed(hall: Hall, event: events.CounterClosed) -> Hall:
    return _counter(hall, event.counter, state=CounterState.CLOSED, officer=None, pause_reason="")


def _counter_paused(hall: Hall, event: events.CounterPaused) -> Hall:
    return _counter(
        hall,
        event.counter,
        state=CounterState.PAUSED,
        pause_reason=event.reason,
        deed_ms=hall.at_ms,
    )


def _counter_resumed(hall: Hall, event: events.CounterResumed) -> Hall:
    return _counter(
        hall, event.counter, state=CounterState.OPEN, pause_reason="", deed_ms=hall.at_ms
    )


def _call_shown(hall: Hall, event: events.CallShown) -> Hall:
    call = hall.calls[event.call]
    call = replace(call, shown_ms=call.shown_ms.set(event.board, hall.at_ms))
    return replace(hall, calls=hall.calls.set(call.no, call))


def _call_spoken(hall: Hall, event: events.CallSpoken) -> Hall:
    call = hall.calls[event.call]
    call = replace(call, spoken_ms=call.spoken_ms.set(event.board, hall.at_ms))
    return replace(hall, calls=hall.calls.set(call.no, call))


def _rated(hall: Hall, event: events.ServiceRated) -> Hall:
    hall = _store(hall, replace(hall.tickets[event.ticket], rated=True))
    return _counter(hall, event.counter, rating=None)


def _unanswered(hall: Hall, event: events.RatingUnanswered) -> Hall:
    return _counter(hall, event.counter, rating=None)


def _slip(hall: Hall, ticket_id: TicketId, slip: Slip) -> Hall:
    hall = _store(hall, replace(hall.tickets[ticket_id], slip=slip))
    if is_unsure(slip):
        since_ms = hall.unsure.get(ticket_id, hall.at_ms)
        return replace(hall, unsure=hall.unsure.set(ticket_id, since_ms))
    if ticket_id in hall.unsure:
        return replace(hall, unsure=hall.unsure.delete(ticket_id))
    return hall


def _store(hall: Hall, ticket: Ticket) -> Hall:
    return replace(hall, tickets=hall.tickets.set(ticket.id, ticket))


def _counter(hall: Hall, counter_id: CounterId, **changes: Any) -> Hall:
    counter: Counter = replace(hall.counters[counter_id], **changes)
    return replace(hall, counters=hall.counters.set(counter_id, counter))


def _call_out(hall: Hall, ticket: Ticket, no: int) -> Hall:
    assert ticket.counter is not None, "a called ticket has a counter"
    call = Call(
        no=no,
        ticket=ticket.id,
        number=ticket.number,
        counter=ticket.counter,
        at_ms=hall.at_ms,
        times=ticket.calls,
    )
    calls = hall.calls.set(no, call)
    if no - CALLS_KEPT in calls:
        calls = calls.delete(no - CALLS_KEPT)
    hall = replace(hall, calls=calls, next_call=no + 1)
    return _counter(hall, ticket.counter, last_call=no)


def _wait(hall: Hall, ticket: Ticket, bound_to: CounterId | None = None) -> Hall:
    """Put a ticket into its line, out of wherever it was."""
    hall = _leave(hall, hall.tickets[ticket.id])
    ticket = replace(
        ticket,
        state=TicketState.WAITING,
        counter=None,
        bound_to=bound_to,
        waiting_since_ms=hall.at_ms,
        hold_reason="",
        hold_until_ms=None,
    )
    hall = _store(hall, ticket)
    line = placed(line_of(hall, ticket), ticket, hall.tickets)
    if bound_to is None:
        return replace(hall, lines=hall.lines.set(ticket.service, line))
    return replace(hall, bound=hall.bound.set(bound_to, line))


def _end(hall: Hall, ticket_id: TicketId, state: TicketState) -> Hall:
    ticket = hall.tickets[ticket_id]
    hall = _leave(hall, ticket)
    return _store(hall, replace(ticket, state=state, ended_ms=hall.at_ms))


def _leave(hall: Hall, ticket: Ticket) -> Hall:
    """Take a ticket out of its line, its counter, the held or the missed ones."""
    if ticket.state is TicketState.WAITING:
        line = _without(line_of(hall, ticket), ticket.id)
        if ticket.bound_to is None:
            return replace(hall, lines=hall.lines.set(ticket.service, line))
        return replace(hall, bound=_kept(hall.bound, ticket.bound_to, line))
    if ticket.state is TicketState.HELD:
        return replace(hall, held=hall.held.delete(ticket.id))
    if ticket.state is TicketState.MISSED:
        return replace(hall, missed=_without(hall.missed, ticket.id))
    assert ticket.counter is not None, "a called or served ticket has a counter"
    return _counter(hall, ticket.counter, ticket=None, deed_ms=hall.at_ms)


def _without(line: Line, ticket_id: TicketId) -> Line:
    at = line.index(ticket_id)
    return line[:at] + line[at + 1 :]


def _kept(lines: Map[CounterId, Line], key: CounterId, line: Line) -> Map[CounterId, Line]:
    return lines.set(key, line) if line else lines.delete(key)


_FOLLOWS: dict[type[Event], Callable[[Hall, Any], Hall]] = {
    events.DayOpened: _day_opened,
    events.DayClosed: _day_closed,
    events.TicketIssued: _issued,
    events.TrialTicketIssued: _test_issued,
    events.PrintQueued: _print_queued,
    events.ReprintQueued: _reprint_queued,
    events.TicketPrinted: _printed,
    events.PrintFailed: _print_failed,
    events.SlipConfirmed: _slip_confirmed,
    events.HandedOverOnScreen: _handed_over,
    events.TicketCalled: _called,
    events.TicketRecalled: _recalled,
    events.ServiceBegun: _begun,
    events.ServiceFinished: _service_finished,
    events.ServiceContinued: _service_continued,
    events.VisitContinued: _visit_continued,
    events.TicketReturned: _returned,
    events.TicketFinished: _finished,
    events.ServiceAdded: _service_added,
    events.TicketTransferred: _transferred,
    events.TicketHeld: _held,
    events.TicketReleased: _released,
    events.TicketMissed: _missed,
    events.TicketRejoined: _rejoined,
    events.TicketCancelled: _cancelled,
    events.CounterOpened: _counter_opened,
    events.CounterClosed: _counter_closed,
    events.CounterPaused: _counter_paused,
    events.CounterResumed: _counter_resumed,
    events.CallShown: _call_shown,
    events.CallSpoken: _call_spoken,
    events.ServiceRated: _rated,
    events.RatingUnanswered: _unanswered,
}
