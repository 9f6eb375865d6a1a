"""The list of the officer's window: my held tickets, who waits by service, who was missed. Pure.

Under each service stand its people in calling order; whoever is called next is marked.
"""

from collections.abc import Iterable
from typing import Any

from counter_terminal.view_state import ViewState, priority_name, service_name
from shared.domain.ids import ServiceId
from shared.i18n import Words
from shared.i18n.time_words import minutes_in_words, time_of
from shared.protocol.topics import HeldTicket, MissedTicket, WaitingTicket

Row = dict[str, Any]


def waiting_rows(state: ViewState, words: Words) -> list[Row]:
    """Return everybody this counter may call, with a heading (``kind`` section) over each group."""
    if state.desk is None or state.setup is None:
        return []
    rows: list[Row] = []
    if state.desk.held:
        rows.append(_section(words.text("counter.held_here", count=len(state.desk.held)), ""))
        rows += [_held_row(state, held, words) for held in state.desk.held]
    for service, tickets in _by_service(state.desk.waiting).items():
        rows.append(_service_section(state, service, tickets, words))
        rows += [_waiting_row(state, ticket, words) for ticket in tickets]
    missed = [each for each in reversed(state.desk.missed) if each.until_ms > state.hub_ms]
    if missed:
        rows.append(_section(words.text("counter.missed_list", count=len(missed)), ""))
        rows += [_missed_row(state, each, words) for each in missed]
    return rows


def _by_service(waiting: Iterable[WaitingTicket]) -> dict[ServiceId, list[WaitingTicket]]:
    """Group by service; the service of whoever is next stands first."""
    groups: dict[ServiceId, list[WaitingTicket]] = {}
    for ticket in waiting:
        groups.setdefault(ticket.service, []).append(ticket)
    return groups


def _service_section(
    state: ViewState, service: ServiceId, tickets: list[WaitingTicket], words: Words
) -> Row:
    since_ms = min(ticket.waiting_since_ms for ticket in tickets)
    age = minutes_in_words(state.hub_ms - since_ms, words)
    name = service_name(state, service, words)
    return _section(f"{name} ({len(tickets)})", words.text("counter.longest", age=age))


def _section(name: str, detail: str) -> Row:
    return {"ticket": "", "kind": "section", "number": "", "name": name, "detail": detail} | _PLAIN


def _waiting_row(state: ViewState, ticket: WaitingTicket, words: Words) -> Row:
    assert state.desk is not None
    late = state.hub_ms >= ticket.target_ms
    age = minutes_in_words(state.hub_ms - ticket.waiting_since_ms, words)
    text = words.text("counter.late" if late else "counter.waits", age=age)
    is_next = ticket == state.desk.waiting[0]
    return {
        "ticket": ticket.ticket,
        "kind": "waiting",
        "number": ticket.number,
        "name": words.text("counter.is_next", text=text) if is_next else text,
        "detail": priority_name(state, ticket.category, words),
        "priority": ticket.category is not None,
        "late": late,
    }


def _held_row(state: ViewState, held: HeldTicket, words: Words) -> Row:
    assert state.setup is not None
    until = time_of(held.until_ms, state.setup.plan.utc_offset_min) if held.until_ms else ""
    return {
        "ticket": held.ticket,
        "kind": "held",
        "number": held.number,
        "name": service_name(state, held.service, words),
        "detail": words.text("counter.held_until", reason=held.reason, time=until)
        if until
        else held.reason,
    } | _PLAIN


def _missed_row(state: ViewState, missed: MissedTicket, words: Words) -> Row:
    assert state.setup is not None
    until = time_of(missed.until_ms, state.setup.plan.utc_offset_min)
    return {
        "ticket": missed.ticket,
        "kind": "missed",
        "number": missed.number,
        "name": service_name(state, missed.service, words),
        "detail": words.text("counter.missed_until", time=until),
    } | _PLAIN


_PLAIN = {"priority": False, "late": False}
