"""What a board shows, as a pure function of what it heard and of time.

Every call gets a card of its own for at least five seconds, and then for as long as its counter
still calls that number. Up to three cards stand one below the other, the newest first; when more
come, the oldest gives way. None is dropped or overridden.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from shared.domain.devices import BoardPlan
from shared.domain.hall import CounterState
from shared.domain.ids import BoardId, CounterId, Names
from shared.i18n import Words, names_in
from shared.i18n.time_words import age_in_words, date_of, time_of
from shared.protocol.messages import Announce, HubFrame, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Announcement, BoardNow, CounterNow, DossierCount, Figures, Setup

CARD_MS = 5_000
MOST_CARDS = 3
NOTICE_MS = 12_000
CODES_THAT_RUN = 12
FRESH_MS = 20_000
"""So long a counter's row stays marked after a call."""

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)


@dataclass(frozen=True, slots=True)
class Card:
    """A call shown large, since when (the device's steady milliseconds)."""

    call: Announcement
    since_ms: int


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the screen depends on; times are the device's steady milliseconds."""

    board: BoardId
    setup: Setup | None = None
    now: BoardNow | None = None
    link: LinkChanged = NO_LINK
    cards: tuple[Card, ...] = ()
    pending: tuple[Announcement, ...] = ()
    latest: tuple[str, int] = ("", 0)
    now_ms: int = 0
    hub_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes: the device's steady time and the hub's."""

    now_ms: int
    hub_ms: int


Message = HubFrame | LinkChanged | Tick


def update(state: ViewState, message: Message) -> ViewState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms, hub_ms=hub_ms):
            return _filled(replace(state, now_ms=now_ms, hub_ms=hub_ms))
        case Announce(calls=calls):
            return _filled(_queued(state, calls))
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup)
        case Topic(value=BoardNow() as now):
            return replace(state, now=now)
        case LinkChanged():
            return replace(state, link=message)
    return state


def _queued(state: ViewState, calls: tuple[Announcement, ...]) -> ViewState:
    fresh = tuple(call for call in calls if (call.day, call.call) > state.latest)
    if not fresh:
        return state
    latest = (fresh[-1].day, fresh[-1].call)
    return replace(state, pending=state.pending + fresh, latest=latest)


def _filled(state: ViewState) -> ViewState:
    """Take away the cards whose time is over, and give waiting calls a place."""
    cards = [card for card in state.cards if _young(state, card) or _still_called(state, card)]
    pending = list(state.pending)
    while pending:
        if len(cards) >= MOST_CARDS:
            if _young(state, cards[-1]):
                break
            cards.pop()
        cards.insert(0, Card(pending.pop(0), state.now_ms))
    return replace(state, cards=tuple(cards), pending=tuple(pending))


def _young(state: ViewState, card: Card) -> bool:
    return state.now_ms - card.since_ms < CARD_MS


def _still_called(state: ViewState, card: Card) -> bool:
    """Tell whether a card's counter waits for that citizen, and has not just called again."""
    call, counters = card.call, state.now.counters if state.now else ()
    return all(waiting.counter != call.counter for waiting in state.pending) and any(
        (now.counter, now.number, now.called_ms) == (call.counter, call.number, call.at_ms)
        and not now.serving
        for now in counters
    )


def is_known(state: ViewState) -> bool:
    """Tell whether the hub has said anything yet; before that nothing is to be claimed."""
    return state.setup is not None and state.now is not None


def plan_of(state: ViewState) -> BoardPlan | None:
    """Return what the hall file says of this board."""
    return state.setup.devices.boards.get(state.board) if state.setup else None


def stamp(state: ViewState, words: Words) -> str:
    """Return the stamp that marks what is shown as old, or why nothing is; else ""."""
    if state.link.detail:
        reason = words.text(f"common.{state.link.detail}")
        return words.text("common.turned_away", place=state.board, reason=reason)
    if state.link.state is LinkState.CONNECTED:
        return ""
    if state.now is None:
        return words.text("common.searching")
    age = age_in_words(state.now_ms - state.link.at_ms, words)
    return words.text("board.stale", age=age)


