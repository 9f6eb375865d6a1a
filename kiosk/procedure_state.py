"""A procedure's page once it is open: the case, the number taken for it, the paper. Pure."""

from dataclasses import dataclass, replace

from shared.domain.errors import Refusal
from shared.domain.ids import ServiceId
from shared.domain.plan import Plan
from shared.i18n import Words
from shared.i18n.refusal_words import refusal_text
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused
from shared.protocol.session import Expired


@dataclass(frozen=True, slots=True)
class ProcedureState:
    """``step`` is ``read``, ``choose`` a service, or the ``number`` that was given.

    ``checklist`` and ``ticket`` say how their paper fares: "", ``printing``, ``printed``,
    ``unknown``, ``failed``.
    """

    step: str = "read"
    case: int = 0
    request: str = ""
    given: NumberGiven | None = None
    refusal: Refusal | None = None
    failed: bool = False
    checklist: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class CaseChosen:
    """Somebody chose their case."""

    case: int


@dataclass(frozen=True, slots=True)
class ServiceWanted:
    """The number can be for several services: somebody must choose."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number is being taken, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class PaperFares:
    """A paper, ``checklist`` or ``ticket``, fares so."""

    paper: str
    how: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """One step back."""


@dataclass(frozen=True, slots=True)
class Left:
    """The procedure was closed."""


Asking = HubFrame | Expired | ServiceWanted | Asked
Message = Asking | CaseChosen | PaperFares | WentBack | Left


def update(state: ProcedureState, message: Message) -> ProcedureState:
    """Return the state after a message."""
    match message:
        case CaseChosen(case=case):
            return replace(state, case=case, checklist="")
        case ServiceWanted():
            return replace(state, step="choose", refusal=None, failed=False)
        case Asked(request=request):
            return replace(state, step="read", request=request, refusal=None, failed=False)
        case Done(id=id_, reply=NumberGiven() as given) if id_ == state.request:
            return replace(state, step="number", request="", given=given)
        case Refused(id=id_, refusal=refusal) if id_ == state.request:
            return replace(state, request="", refusal=refusal)
        case Expired(id=id_) if id_ == state.request:
            return replace(state, request="", failed=True)
        case PaperFares(paper="ticket", how=how):
            return replace(state, ticket=how)
        case PaperFares(how=how):
            return replace(state, checklist=how)
        case WentBack():
            return replace(state, step="read")
        case Left():
            return ProcedureState()
    return state


def trouble(state: ProcedureState, plan: Plan | None, words: Words) -> str:
    """Return why no number was given, or ""."""
    if state.refusal is not None:
        return refusal_text(state.refusal, plan, words)
    return words.text("lookup.no_answer") if state.failed else ""


def paper_words(state: ProcedureState, words: Words, *, has_printer: bool) -> dict[str, str]:
    """Return what is said of the checklist's paper and of the ticket's."""
    ticket = f"ticket_{state.ticket}" if state.ticket else "note_number" * (not has_printer)
    return {
        "checklist": words.text(f"lookup.paper_{state.checklist}") if state.checklist else "",
        "ticket": words.text(f"lookup.{ticket}") if ticket else "",
    }


def asks_of(state: ProcedureState, paper: str) -> bool:
    """Tell whether somebody must say if a paper came out: its printer could not."""
    return (state.ticket if paper == "ticket" else state.checklist) == "unknown"


def only_service(services: list[ServiceId]) -> ServiceId | None:
    """Return the one service that a number can be for; None when somebody must choose."""
    return services[0] if len(services) == 1 else None
