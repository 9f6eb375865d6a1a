"""What the dispenser shows, as a pure function of what it heard and what was touched.

``update`` is the only way to a new state; ``tiles`` and the like say what is on the screen.
What becomes of a number's paper is followed in shared.printing.desk.
"""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from shared.domain.errors import Refusal
from shared.domain.ids import CategoryId, FieldId, ServiceId
from shared.domain.numbering import qr_text
from shared.domain.plan import Plan, Service
from shared.i18n import Words, names_in
from shared.i18n.plan_words import category_name
from shared.i18n.refusal_words import refusal_text
from shared.i18n.time_words import age_in_words
from shared.printing import handing as papers
from shared.printing.asking import PrinterNow
from shared.printing.desk import PaperNow
from shared.printing.handing import Given, Paper
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused, Topic, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
NUMBER_SHOWN_MS = 9_000
WITHOUT_PAPER_MS = 20_000
"""Time to write a number down, or to take a picture of the screen."""
IDLE_MS = 45_000
FEW_SERVICES = 8
"""So many fit on the first page without asking for the field."""
MANY_SERVICES = 24
"""From so many on, people may search."""


class Page(StrEnum):
    """Which page is on."""

    START = "start"
    SERVICES = "services"
    SEARCH = "search"
    ASKING = "asking"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the screen depends on. Times are the device's steady milliseconds.

    ``paper`` holds this device's printers, and the number on the screen with its slip.
    """

    language: str = "vi"
    first_language: str = "vi"
    setup: Setup | None = None
    now: DispenserNow | None = None
    link: LinkChanged = NO_LINK
    page: Page = Page.START
    field: FieldId | None = None
    query: str = ""
    category: CategoryId | None = None
    request: str = ""
    paper: PaperNow = PaperNow()
    notice: str = ""
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
class FieldChosen:
    """Somebody touched a field."""

    field: FieldId


@dataclass(frozen=True, slots=True)
class CategoryChosen:
    """Somebody said they are of a priority category, or took it back (None)."""

    category: CategoryId | None


@dataclass(frozen=True, slots=True)
class SearchTyped:
    """Somebody searches; the text so far."""

    query: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """Somebody goes back to the start."""


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """A number was asked for, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class PaperChanged:
    """The printers, or what is known of a slip, are now so."""

    now: PaperNow


Touch = LanguageChosen | FieldChosen | CategoryChosen | SearchTyped | WentBack
Message = HubFrame | LinkChanged | Expired | Tick | Touch | NumberAsked | PaperChanged


def update(state: ViewState, message: Message) -> ViewState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms):
            return _ticked(replace(state, now_ms=now_ms))
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup)
        case Topic(value=DispenserNow() as now):
            return replace(state, now=now)
        case LinkChanged():
            return replace(state, link=message)
        case NumberAsked(request=request):
            return replace(_touched(state), request=request, page=Page.ASKING, notice="")
        case PaperChanged(now=now):
            moved = now.handing != state.paper.handing
            state = replace(state, paper=now)
            return _touched(state) if moved else state
        case LanguageChosen() | FieldChosen() | CategoryChosen() | SearchTyped() | WentBack():
            return _chosen(_touched(state), message)
    return _answered(state, message)


def _chosen(state: ViewState, touch: Touch) -> ViewState:
    state = replace(state, notice="")
    match touch:
        case LanguageChosen(language=language):
            return replace(state, language=language)
        case FieldChosen(field=field):
            return replace(state, page=Page.SERVICES, field=field)
        case CategoryChosen(category=category):
            return replace(state, category=category)
        case SearchTyped(query=query):
            return replace(state, page=Page.SEARCH, query=query)
    return replace(_started(state), language=state.language)


def _answered(state: ViewState, message: HubFrame | Expired) -> ViewState:
    match message:
        case Done(id=id_, reply=NumberGiven() | TrialNumberGiven()) if id_ == state.request:
            return replace(_touched(state), page=Page.NUMBER, request="")
        case Refused(id=id_, refusal=refusal) if id_ == state.request:
            plan = state.setup.plan if state.setup else None
            notice = refusal_text(refusal, plan, Words(state.language))
            return replace(_touched(_started(state)), language=state.language, notice=notice)
        case Expired(id=id_) if id_ == state.request:
            notice = Words(state.language).text("dispenser.no_answer")
            return replace(_touched(_started(state)), language=state.language, notice=notice)
    return state


