"""What the officer's window shows, as a pure function of what it heard and was asked.

The sheets that ask for more (an outcome, a reason, a service) are in sheets.py, the waiting
list is in waiting_rows.py, the citizen's panel in panel_state.py.
"""

from dataclasses import dataclass, replace
from typing import Any

from shared.domain.errors import HeadIdle
from shared.domain.hall import CounterState, TicketState
from shared.domain.ids import CategoryId, CounterId, ServiceId, TicketId
from shared.domain.tasks import AnyResult, CodeGiven, DeviceList
from shared.i18n import Words
from shared.i18n.plan_words import category_name, service_short_name
from shared.i18n.refusal_words import refusal_text
from shared.i18n.time_words import age_in_words, minutes_in_words, seconds_in_words
from shared.printing.desk import PaperNow
from shared.printing.handing import Paper, ready_printer
from shared.protocol.messages import (
    Done,
    HubFrame,
    Managed,
    NumberGiven,
    Refused,
    Topic,
    TrialNumberGiven,
)
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import CounterDesk, Setup, TicketAtCounter

HEAD = "@head"
"""The head of the hall among those who sign in."""

HEADS_SHEETS = ("head", "waiting", "code", "devices", "device", "officers")
"""Sheets that only the head may see."""

NO_LINK = LinkChanged(LinkState.SEARCHING, 0)
NOTICE_MS = 8_000
UNSEEN_MS = 5_000
"""A call that no board has shown by then needs the officer's own voice."""
UNHEARD_MS = 15_000


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything the window depends on. ``sheet`` names the open sheet, "" for none.

    ``code`` is the one-time code typed before a new PIN. ``head`` tells whether the head is
    signed in here, ``head_ms`` when the head last did something. ``then`` is a task's request and
    the sheet to open when it is done.
    """

    counter: CounterId
    language: str = "vi"
    setup: Setup | None = None
    desk: CounterDesk | None = None
    link: LinkChanged = NO_LINK
    sheet: str = ""
    sheet_ticket: TicketId | None = None
    toggle: str = ""
    filter: str = ""
    requests: frozenset[str] = frozenset()
    notice: str = ""
    notice_ms: int = 0
    paper: PaperNow = PaperNow()
    code: str = ""
    head: bool = False
    head_ms: int = 0
    listed: DeviceList | None = None
    given_code: str = ""
    then: tuple[str, str] = ("", "")
    now_ms: int = 0
    hub_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes: the device's steady time and the hub's."""

    now_ms: int
    hub_ms: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Something was asked of the hub under this request id; ``then`` is a task's next sheet."""

    request: str
    then: str | None = None


@dataclass(frozen=True, slots=True)
class SheetOpened:
    """The officer opened a sheet, perhaps about one ticket of the list; "" closes it.

    ``code`` is a one-time code typed before.
    """

    sheet: str
    ticket: TicketId | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """The devices were asked for anew, to keep an open sheet fresh."""

    request: str


@dataclass(frozen=True, slots=True)
class Toggled:
    """The officer chose one of a sheet's switches, or took it back."""

    toggle: str


@dataclass(frozen=True, slots=True)
class Filtered:
    """The officer types to find one of a sheet's many choices."""

    text: str


@dataclass(frozen=True, slots=True)
class PaperChanged:
    """The printer, or what is known of the slip of the number given last, is now so."""

    now: PaperNow


@dataclass(frozen=True, slots=True)
class RatingSlipEnded:
    """The slip on which a citizen rates came out, or not."""

    printed: bool


@dataclass(frozen=True, slots=True)
class EntryNeeded:
    """Staff chose something that needs a typed PIN, code or name."""


@dataclass(frozen=True, slots=True)
class ReasonNeeded:
    """The officer chose something that needs a typed reason."""


Message = (
    HubFrame
    | LinkChanged
    | Expired
    | Tick
    | Asked
    | SheetOpened
    | Listed
    | Toggled
    | Filtered
    | PaperChanged
    | RatingSlipEnded
    | EntryNeeded
    | ReasonNeeded
)


def update(state: ViewState, message: Message) -> ViewState:
    """Return the state after a message."""
    match message:
        case Tick(now_ms=now_ms, hub_ms=hub_ms):
            return _ticked(replace(state, now_ms=now_ms, hub_ms=hub_ms))
        case Topic(value=Setup() as setup):
            return replace(state, setup=setup)
        case Topic(value=CounterDesk() as desk):
            return replace(state, desk=desk)
        case LinkChanged(state=link):
            # The head signed in on a connection; with it the head has gone.
            return replace(state, link=message, head=state.head and link is LinkState.CONNECTED)
        case Asked(request=request, then=then):
            asked = replace(state, requests=state.requests | {request}, sheet="", notice="")
            if then is None:
                return asked
            return replace(asked, then=(request, then), code="", head_ms=state.now_ms)
        case Listed(request=request):
            return replace(state, requests=state.requests | {request})
        case SheetOpened():
            return _opened(state, message)
        case Toggled(toggle=toggle):
            return replace(state, toggle="" if state.toggle == toggle else toggle)
        case Filtered(text=text):
            return replace(state, filter=text)
        case PaperChanged(now=now):
            return _paper_changed(state, now)
        case RatingSlipEnded(printed=printed):
            failed = Words(state.language).text("counter.rating_slip_failed")
            return state if printed else _noticed(state, failed)
        case EntryNeeded():
            return _noticed(state, Words(state.language).text("counter.entry_needed"))
        case ReasonNeeded():
            return _noticed(state, Words(state.language).text("counter.reason_needed"))
    return _answered(state, message)


