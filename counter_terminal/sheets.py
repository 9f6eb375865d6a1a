"""The sheets of the officer's window: what each asks, and the command that an answer makes.

Pure. A sheet has choices, perhaps a line to type, perhaps switches.
"""

from typing import Any

from counter_terminal import staff_sheets
from counter_terminal.view_state import ViewState, service_name
from shared.domain.commands import (
    AddService,
    CallTicket,
    CancelTicket,
    DeviceCommand,
    FinishService,
    HoldTicket,
    IssueTestTicket,
    IssueTicket,
    Outcome,
    PauseCounter,
    PrintAgain,
    RejoinQueue,
    ReleaseTicket,
    TransferTicket,
)
from shared.domain.ids import CategoryId, CounterId, ServiceId, TicketId
from shared.i18n import Words, names_in
from shared.i18n.plan_words import category_name
from shared.i18n.search import finds
from shared.printing.handing import ready_printer
from shared.protocol.topics import HeldTicket, MissedTicket, WaitingTicket

MOST_KEYS = 9
"""So many choices have a key each; among more people search by typing."""
TYPED = ("finish", "hold", "pause", "ticket", *staff_sheets.TYPED)
"""Sheets whose typed line goes into the command."""
HOLD_MINUTES = (0, 10, 30, 60)
TICKET_CHOICES = {
    "waiting": ("call", "print", "cancel"),
    "held": ("call", "release", "print", "cancel"),
    "missed": ("rejoin", "call", "cancel"),
    "called": ("cancel",),
}
"""What can be done with a ticket, by its kind: one of the list, or the one called here."""


def sheet_words(state: ViewState, words: Words) -> dict[str, Any]:
    """Return the open sheet: title, what to type, switches and choices; empty when none is."""
    if not state.sheet or state.setup is None:
        return {}
    if state.sheet == "given":
        key = "counter.given_code" if state.given_code else "counter.given"
        return {"kind": "given", "title": words.text(key)} | _NOTHING_ASKED
    kind = state.sheet.partition(":")[0]
    choices = _choices(state, words)
    searched = kind not in TYPED and len(choices) > MOST_KEYS
    entry = kind if kind in TYPED else "search" if searched else ""
    if kind in staff_sheets.SECRET:
        entry = staff_sheets.entry(state)
    found = [(id_, name) for id_, name in choices if finds(state.filter, name)]
    return {
        "kind": kind,
        "secret": kind in staff_sheets.SECRET,
        "title": _title(state, kind, words),
        "entry": words.text(f"counter.entry_{entry}") if entry else "",
        "searched": searched,
        "toggles": _toggles(state, words),
        "choices": [{"id": id_, "name": name} for id_, name in (found if searched else choices)],
    }


def _title(state: ViewState, kind: str, words: Words) -> str:
    if kind in staff_sheets.KINDS:
        return staff_sheets.title(state, words)
    if kind != "ticket":
        return words.text(f"counter.sheet_{kind}")
    number = (state.sheet_ticket or "").rpartition("-")[2]
    return words.text("counter.sheet_ticket", number=number)


def ticket_kind(state: ViewState, ticket: TicketId) -> str:
    """Return whether a ticket of the list is waiting, held or missed; "" if it has gone."""
    assert state.desk is not None
    kinds = {each.ticket: "waiting" for each in state.desk.waiting}
    kinds |= {each.ticket: "held" for each in state.desk.held}
    kinds |= {each.ticket: "missed" for each in state.desk.missed}
    return kinds.get(ticket, "")


_NOTHING_ASKED: dict[str, Any] = {
    "secret": False,
    "entry": "",
    "searched": False,
    "toggles": [],
    "choices": [],
}


def _toggles(state: ViewState, words: Words) -> list[dict[str, Any]]:
    assert state.setup is not None
    named: list[tuple[str, str]] = []
    if state.sheet == "issue":
        categories = state.setup.plan.categories.values()
        named = [(category.id, category_name(category, words)) for category in categories]
    elif state.sheet == "transfer":
        named = [("returns", words.text("counter.with_return"))]
    return [{"id": id_, "name": name, "chosen": id_ == state.toggle} for id_, name in named]


