"""Where a ticket stands: a citizen types a number, or shows the ticket's QR code.

What the hub said of it, in words. Leaving the page forgets all of it.
"""

from dataclasses import dataclass, replace
from typing import Any

from shared.domain.hall import TicketState
from shared.domain.numbering import QR_PREFIX, token_in
from shared.domain.plan import Plan
from shared.i18n import Words, names_in
from shared.protocol.messages import Answer, FindTicket, HubFrame, TicketPlace
from shared.protocol.session import Expired

LONGEST_NUMBER = 8


@dataclass(frozen=True, slots=True)
class MyTicketState:
    """What was typed, and the answer. ``answered`` tells an unknown ticket from none asked.

    ``unlettered`` says that it was asked for without its letter.
    """

    typed: str = ""
    request: str = ""
    answered: bool = False
    unlettered: bool = False
    place: TicketPlace | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody typed a letter or digit; "" takes the last one back."""

    letter: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The hub is being asked, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody is done with this page."""


Message = HubFrame | Expired | Typed | Asked | Left


def update(state: MyTicketState, message: Message) -> MyTicketState:
    """Return the state after a message."""
    match message:
        case Typed(letter=letter):
            typed = (state.typed + letter)[:LONGEST_NUMBER] if letter else state.typed[:-1]
            return MyTicketState(typed=typed)
        case Asked(request=request):
            return replace(state, request=request, failed=False)
        case Left():
            return MyTicketState()
        case Answer(id=id_, place=place) if id_ == state.request:
            unlettered = state.typed.isdigit()
            return MyTicketState(answered=True, unlettered=unlettered, place=place)
        case Expired(id=id_) if id_ == state.request:
            return replace(state, request="", failed=True)
    return state


def question(text: str) -> FindTicket | None:
    """Return what to ask the hub for a typed number or a scanned code; None for nothing."""
    text = text.strip()
    if text.upper().startswith(QR_PREFIX):
        return FindTicket(token=token_in(text.upper()))
    return FindTicket(number=text.upper()) if text else None


def letters(plan: Plan | None) -> list[str]:
    """Return the letters that numbers of this hall begin with."""
    series = plan.series.values() if plan else ()
    return sorted({letter for each in series for letter in each.prefix})


def place_words(state: MyTicketState, plan: Plan | None, words: Words) -> dict[str, Any]:
    """Return where the ticket stands, in words; empty while nothing was asked."""
    if state.failed:
        return {"number": "", "headline": words.text("my_ticket.no_answer"), "detail": ""}
    if not state.answered or plan is None:
        return {}
    if state.place is None:
        ask_letter = state.unlettered and len(letters(plan)) > 1
        key = "my_ticket.which_letter" if ask_letter else "my_ticket.unknown"
        return {"number": "", "headline": words.text(key), "detail": ""}
    place = state.place
    return {
        "number": place.number,
        "headline": _headline(plan, place, words),
        # The field only: whoever types a number need not learn what somebody has come for.
        "detail": names_in(plan.fields[plan.services[place.service].field].names, words.language),
        "counters": _counters(plan, place, words),
    }


def _headline(plan: Plan, place: TicketPlace, words: Words) -> str:
    if place.state is TicketState.WAITING:
        if place.ahead == 0:
            return words.text("my_ticket.next_one")
        return words.counted("my_ticket.ahead", place.ahead)
    if place.state in (TicketState.CALLED, TicketState.SERVING) and place.counter is not None:
        label = plan.counters[place.counter].label
        return words.text(f"my_ticket.{place.state.value}", label=label)
    return words.text(f"my_ticket.{place.state.value}")


def _counters(plan: Plan, place: TicketPlace, words: Words) -> str:
    if place.state is not TicketState.WAITING or not place.counters:
        return ""
    labels = [plan.counters[counter].label for counter in place.counters]
    return words.counted("ticket.counters", len(labels), labels=", ".join(labels))