def _paper_changed(state: ViewState, now: PaperNow) -> ViewState:
    before = state.paper.handing.paper if state.paper.handing else None
    state = replace(state, paper=now)
    paper = now.handing.paper if now.handing else None
    if paper is not before and paper in (Paper.FAILED, Paper.UNKNOWN):
        return _noticed(state, Words(state.language).text(f"counter.paper_{paper}"))
    return state


def _answered(state: ViewState, message: HubFrame | Expired) -> ViewState:
    id_ = getattr(message, "id", "")
    if id_ not in state.requests:
        return state
    state = replace(state, requests=state.requests - {id_})
    words = Words(state.language)
    match message:
        case Done(reply=NumberGiven() | TrialNumberGiven()):
            return replace(state, given_code="", sheet="given")
        case Managed(result=result):
            return _managed(state, id_, result)
        case Refused(refusal=HeadIdle(minutes=minutes)):
            return _head_left(state, minutes)
        case Refused(refusal=refusal):
            plan = state.setup.plan if state.setup else None
            return _noticed(state, refusal_text(refusal, plan, words))
        case Expired():
            return _noticed(state, words.text("counter.no_answer"))
    return state


def _opened(state: ViewState, opened: SheetOpened) -> ViewState:
    return replace(
        state,
        sheet=opened.sheet,
        sheet_ticket=opened.ticket,
        code=opened.code,
        toggle="",
        filter="",
        notice="",
    )


def _managed(state: ViewState, request: str, result: AnyResult) -> ViewState:
    if isinstance(result, DeviceList):
        state = replace(state, listed=result)
    if isinstance(result, CodeGiven):
        state = replace(state, given_code=result.code)
    asked, then = state.then
    if request != asked:
        return state
    head = then != "" and (state.head or then == "head")
    return replace(state, then=("", ""), sheet=then, head=head)


def _noticed(state: ViewState, notice: str) -> ViewState:
    return replace(state, notice=notice, notice_ms=state.now_ms)


def _head_left(state: ViewState, minutes: int) -> ViewState:
    """The head is signed in no longer; what only the head may see goes from the screen."""
    words = Words(state.language)
    left = replace(state, head=False, given_code="", listed=None)
    if state.given_code or state.sheet.partition(":")[0] in HEADS_SHEETS:
        left = replace(left, sheet="")
    return _noticed(left, refusal_text(HeadIdle(minutes=minutes), None, words))


def _ticked(state: ViewState) -> ViewState:
    rules = state.setup.plan.staff_rules if state.setup else None
    if rules and state.head and rules.head_left(state.now_ms - state.head_ms):
        return _head_left(state, rules.head_idle_min)
    if state.notice and state.now_ms - state.notice_ms >= NOTICE_MS:
        return replace(state, notice="")
    return state


def is_known(state: ViewState) -> bool:
    """Tell whether the hub has said anything yet; before that nothing is to be claimed."""
    return state.setup is not None and state.desk is not None


def stage(state: ViewState) -> str:
    """Return closed, paused, idle, called or serving; offline without a hub."""
    if state.desk is None or state.link.state is not LinkState.CONNECTED:
        return "offline"
    if state.desk.state is CounterState.CLOSED:
        return "closed"
    if state.desk.state is CounterState.PAUSED:
        return "paused"
    if state.desk.current is None:
        return "idle"
    return "serving" if state.desk.current.state is TicketState.SERVING else "called"


def resting(state: ViewState) -> str:
    """Return closed, paused or nobody: why no number stands here, as the hub said last."""
    said = state.desk.state if state.desk else CounterState.OPEN
    return "nobody" if said is CounterState.OPEN else said.value


ACTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "offline": (),
    "closed": (("sign_in", "F2"),),
    "paused": (("resume", "F2"), ("issue", "F9"), ("sign_out", "F12")),
    "idle": (
        ("next", "F2"),
        ("pick", "F1"),
        ("issue", "F9"),
        ("pause", "F10"),
        ("sign_out", "F12"),
    ),
    "called": (
        ("begin", "F4"),
        ("recall", "F3"),
        ("missed", "F6"),
        ("next", "F2"),
        ("hold", "F7"),
        ("transfer", "F8"),
        ("cancel", "Del"),
        ("pick", "F1"),
        ("issue", "F9"),
    ),
    "serving": (
        ("finish", "F5"),
        ("hold", "F7"),
        ("transfer", "F8"),
        ("add_service", "F11"),
        ("pick", "F1"),
        ("issue", "F9"),
    ),
}
"""What makes sense at each stage, the likeliest first, with its key."""

