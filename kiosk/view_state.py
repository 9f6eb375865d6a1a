"""What the kiosk shows, as a pure function of what it heard and was touched.

A citizen types a number, or holds the ticket's QR code before the scanner, and is told where
it stands. After a minute the screen is as if nobody had been there.
"""

from dataclasses import dataclass, replace
from typing import Any

from shared.domain.hall import TicketState
from shared.domain.numbering import QR_PREFIX, token_in
from shared.i18n import Words, names_in
from shared.i18n.time_words import age_in_words
from shared.protocol.messages import Answer, FindTicket, HubFrame, TicketPlace, Topic
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import KioskNow, Setup

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
IDLE_MS = 60_000
LONGEST_NUMBER = 8


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the screen depends on. ``answered`` tells an unknown ticket from none asked.

    ``unlettered`` says that it was asked for without its letter.
    """

    language: str = "vi"
    first_language: str = "vi"
    setup: Setup | None = None
    now: KioskNow | None = None
    link: LinkChanged = NO_LINK
    typed: str = ""
    request: str = ""
    answered: bool = False
    unlettered: bool = False
    place: TicketPlace | None = None
    failed: bool = False
    touched_ms: int = 0
    now_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes."""

    now_ms: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """Somebody chose a language."""

    language: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody typed a letter or digit; "" takes the last one back."""

    letter: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The hub is being asked, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """Somebody is done."""


Message = HubFrame | LinkChanged | Expired | Tick | LanguageChosen | Typed | Asked | WentBack


def update(state: ViewState, message: Message) -> ViewState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms):
            state = replace(state, now_ms=now_ms)
            return _started(state) if now_ms - state.touched_ms >= IDLE_MS else state
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup)
        case Topic(value=KioskNow() as now):
            return replace(state, now=now)
        case LinkChanged():
            return replace(state, link=message)
        case LanguageChosen(language=language):
            return replace(_touched(state), language=language)
        case Typed(letter=letter):
            return _typed(_touched(state), letter)
        case Asked(request=request):
            return replace(_touched(state), request=request, failed=False)
        case WentBack():
            return replace(_started(state), language=state.language)
        case Answer(id=id_, place=place) if id_ == state.request:
            unlettered = state.typed.isdigit()
            state = replace(state, request="", typed="", answered=True, place=place)
            return replace(state, unlettered=unlettered)
        case Expired(id=id_) if id_ == state.request:
            return replace(state, request="", failed=True)
    return state


def _typed(state: ViewState, letter: str) -> ViewState:
    typed = (state.typed + letter)[:LONGEST_NUMBER] if letter else state.typed[:-1]
    return replace(state, typed=typed, answered=False, place=None, failed=False)


def _started(state: ViewState) -> ViewState:
    return ViewState(
        language=state.first_language,
        first_language=state.first_language,
        setup=state.setup,
        now=state.now,
        link=state.link,
        touched_ms=state.now_ms,
        now_ms=state.now_ms,
    )


def _touched(state: ViewState) -> ViewState:
    return replace(state, touched_ms=state.now_ms)


def question(text: str) -> FindTicket | None:
    """Return what to ask the hub for a typed number or a scanned code; None for nothing."""
    text = text.strip()
    if text.upper().startswith(QR_PREFIX):
        return FindTicket(token=token_in(text.upper()))
    return FindTicket(number=text.upper()) if text else None


def banner(state: ViewState, words: Words) -> str:
    """Return why nothing can be looked up now, or ""."""
    if state.link.detail:
        return words.text(f"common.{state.link.detail}")
    if state.link.state is LinkState.SEARCHING:
        return words.text("common.searching")
    if state.link.state is LinkState.LOST:
        age = age_in_words(state.now_ms - state.link.at_ms, words)
        return words.text("common.lost", age=age)
    return words.text("kiosk.no_answer") if state.failed else ""


def letters(state: ViewState) -> list[str]:
    """Return the letters that numbers of this hall begin with."""
    series = state.setup.plan.series.values() if state.setup else ()
    return sorted({letter for each in series for letter in each.prefix})


def place_words(state: ViewState, words: Words) -> dict[str, Any]:
    """Return where the ticket stands, in words; empty while nothing was asked."""
    if not state.answered or state.setup is None:
        return {}
    if state.place is None:
        ask_letter = state.unlettered and len(letters(state)) > 1
        key = "kiosk.which_letter" if ask_letter else "kiosk.unknown"
        return {"number": "", "headline": words.text(key), "detail": ""}
    place, plan = state.place, state.setup.plan
    return {
        "number": place.number,
        "headline": _headline(state, place, words),
        # The field only: whoever types a number need not learn what somebody has come for.
        "detail": names_in(plan.fields[plan.services[place.service].field].names, words.language),
        "counters": _counters(state, place, words),
    }


def _headline(state: ViewState, place: TicketPlace, words: Words) -> str:
    if place.state is TicketState.WAITING:
        if place.ahead == 0:
            return words.text("kiosk.next_one")
        return words.counted("kiosk.ahead", place.ahead)
    if place.state in (TicketState.CALLED, TicketState.SERVING) and place.counter is not None:
        assert state.setup is not None
        label = state.setup.plan.counters[place.counter].label
        return words.text(f"kiosk.{place.state.value}", label=label)
    return words.text(f"kiosk.{place.state.value}")


def _counters(state: ViewState, place: TicketPlace, words: Words) -> str:
    if place.state is not TicketState.WAITING or not place.counters:
        return ""
    assert state.setup is not None
    labels = [state.setup.plan.counters[counter].label for counter in place.counters]
    return words.counted("ticket.counters", len(labels), labels=", ".join(labels))
