"""What the dispenser shows, as a pure function of what it heard and what was touched.

``update`` is the only way to a new state. What there is to touch is in tiles.py; what becomes
of a number's paper is followed in shared.printing.desk.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from shared.domain.cards import card_field, category_by_age, read_card
from shared.domain.commands import MAX_SERVICES_A_VISIT
from shared.domain.errors import TooManyServices
from shared.domain.ids import CategoryId, FieldId, ServiceId
from shared.domain.numbering import qr_text
from shared.i18n import Words, names_in
from shared.i18n.refusal_words import refusal_text
from shared.i18n.time_words import age_in_words
from shared.printing import handing as papers
from shared.printing.asking import PrinterNow
from shared.printing.desk import PaperNow
from shared.printing.handing import Given, Paper
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused, Topic, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, Setup

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

    ``found`` is what somebody chose of a search. ``several`` says that services are being
    ``picked`` for one visit, in the order of touch. ``person`` is the number of the card that
    somebody has shown, and forgotten with everything else they chose.
    """

    place: str = ""
    language: str = "vi"
    first_language: str = "vi"
    setup: Setup | None = None
    now: DispenserNow | None = None
    link: LinkChanged = NO_LINK
    page: Page = Page.START
    field: FieldId | None = None
    query: str = ""
    found: ServiceId | None = None
    category: CategoryId | None = None
    person: str = ""
    several: bool = False
    picked: tuple[ServiceId, ...] = ()
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
class CardShown:
    """A scanner read something, which may be an ID card."""

    text: str


@dataclass(frozen=True, slots=True)
class SeveralChosen:
    """Somebody has several things to do in one visit, or no longer."""

    several: bool


@dataclass(frozen=True, slots=True)
class ServicePicked:
    """Somebody picked one of several services, or took it back."""

    service: ServiceId


@dataclass(frozen=True, slots=True)
class SearchTyped:
    """Somebody searches; the text so far."""

    query: str


@dataclass(frozen=True, slots=True)
class ServiceFound:
    """Somebody touched what a search had found."""

    service: ServiceId


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


Touch = (
    LanguageChosen
    | FieldChosen
    | CategoryChosen
    | CardShown
    | SeveralChosen
    | ServicePicked
    | SearchTyped
    | ServiceFound
    | WentBack
)
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
        case Done() | Refused() | Expired():
            return _answered(state, message)
    if isinstance(message, Touch):
        return _chosen(_touched(state), message)
    return state


def _chosen(state: ViewState, touch: Touch) -> ViewState:
    state = replace(state, notice="")
    match touch:
        case LanguageChosen(language=language):
            return replace(state, language=language)
        case FieldChosen(field=field):
            return replace(state, page=Page.SERVICES, field=field)
        case CategoryChosen(category=category):
            return replace(state, category=category)
        case CardShown(text=text):
            return _card_shown(state, text)
        case SearchTyped(query=query):
            return replace(state, page=Page.SEARCH, query=query)
        case ServiceFound(service=service):
            return replace(state, page=Page.SERVICES, found=service)
        case SeveralChosen(several=several):
            return replace(state, several=several, picked=())
        case ServicePicked(service=service):
            return _picked(state, service)
    if state.several and state.page in (Page.SERVICES, Page.SEARCH):
        return replace(state, page=Page.START, field=None, query="", found=None)
    return replace(_started(state), language=state.language)


def _card_shown(state: ViewState, text: str) -> ViewState:
    """Keep the number, and set the priority by age; name and address are not even read."""
    if not asks_cards(state) or state.page in (Page.ASKING, Page.NUMBER) or state.setup is None:
        return state
    card = read_card(text)
    if card is None:
        return replace(state, notice=Words(state.language).text("dispenser.no_card"))
    day = state.now.day if state.now else ""
    by_age = category_by_age(card, state.setup.plan.categories.values(), day)
    return replace(state, person=card.number, category=by_age or state.category)


def _picked(state: ViewState, service: ServiceId) -> ViewState:
    if service in state.picked:
        return replace(state, picked=tuple(each for each in state.picked if each != service))
    if len(state.picked) >= MAX_SERVICES_A_VISIT:
        refusal = TooManyServices(most=MAX_SERVICES_A_VISIT)
        return replace(state, notice=refusal_text(refusal, None, Words(state.language)))
    return replace(state, picked=(*state.picked, service))


def _answered(state: ViewState, message: Done | Refused | Expired) -> ViewState:
    match message:
        case Done(id=id_, reply=NumberGiven() | TrialNumberGiven()) if id_ == state.request:
            return replace(_touched(state), page=Page.NUMBER, request="", person="")
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
        place=state.place,
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
        reason = words.text(f"common.{state.link.detail}")
        return words.text("common.turned_away", place=state.place, reason=reason)
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


def asks_cards(state: ViewState) -> bool:
    """Tell whether a card may be shown for any of the services."""
    return state.setup is not None and any(
        each.asks_card for each in state.setup.plan.services.values()
    )


def card_words(state: ViewState, words: Words) -> str:
    """Return what is said about cards: that one may be shown, or was read; "" if none is asked."""
    if not asks_cards(state):
        return ""
    return words.text("dispenser.card_read" if state.person else "dispenser.card_may")


def person_for(state: ViewState, service: ServiceId) -> str:
    """Return the number of the card to send for a service, "" unless it asks for one."""
    asked = state.setup is not None and card_field(state.setup.plan, service) is not None
    return state.person if asked else ""


def shows_services(state: ViewState) -> bool:
    """Tell whether service tiles are on, rather than fields."""
    few = state.setup is not None and len(state.setup.plan.services) <= FEW_SERVICES
    return state.page in (Page.SERVICES, Page.SEARCH) or few


def may_search(state: ViewState) -> bool:
    """Tell whether there are so many services that people may search."""
    return state.setup is not None and len(state.setup.plan.services) >= MANY_SERVICES


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


def given_services(state: ViewState, words: Words) -> str:
    """Return the services the number is for: the first, and what follows in the same visit."""
    given = given_now(state)
    if not isinstance(given, NumberGiven) or state.setup is None:
        return ""
    services = state.setup.plan.services
    first, *others = [
        names_in(services[each].names, words.language)
        for each in (given.service, *state.picked[1:])
    ]
    return words.text("dispenser.then", first=first, others=", ".join(others)) if others else first


def take_text(state: ViewState, words: Words) -> str:
    """Return what the button says that takes one number for all picked services."""
    return words.counted("dispenser.take", len(state.picked))


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