def _choices(state: ViewState, words: Words) -> list[tuple[str, str]]:
    assert state.setup is not None
    plan = state.setup.plan
    kind, _, detail = state.sheet.partition(":")
    if kind in staff_sheets.KINDS:
        return staff_sheets.choices(state, words)
    match kind:
        case "finish":
            return [(outcome, words.text(f"counter.outcome_{outcome}")) for outcome in Outcome]
        case "hold":
            return [(str(minutes), _hold_name(minutes, words)) for minutes in HOLD_MINUTES]
        case "pause":
            reasons = [(r.id, names_in(r.names, words.language)) for r in plan.pause_reasons]
            return [*reasons, ("", words.text("counter.pause_typed"))]
        case "ticket":
            return [
                (id_, words.text(f"counter.ticket_{id_}"))
                for id_ in TICKET_CHOICES[detail]
                if id_ != "print" or state.paper.printers
            ]
        case "issue":
            return [*_services(state, words), ("", words.text("counter.test_ticket"))]
        case "pick":
            return _tickets(state, words)
        case "transfer":
            return [*_counters(state, words), *_services(state, words)]
    return _services(state, words)


def _services(state: ViewState, words: Words) -> list[tuple[str, str]]:
    assert state.setup is not None
    return [(service, service_name(state, service, words)) for service in state.setup.plan.services]


def _tickets(state: ViewState, words: Words) -> list[tuple[str, str]]:
    assert state.desk is not None
    desk = state.desk
    tickets: list[HeldTicket | WaitingTicket | MissedTicket] = [*desk.held, *desk.waiting]
    tickets += desk.missed
    return [(t.ticket, f"{t.number} · {service_name(state, t.service, words)}") for t in tickets]


def _counters(state: ViewState, words: Words) -> list[tuple[str, str]]:
    assert state.setup is not None
    return [
        (f"counter:{counter.id}", words.text("common.counter", label=counter.label))
        for counter in state.setup.plan.counters.values()
        if counter.id != state.counter
    ]


def _hold_name(minutes: int, words: Words) -> str:
    if not minutes:
        return words.text("counter.hold_open")
    return words.text("counter.hold_for", minutes=minutes)


def command_for(state: ViewState, choice: str, text: str) -> DeviceCommand | None:
    """Return the command of a choice with the typed text; None when something is missing."""
    text = text.strip()
    match state.sheet.partition(":")[0]:
        case "finish":
            return FinishService(outcome=Outcome(choice), dossiers=tuple(text.split())[:10])
        case "hold":
            return _hold(state, int(choice), text)
        case "pause":
            return PauseCounter(reason=choice or text) if choice or text else None
        case "ticket":
            return _about_ticket(state, choice, text)
        case "issue":
            return _issue(state, choice)
        case "transfer":
            return _transfer(state, choice)
        case "add_service":
            return AddService(service=ServiceId(choice))
    return None


def _hold(state: ViewState, minutes: int, reason: str) -> DeviceCommand | None:
    if not reason:
        return None
    until_ms = state.hub_ms + minutes * 60_000 if minutes else None
    return HoldTicket(reason=reason, until_ms=until_ms)


def _about_ticket(state: ViewState, choice: str, reason: str) -> DeviceCommand | None:
    ticket = state.sheet_ticket
    if ticket is None:
        return None
    match choice:
        case "call":
            return CallTicket(ticket=ticket, reason=reason)
        case "release":
            return ReleaseTicket(ticket=ticket)
        case "rejoin":
            return RejoinQueue(ticket=ticket)
        case "print":
            return PrintAgain(ticket=ticket, printer=next(iter(state.paper.printers)))
    return CancelTicket(ticket=ticket, reason=reason) if reason else None


def _issue(state: ViewState, choice: str) -> DeviceCommand:
    if not choice:
        return IssueTestTicket()
    category = CategoryId(state.toggle) if state.toggle else None
    return IssueTicket(
        service=ServiceId(choice),
        category=category,
        language=state.language,
        printer=ready_printer(state.paper.printers),
    )


def _transfer(state: ViewState, choice: str) -> DeviceCommand:
    returns = state.toggle == "returns"
    kind, _, counter = choice.partition(":")
    if kind == "counter" and counter:
        return TransferTicket(counter=CounterId(counter), returns=returns)
    return TransferTicket(service=ServiceId(choice), returns=returns)
