"""What the dispenser shows, as a pure function of what it heard and what was touched.

``update`` is the only way to a new state. What there is to touch is in tiles.py.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from shared.domain.commands import MAX_SERVICES_A_VISIT
from shared.domain.errors import TooManyServices
from shared.domain.ids import CategoryId, FieldId, ServiceId
from shared.domain.numbering import qr_text
from shared.i18n import Words, names_in
from shared.i18n.refusal_words import refusal_text
from shared.i18n.time_words import age_in_words
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused, Topic, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, Setup

Given = NumberGiven | TrialNumberGiven
NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
NUMBER_SHOWN_MS = 9_000
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


class Paper(StrEnum):
    """What became of the paper."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the screen depends on. Times are the device's steady milliseconds.

    ``found`` is what somebody chose of a search. ``several`` says that services are being
    ``picked`` for one visit, in the order of touch.
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
    several: bool = False
    picked: tuple[ServiceId, ...] = ()
    request: str = ""
    given: Given | None = None
    paper: Paper = Paper.NONE
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
class PrintBegun:
    """The number's ticket is on its way to the printer."""


@dataclass(frozen=True, slots=True)
class PrintEnded:
    """The ticket went to the printer, or could not."""

    sent: bool


Touch = (
    LanguageChosen
    | FieldChosen
    | CategoryChosen
    | SeveralChosen
    | ServicePicked
    | SearchTyped
    | ServiceFound
    | WentBack
)
Message = HubFrame | LinkChanged | Expired | Tick | Touch | NumberAsked | PrintBegun | PrintEnded


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
        case PrintBegun():
            return replace(state, paper=Paper.PRINTING)
        case PrintEnded(sent=sent):
            return replace(state, paper=Paper.PRINTED if sent else Paper.FAILED)
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


def _picked(state: ViewState, service: ServiceId) -> ViewState:
    if service in state.picked:
        return replace(state, picked=tuple(each for each in state.picked if each != service))
    if len(state.picked) >= MAX_SERVICES_A_VISIT:
        refusal = TooManyServices(most=MAX_SERVICES_A_VISIT)
        return replace(state, notice=refusal_text(refusal, None, Words(state.language)))
    return replace(state, picked=(*state.picked, service))


def _answered(state: ViewState, message: Done | Refused | Expired) -> ViewState:
    match message:
        case Done(id=id_, reply=NumberGiven() | TrialNumberGiven() as given) if (
            id_ == state.request
        ):
            shown = replace(state, page=Page.NUMBER, given=given, request="")
            return replace(_touched(shown), paper=Paper.NONE)
        case Refused(id=id_, refusal=refusal) if id_ == state.request:
            plan = state.setup.plan if state.setup else None
            notice = refusal_text(refusal, plan, Words(state.language))
            return replace(_touched(_started(state)), language=state.language, notice=notice)
        case Expired(id=id_) if id_ == state.request:
            notice = Words(state.language).text("dispenser.no_answer")
            return replace(_touched(_started(state)), language=state.language, notice=notice)
    return state


def _ticked(state: ViewState) -> ViewState:
    rest_ms = NUMBER_SHOWN_MS if state.page is Page.NUMBER else IDLE_MS
    if state.paper is Paper.FAILED:
        rest_ms = IDLE_MS
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
    return ""


def shows_services(state: ViewState) -> bool:
    """Tell whether service tiles are on, rather than fields."""
    few = state.setup is not None and len(state.setup.plan.services) <= FEW_SERVICES
    return state.page in (Page.SERVICES, Page.SEARCH) or few


def may_search(state: ViewState) -> bool:
    """Tell whether there are so many services that people may search."""
    return state.setup is not None and len(state.setup.plan.services) >= MANY_SERVICES


def ahead_text(state: ViewState, words: Words) -> str:
    """Return how many people are before the number just given."""
    if not isinstance(state.given, NumberGiven):
        return words.text("dispenser.test_only")
    if state.given.ahead == 0:
        return words.text("dispenser.next_one")
    return words.counted("dispenser.ahead", state.given.ahead)


def number_shown(state: ViewState, words: Words) -> str:
    """Return the number that fills the screen."""
    if isinstance(state.given, TrialNumberGiven):
        return words.text("ticket.test_number", serial=state.given.serial)
    return state.given.number if state.given else ""


def given_services(state: ViewState, words: Words) -> str:
    """Return the services the number is for: the first, and what follows in the same visit."""
    if not isinstance(state.given, NumberGiven) or state.setup is None:
        return ""
    services = state.setup.plan.services
    first, *others = [
        names_in(services[each].names, words.language)
        for each in (state.given.service, *state.picked[1:])
    ]
    return words.text("dispenser.then", first=first, others=", ".join(others)) if others else first


def take_text(state: ViewState, words: Words) -> str:
    """Return what the button says that takes one number for all picked services."""
    return words.counted("dispenser.take", len(state.picked))


def given_qr(state: ViewState) -> str:
    """Return what the QR code beside the number says, or ""."""
    return qr_text(state.given.token) if isinstance(state.given, NumberGiven) else ""
