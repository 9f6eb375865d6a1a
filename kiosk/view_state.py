"""One visit at the kiosk: which page is open, how it is shown, and when it is over.

What a page itself shows is in my_ticket_state and its neighbours. When nobody has touched
anything for a minute the visit ends, and the screen is as if nobody had been there.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from shared.i18n import Words
from shared.i18n.time_words import age_in_words
from shared.protocol.messages import HubFrame, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import KioskNow, Setup

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
IDLE_MS = 60_000
PATIENT_IDLE_MS = 5 * 60_000
WARNED_MS = 20_000
"""The end is announced so long before it; a touch anywhere puts it off."""

HELP_MS = 3 * 60_000
"""Staff are called for so long, also when whoever called has walked on."""

CARD_MS = 15_000
"""That no ID card is read here is said for so long."""

TEXT_PERCENT = (100, 125, 150)


class Page(StrEnum):
    """What fills the screen."""

    ATTRACT = "attract"
    HOME = "home"
    PROCEDURES = "procedures"
    DOSSIER = "dossier"
    MY_TICKET = "my_ticket"
    FEEDBACK = "feedback"


HUBS_PAGES = frozenset({Page.MY_TICKET, Page.FEEDBACK})
"""Every hub answers these; the others need something more."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """How somebody wants to read and reach the screen; gone with the visit."""

    text_percent: int = TEXT_PERCENT[0]
    high_contrast: bool = False
    low_reach: bool = False
    patient: bool = False
    speech: bool = False


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything that all pages share.

    ``place`` is this kiosk's id in the hall file. ``ready`` are the pages that work; only they
    have a door on the home page, and what the hub answers works once the hall is known.
    ``help_ms`` is when staff were called, ``card_ms`` when a card was shown, 0 for not.
    """

    place: str = ""
    language: str = "vi"
    first_language: str = "vi"
    setup: Setup | None = None
    now: KioskNow | None = None
    link: LinkChanged = NO_LINK
    ready: frozenset[Page] = frozenset()
    page: Page = Page.ATTRACT
    comfort: Comfort = Comfort()
    help_ms: int = 0
    card_ms: int = 0
    touched_ms: int = 0
    now_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes."""

    now_ms: int


@dataclass(frozen=True, slots=True)
class Touched:
    """Somebody touched the screen or a key, anywhere."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody went to a page."""

    page: Page


@dataclass(frozen=True, slots=True)
class Ready:
    """What is behind a page's door works, from now on or no more."""

    page: Page
    works: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """Somebody is done with the kiosk."""


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """Somebody chose a language."""

    language: str


@dataclass(frozen=True, slots=True)
class TextSizeChanged:
    """Somebody wants the next text size; after the largest comes the usual one."""


@dataclass(frozen=True, slots=True)
class Toggled:
    """Somebody switched one of the comforts: by its name in Comfort."""

    comfort: str


@dataclass(frozen=True, slots=True)
class HelpToggled:
    """Somebody calls staff, or needs them no more."""


@dataclass(frozen=True, slots=True)
class CardShown:
    """Somebody showed an ID card to the scanner."""


Message = (
    HubFrame
    | LinkChanged
    | Tick
    | Touched
    | Opened
    | Ready
    | Finished
    | LanguageChosen
    | TextSizeChanged
    | Toggled
    | HelpToggled
    | CardShown
)


def update(state: ViewState, message: Message) -> ViewState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms):
            return _later(replace(state, now_ms=now_ms))
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup, ready=state.ready | HUBS_PAGES)
        case Topic(value=KioskNow() as now):
            return replace(state, now=now)
        case LinkChanged():
            return replace(state, link=message)
        case Touched():
            return _touched(state)
        case Opened(page=page):
            return replace(_touched(state), page=page)
        case Ready(page=page, works=works):
            return replace(state, ready=state.ready | {page} if works else state.ready - {page})
        case Finished():
            return _ended(state)
        case LanguageChosen(language=language):
            return replace(_touched(state), language=language)
        case TextSizeChanged() | Toggled():
            return replace(_touched(state), comfort=_changed(state.comfort, message))
        case HelpToggled():
            return replace(_touched(state), help_ms=0 if state.help_ms else state.now_ms)
        case CardShown():
            return replace(_touched(state), card_ms=state.now_ms)
    return state


def doors(state: ViewState) -> list[Page]:
    """Return the pages that have a door, in their order."""
    return [page for page in Page if page in state.ready]


def idle_ms(state: ViewState) -> int:
    """Return after how long without a touch the visit ends."""
    return PATIENT_IDLE_MS if state.comfort.patient else IDLE_MS


def seconds_left(state: ViewState) -> int:
    """Return the seconds to the end of the visit once it is announced, else 0."""
    if state.page is Page.ATTRACT:
        return 0
    left_ms = state.touched_ms + idle_ms(state) - state.now_ms
    return -(-left_ms // 1000) if left_ms <= WARNED_MS else 0


def banner(state: ViewState, words: Words) -> str:
    """Return what troubles the link, else that no card is read here, or ""."""
    if state.link.detail:
        reason = words.text(f"common.{state.link.detail}")
        return words.text("common.turned_away", place=state.place, reason=reason)
    if state.link.state is LinkState.SEARCHING:
        return words.text("common.searching")
    if state.link.state is LinkState.LOST:
        age = age_in_words(state.now_ms - state.link.at_ms, words)
        return words.text("common.lost", age=age)
    if state.card_ms:
        return words.text("kiosk.no_cards")
    return ""


def _later(state: ViewState) -> ViewState:
    if state.help_ms and state.now_ms - state.help_ms >= HELP_MS:
        state = replace(state, help_ms=0)
    if state.card_ms and state.now_ms - state.card_ms >= CARD_MS:
        state = replace(state, card_ms=0)
    if state.page is not Page.ATTRACT and state.now_ms - state.touched_ms >= idle_ms(state):
        return _ended(state)
    return state


def _ended(state: ViewState) -> ViewState:
    return replace(
        state, language=state.first_language, page=Page.ATTRACT, comfort=Comfort(), card_ms=0
    )


def _touched(state: ViewState) -> ViewState:
    return replace(state, touched_ms=state.now_ms)


def _changed(comfort: Comfort, message: TextSizeChanged | Toggled) -> Comfort:
    if isinstance(message, TextSizeChanged):
        at = TEXT_PERCENT.index(comfort.text_percent)
        return replace(comfort, text_percent=TEXT_PERCENT[(at + 1) % len(TEXT_PERCENT)])
    return replace(comfort, **{message.comfort: not getattr(comfort, message.comfort)})