def _ticked(state: ViewState) -> ViewState:
    paper = state.paper.handing.paper if state.paper.handing else None
    rests_ms = {Paper.PRINTED: NUMBER_SHOWN_MS, Paper.SCREEN_ONLY: WITHOUT_PAPER_MS}
    rest_ms = rests_ms.get(paper, IDLE_MS) if paper else IDLE_MS
    over = state.now_ms - state.touched_ms >= rest_ms
    return _started(state) if over and state.page is not Page.ASKING else state


def _started(state: ViewState) -> ViewState:
    return ViewState(
        language=state.first_language,
        first_language=state.first_language,
        setup=state.setup,
        now=state.now,
        link=state.link,
        paper=state.paper,
        touched_ms=state.touched_ms,
        now_ms=state.now_ms,
    )


def _touched(state: ViewState) -> ViewState:
    return replace(state, touched_ms=state.now_ms)


def gives_numbers(state: ViewState) -> bool:
    """Tell whether touching a service makes sense now."""
    return state.link.state is LinkState.CONNECTED and state.now is not None


def banner(state: ViewState, words: Words) -> str:
    """Return what everybody should know now: no hub, closed, or the last refusal; else ""."""
    if state.link.detail:
        return words.text(f"common.{state.link.detail}")
    if state.link.state is LinkState.SEARCHING:
        return words.text("common.searching")
    if state.link.state is LinkState.LOST:
        age = age_in_words(state.now_ms - state.link.at_ms, words)
        return words.text("common.lost", age=age)
    if state.notice:
        return state.notice
    if state.now is not None and state.now.refusal is not None and state.setup is not None:
        return refusal_text(state.now.refusal, state.setup.plan, words)
    printers = state.paper.printers
    if printers and not papers.ready_printer(printers):
        return words.text("dispenser.printer_out")
    return ""


def shows_services(state: ViewState) -> bool:
    """Tell whether service tiles are on, rather than fields."""
    few = state.setup is not None and len(state.setup.plan.services) <= FEW_SERVICES
    return state.page in (Page.SERVICES, Page.SEARCH) or few


def may_search(state: ViewState) -> bool:
    """Tell whether there are so many services that people may search."""
    return state.setup is not None and len(state.setup.plan.services) >= MANY_SERVICES