HEADS_ACTION = ("head", "Ctrl+D")
PRINTERS_ACTION = ("rating_slip", "Ctrl+P")


def may_use(state: ViewState) -> tuple[tuple[str, str], ...]:
    """Return the actions of the stage with their keys; the head and a printer have one more."""
    now = stage(state)
    prints = now == "serving" and ready_printer(state.paper.printers) != ""
    here = (*ACTIONS[now], PRINTERS_ACTION) if prints else ACTIONS[now]
    return (*here, HEADS_ACTION) if here and state.head else here


def actions(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the buttons, the first of which is the main one."""
    return [
        {
            "id": action,
            "key": key,
            "name": words.text(f"counter.{action}"),
        }
        for action, key in may_use(state)
    ]


def enabled_actions(state: ViewState) -> list[str]:
    """Return the actions of the stage that need not wait."""
    return [action for action, _ in may_use(state) if not _must_wait(state, action)]


def _must_wait(state: ViewState, action: str) -> bool:
    current = state.desk.current if state.desk else None
    if current is None or action not in ("recall", "missed", "next"):
        return False
    too_soon = current.may_recall_ms > state.hub_ms
    return too_soon or (action in ("missed", "next") and current.calls_left > 0)


def countdown(state: ViewState) -> str:
    """Return the seconds until the citizen may be called again, "" when it is time."""
    current = state.desk.current if state.desk else None
    if current is None or not state.hub_ms or current.may_recall_ms <= state.hub_ms:
        return ""
    return str(-(-(current.may_recall_ms - state.hub_ms) // 1000))


def banner(state: ViewState, words: Words) -> str:
    """Return why the window is not to be trusted now, or ""."""
    if state.link.detail:
        reason = words.text(f"common.{state.link.detail}")
        return words.text("common.turned_away", place=state.counter, reason=reason)
    if state.link.state is LinkState.CONNECTED:
        return ""
    if state.link.state is LinkState.SEARCHING:
        return words.text("common.searching")
    return words.text("common.lost", age=age_in_words(state.now_ms - state.link.at_ms, words))


def current_words(state: ViewState, words: Words) -> dict[str, str]:
    """Return what is known of the citizen at the counter; empty without one."""
    current = state.desk.current if state.desk else None
    if current is None or state.setup is None:
        return {}
    since_ms = current.begun_ms if current.begun_ms else current.issued_ms
    key = "counter.serving_for" if current.begun_ms else "counter.called_times"
    return {
        "number": current.number,
        "service": service_name(state, current.service, words),
        "category": priority_name(state, current.category, words),
        "detail": words.text(
            key,
            count=current.calls,
            duration=minutes_in_words(state.hub_ms - since_ms, words),
        ),
        "further": _further(state, current, words),
    }


def _further(state: ViewState, current: TicketAtCounter, words: Words) -> str:
    if current.returns_to is not None and state.setup is not None:
        label = state.setup.plan.counters[current.returns_to].label
        return words.text("counter.returns_to", label=label)
    if not current.further:
        return ""
    names = ", ".join(service_name(state, service, words) for service in current.further)
    return words.text("counter.further", services=names)


def call_words(state: ViewState, words: Words) -> dict[str, Any]:
    """Return whether the last call was shown and spoken, and whether that is alarming."""
    call = state.desk.last_call if state.desk else None
    if call is None or call.boards == 0 or stage(state) == "closed":
        return {"text": "", "bad": False}
    coming = stage(state) == "called"  # whoever is here has heard it
    shown = _since(call.at_ms, call.shown_ms, words, "counter.shown")
    spoken = _since(call.at_ms, call.spoken_ms, words, "counter.spoken")
    age_ms = state.hub_ms - call.at_ms
    if coming and not shown and age_ms >= UNSEEN_MS:
        return {"text": words.text("counter.not_shown", number=call.number), "bad": True}
    if coming and not spoken and call.voices and age_ms >= UNHEARD_MS:
        return {"text": words.text("counter.not_spoken", number=call.number), "bad": True}
    text = " · ".join(part for part in (shown, spoken) if part)
    if not text and coming:
        text = words.text("counter.calling")
    return {"text": f"{call.number}: {text}" if text else "", "bad": False}


def _since(at_ms: int, done_ms: int | None, words: Words, key: str) -> str:
    if done_ms is None:
        return ""
    return words.text(key, duration=seconds_in_words(done_ms - at_ms, words))


def today_text(state: ViewState, words: Words) -> str:
    """Return how many were served and missed here today."""
    if state.desk is None:
        return ""
    return words.text(
        "counter.today", finished=state.desk.finished_today, missed=state.desk.missed_today
    )


def service_name(state: ViewState, service: ServiceId, words: Words) -> str:
    """Return a service's short name; where two have the same, with its field's."""
    assert state.setup is not None
    return service_short_name(state.setup.plan, service, words)


def priority_name(state: ViewState, category: CategoryId | None, words: Words) -> str:
    """Return a priority category's name, "" for none."""
    if category is None or state.setup is None:
        return ""
    return category_name(state.setup.plan.categories[category], words)
