"""A message to the head of the hall: choose what it is about, write if you like, send.

No name is asked for. Leaving the page forgets all of it.
"""

from dataclasses import dataclass, replace

from shared.domain.errors import Refusal
from shared.domain.plan import Plan
from shared.i18n import Words, names_in
from shared.i18n.refusal_words import refusal_text
from shared.protocol.messages import Done, FeedbackTaken, GiveFeedback, HubFrame, Refused
from shared.protocol.session import Expired


@dataclass(frozen=True, slots=True)
class FeedbackState:
    """What was chosen, and what became of it; the words are in the line being typed.

    ``reason`` is None until something was chosen, "" for another matter. ``code`` is the receipt.
    """

    reason: str | None = None
    request: str = ""
    code: str = ""
    refusal: Refusal | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class ReasonChosen:
    """Somebody said what it is about; "" for another matter."""

    reason: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The message is on its way, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """Somebody wants to choose anew."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody is done with this page."""


Message = HubFrame | Expired | ReasonChosen | Sent | WentBack | Left


def update(state: FeedbackState, message: Message) -> FeedbackState:
    """Return the state after a message."""
    match message:
        case ReasonChosen(reason=reason):
            return FeedbackState(reason=reason)
        case Sent(request=request):
            return replace(state, request=request, refusal=None, failed=False)
        case WentBack() | Left():
            return FeedbackState()
        case Done(id=id_, reply=FeedbackTaken(code=code)) if id_ == state.request:
            return FeedbackState(code=code)
        case Refused(id=id_, refusal=refusal) if id_ == state.request:
            return replace(state, request="", refusal=refusal)
        case Expired(id=id_) if id_ == state.request:
            return replace(state, request="", failed=True)
    return state


def step(state: FeedbackState) -> str:
    """Return what to do now: ``choose``, ``write``, or read the ``receipt``."""
    if state.code:
        return "receipt"
    return "choose" if state.reason is None else "write"


def reasons(plan: Plan | None, words: Words) -> list[dict[str, str]]:
    """Return what a message may be about; the last is any other matter."""
    offered = plan.rating_reasons if plan else ()
    named = [{"id": each.id, "name": names_in(each.names, words.language)} for each in offered]
    return [*named, {"id": "", "name": words.text("feedback.other")}]


def reason_name(state: FeedbackState, plan: Plan | None, words: Words) -> str:
    """Return what was chosen, in words."""
    names = {each["id"]: each["name"] for each in reasons(plan, words)}
    return names.get(state.reason or "", "")


def message_of(state: FeedbackState, text: str, language: str) -> GiveFeedback:
    """Return what to hand in at the hub."""
    return GiveFeedback(reason=state.reason or "", text=text.strip(), language=language)


def may_send(state: FeedbackState, text: str) -> bool:
    """Tell whether there is something to send, and it is not on its way already."""
    return not state.request and bool(state.reason or text.strip())


def trouble(state: FeedbackState, plan: Plan | None, words: Words) -> str:
    """Return why the message was not taken, or ""."""
    if state.refusal is not None:
        return refusal_text(state.refusal, plan, words)
    return words.text("feedback.no_answer") if state.failed else ""