def card_rows(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the large cards, newest first."""
    return [
        {
            "number": card.call.number,
            "label": card.call.label,
            "call": card.call.call,
            "again": card.call.times > 1,
        }
        for card in state.cards
    ]


def counter_rows(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the rows of this board's counters."""
    if state.setup is None or state.now is None:
        return []
    return [_counter_row(state, now, words) for now in state.now.counters]


def waiting_rows(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return how many wait in each field."""
    if state.setup is None or state.now is None:
        return []
    fields = state.setup.plan.fields
    return [
        {
            "name": names_in(fields[each.field].short_names, words.language),
            "waiting": str(each.waiting),
        }
        for each in state.now.waiting
    ]


def last_calls(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the last calls, newest first."""
    if state.setup is None or state.now is None:
        return []
    return [
        {"number": line.number, "label": _label(state, line.counter)}
        for line in state.now.last_calls
    ]


def figures(state: ViewState, words: Words) -> dict[str, Any]:
    """Return the dossiers' figures of today and this month, empty while unknown or not wanted."""
    known = _figures(state)
    if known is None:
        return {}
    periods = (("today", known.today), ("this_month", known.month))
    return {
        "title": words.text("board.dossiers_at", moment=_synced(state, known)),
        "columns": [words.text(f"board.{each}") for each in ("received", "on_time", "overdue")],
        "rows": [
            [words.text(f"board.{name}"), *_in_groups(each, words)]
            for name, each in periods
            if each is not None
        ],
    }


def ready(state: ViewState) -> list[str]:
    """Return the codes of the dossiers that can be collected, the newest first."""
    known = _figures(state)
    return list(known.ready) if known else []


def notice(state: ViewState) -> str:
    """Return the notice whose turn it is, in the language whose turn it is; "" for none.

    Where pictures or figures take the notices' place, they run along the bottom.
    """
    plan = plan_of(state)
    if plan is None or _notices_run(state, plan):
        return ""
    texts = _in_all_languages(plan.notices, plan)
    return texts[state.now_ms // NOTICE_MS % len(texts)] if texts else ""


def running_text(state: ViewState) -> str:
    """Return the line that runs along the bottom, in all of the board's languages."""
    plan = plan_of(state)
    if plan is None:
        return ""
    running = plan.running_text
    if _notices_run(state, plan):
        running += plan.notices
    texts = _in_all_languages(running, plan)
    if plan.media and (codes := ", ".join(ready(state)[:CODES_THAT_RUN])):
        # Pictures stand where the codes would.
        texts += [Words(each).text("board.ready_run", codes=codes) for each in plan.languages]
    return "     ·     ".join(texts)


def _in_groups(count: DossierCount, words: Words) -> list[str]:
    mark = words.text("common.thousands")
    counts = (count.received, count.on_time, count.overdue)
    return [f"{each:,}".replace(",", mark) for each in counts]


def _figures(state: ViewState) -> Figures | None:
    plan = plan_of(state)
    return state.now.figures if state.now and plan and plan.show_figures else None


def _synced(state: ViewState, known: Figures) -> str:
    """Return when the figures were true: the time, and the day if it was not today."""
    assert state.setup is not None
    offset_min = state.setup.plan.utc_offset_min
    time = time_of(known.synced_ms, offset_min)
    day = date_of(known.synced_ms, offset_min)
    return time if known.today is not None else f"{time} {day[:5]}"


def _notices_run(state: ViewState, plan: BoardPlan) -> bool:
    return bool(plan.media) or _figures(state) is not None


def _in_all_languages(texts: Iterable[Names], plan: BoardPlan) -> list[str]:
    """Return texts in each of the board's languages, none twice."""
    named = (names_in(text, language) for text in texts for language in plan.languages)
    return list(dict.fromkeys(named))


def _counter_row(state: ViewState, now: CounterNow, words: Words) -> dict[str, Any]:
    fresh = bool(now.number) and not now.serving and state.hub_ms - now.called_ms < FRESH_MS
    if now.number:
        status = words.text("board.serving" if now.serving else "board.called")
    else:
        status = words.text(f"board.counter_{now.state.value}")
    return {
        "label": _label(state, now.counter),
        "number": now.number,
        "status": status,
        "fresh": fresh,
        "working": now.state is not CounterState.CLOSED,
    }


def _label(state: ViewState, counter: CounterId) -> str:
    assert state.setup is not None
    return state.setup.plan.counters[counter].label