def field_tiles(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the tiles of the first page: top fields with the people waiting."""
    if state.setup is None:
        return []
    plan = state.setup.plan
    waiting = _waiting(state)
    return [
        {
            "id": field.id,
            "name": names_in(field.names, words.language),
            "waiting": str(
                sum(waiting.get(s.id, 0) for s in plan.services.values() if _in(plan, s, field.id))
            ),
        }
        for field in plan.fields.values()
        if field.parent is None
    ]


def service_tiles(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the tiles of the services in question, with what to bring or why not now."""
    if state.setup is None:
        return []
    plan = state.setup.plan
    nows = {now.service: now for now in state.now.services} if state.now else {}
    return [
        _service_tile(plan, service, nows.get(service.id), words) for service in _asked_for(state)
    ]


def category_tiles(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the priority categories as choices."""
    if state.setup is None:
        return []
    return [
        {
            "id": category.id,
            "name": category_name(category, words),
            "chosen": category.id == state.category,
        }
        for category in state.setup.plan.categories.values()
    ]


def ahead_text(state: ViewState, words: Words) -> str:
    """Return how many people are before the number just given."""
    given = given_now(state)
    if not isinstance(given, NumberGiven):
        return words.text("dispenser.test_only")
    if given.ahead == 0:
        return words.text("dispenser.next_one")
    return words.counted("dispenser.ahead", given.ahead)


def number_shown(state: ViewState, words: Words) -> str:
    """Return the number that fills the screen."""
    given = given_now(state)
    if isinstance(given, TrialNumberGiven):
        return words.text("ticket.test_number", serial=given.serial)
    return given.number if given else ""


def given_service(state: ViewState, words: Words) -> str:
    """Return the name of the service the number is for."""
    given = given_now(state)
    if not isinstance(given, NumberGiven) or state.setup is None:
        return ""
    return names_in(state.setup.plan.services[given.service].names, words.language)


def given_qr(state: ViewState) -> str:
    """Return what the QR code beside the number says, or ""."""
    given = given_now(state)
    return qr_text(given.token) if isinstance(given, NumberGiven) else ""


def given_now(state: ViewState) -> Given | None:
    """Return the number on the screen."""
    return state.paper.handing.given if state.paper.handing else None


def print_on(state: ViewState) -> str:
    """Return the address of the printer that a number taken now is ordered on, "" for none.

    Only the first: whether to walk to the second, the citizen says.
    """
    address, now = next(iter(state.paper.printers.items()), ("", PrinterNow()))
    return address if now.ready else ""


def paper_text(state: ViewState, words: Words) -> str:
    """Return the sentence about the paper."""
    if state.paper.handing is None:
        return ""
    if _fails_to_print(state):
        return words.text("dispenser.paper_failed")
    return words.text(f"dispenser.paper_{state.paper.handing.paper}")


def paper_alarms(state: ViewState) -> bool:
    """Tell whether the sentence about the paper is one to be noticed."""
    handing = state.paper.handing
    return handing is not None and (handing.paper is Paper.UNKNOWN or _fails_to_print(state))


def _fails_to_print(state: ViewState) -> bool:
    handing = state.paper.handing
    if handing is None or handing.paper is not Paper.SCREEN_ONLY:
        return handing is not None and handing.paper is Paper.FAILED
    return bool(state.paper.printers) and not print_on(state)


def paper_choices(state: ViewState) -> list[str]:
    """Return what the citizen may say about the paper: came, missing, print, print_second."""
    handing, printers = state.paper.handing, state.paper.printers
    if handing is None or not isinstance(handing.given, NumberGiven) or handing.request:
        return []
    match handing.paper:
        case Paper.UNKNOWN:
            return ["came", "missing"]
        case Paper.ASSUMED:
            return ["missing"]
        case Paper.SCREEN_ONLY | Paper.FAILED if not papers.order_due(handing, printers):
            if print_on(state):
                return ["print"]
            return ["print_second"] if papers.ready_printer(printers) else []
    return []


def folded(text: str) -> str:
    """Return a text without case and diacritics, đ too, as people type it."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _service_tile(
    plan: Plan, service: Service, now: ServiceNow | None, words: Words
) -> dict[str, Any]:
    refusal: Refusal | None = now.refusal if now else None
    bring = ", ".join(names_in(each, words.language) for each in service.bring)
    subtitle = words.text("dispenser.bring", papers=bring) if bring else ""
    return {
        "id": service.id,
        "name": names_in(service.names, words.language),
        "subtitle": refusal_text(refusal, plan, words) if refusal else subtitle,
        "waiting": str(now.waiting) if now else "",
        "shut": refusal is not None,
    }


def _asked_for(state: ViewState) -> list[Service]:
    assert state.setup is not None
    plan = state.setup.plan
    services = list(plan.services.values())
    if state.page is Page.SEARCH:
        parts = folded(state.query).split()
        return [s for s in services if all(part in _searchable(s) for part in parts)]
    if state.field is None:
        return services
    return [service for service in services if _in(plan, service, state.field)]


def _searchable(service: Service) -> str:
    return folded(" ".join([*service.names.values(), *service.short_names.values()]))


def _in(plan: Plan, service: Service, field: FieldId) -> bool:
    at: FieldId | None = service.field
    while at is not None:
        if at == field:
            return True
        at = plan.fields[at].parent
    return False


def _waiting(state: ViewState) -> dict[ServiceId, int]:
    return {now.service: now.waiting for now in state.now.services} if state.now else {}
