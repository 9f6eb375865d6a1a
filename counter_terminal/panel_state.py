"""What the citizen's panel shows, as a pure function of what it heard and was touched."""

from dataclasses import dataclass, replace
from typing import Any

from shared.domain.hall import CounterState
from shared.domain.ids import CounterId, TicketId
from shared.i18n import Words, names_in
from shared.i18n.time_words import age_in_words
from shared.protocol.messages import HubFrame, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import PanelNow, Setup

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
THANKS_MS = 4_000
WHY_MS = 20_000
"""So long a poor mark waits for its reason; then it is sent without."""


@dataclass(frozen=True, slots=True)
class PanelState:
    """Everything the panel depends on; ``level`` is a poor mark whose reason is being asked."""

    counter: CounterId
    language: str = "vi"
    first_language: str = "vi"
    setup: Setup | None = None
    now: PanelNow | None = None
    link: LinkChanged = NO_LINK
    level: str = ""
    level_ms: int = 0
    reasons: frozenset[str] = frozenset()
    rated: TicketId | None = None
    rated_ms: int = 0
    now_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes: the device's steady time."""

    now_ms: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The citizen chose a language."""

    language: str


@dataclass(frozen=True, slots=True)
class LevelChosen:
    """The citizen touched a poor mark: ask why before it is sent."""

    level: str


@dataclass(frozen=True, slots=True)
class ReasonToggled:
    """The citizen chose a reason, or took it back."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rated:
    """The mark is on its way."""


Message = HubFrame | LinkChanged | Tick | LanguageChosen | LevelChosen | ReasonToggled | Rated


def update(state: PanelState, message: Message) -> PanelState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms):
            return replace(state, now_ms=now_ms)
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup)
        case Topic(value=PanelNow() as now):
            return replace(_turned(state, now), now=now)
        case LinkChanged():
            return replace(state, link=message)
        case LanguageChosen(language=language):
            return replace(state, language=language)
        case LevelChosen(level=level):
            return replace(state, level=level, level_ms=state.now_ms, reasons=frozenset())
        case ReasonToggled(reason=reason):
            return replace(state, reasons=state.reasons ^ {reason}, level_ms=state.now_ms)
        case Rated():
            ticket = state.now.rating if state.now else None
            return replace(state, rated=ticket, rated_ms=state.now_ms, level="")
    return state


def _turned(state: PanelState, now: PanelNow) -> PanelState:
    """Forget what was chosen for another rating, and the language of whoever was here before."""
    before = state.now
    if before is None or before.rating != now.rating:
        state = replace(state, level="", reasons=frozenset())
    if before is not None and now.number and now.number != before.number:
        state = replace(state, language=state.first_language)
    return state


def reason_overdue(state: PanelState) -> bool:
    """Tell whether a poor mark has waited long enough for its reason."""
    return page(state) == "why" and state.now_ms - state.level_ms >= WHY_MS


def page(state: PanelState) -> str:
    """Return offline, thanks, why, rating, number, paused, closed or ready."""
    if state.now is None or state.link.state is not LinkState.CONNECTED:
        return "offline"
    if state.rated is not None and state.now_ms - state.rated_ms < THANKS_MS:
        return "thanks"
    if state.now.rating is not None and state.now.rating != state.rated:
        return "why" if state.level else "rating"
    if state.now.number:
        return "number"
    return {
        CounterState.CLOSED: "closed",
        CounterState.PAUSED: "paused",
        CounterState.OPEN: "ready",
    }[state.now.state]


def needs_reason(state: PanelState, level: str) -> bool:
    """Tell whether a mark is asked for its reason."""
    levels = state.setup.plan.rating_levels if state.setup else ()
    return any(each.id == level and each.asks_reason for each in levels)


def headline(state: PanelState, words: Words) -> str:
    """Return the sentence of the page."""
    at = page(state)
    if at == "offline" and state.link.detail:
        reason = words.text(f"common.{state.link.detail}")
        return words.text("common.turned_away", place=state.counter, reason=reason)
    if at == "offline" and state.link.state is LinkState.LOST:
        return words.text("common.lost", age=age_in_words(state.now_ms - state.link.at_ms, words))
    if at == "number" and state.now is not None:
        return words.text("panel.serving" if state.now.serving else "panel.called")
    if at == "paused" and state.now is not None:
        return words.text("panel.paused", reason=_pause_reason(state, words))
    return words.text(f"panel.{at}")


def levels(state: PanelState, words: Words) -> list[dict[str, Any]]:
    """Return the marks, best first; ``mood`` runs from 1 (best) down to -1."""
    plan_levels = state.setup.plan.rating_levels if state.setup else ()
    last = max(1, len(plan_levels) - 1)
    return [
        {
            "id": level.id,
            "name": names_in(level.names, words.language),
            "mood": 1 - 2 * at / last,
        }
        for at, level in enumerate(plan_levels)
    ]


def reasons(state: PanelState, words: Words) -> list[dict[str, Any]]:
    """Return the reasons that can be given with a poor mark."""
    plan_reasons = state.setup.plan.rating_reasons if state.setup else ()
    return [
        {
            "id": reason.id,
            "name": names_in(reason.names, words.language),
            "chosen": reason.id in state.reasons,
        }
        for reason in plan_reasons
    ]


def officer_name(state: PanelState) -> str:
    """Return the officer's display name, "" when the hall shows none."""
    if state.setup is None or state.now is None or state.now.officer is None:
        return ""
    return state.setup.plan.officers[state.now.officer].display_name


def counter_label(state: PanelState) -> str:
    """Return what stands on the counter's sign."""
    return state.setup.plan.counters[state.counter].label if state.setup else ""


def _pause_reason(state: PanelState, words: Words) -> str:
    assert state.now is not None
    known = state.setup.plan.pause_reasons if state.setup else ()
    for reason in known:
        if reason.id == state.now.pause_reason:
            return names_in(reason.names, words.language)
    return state.now.pause_reason
