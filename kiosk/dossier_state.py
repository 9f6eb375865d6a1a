"""Is my paper ready? First the code, then the second factor, then how the dossier stands. Pure.

Leaving the page forgets all of it; nothing is kept anywhere.
"""

from dataclasses import dataclass, replace

from shared.catalog.dossiers.dossier import Dossier, State
from shared.catalog.dossiers.told import Told, told
from shared.i18n import Words
from shared.protocol.messages import Answer, DossierAnswer, DossierStanding, HubFrame, Refused
from shared.protocol.session import Expired

FACTOR_DIGITS = 4
LEAST_CODE = 6
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class DossierState:
    """What was typed, and the hub's answer. ``factor_due`` says that the code is complete."""

    code: str = ""
    factor: str = ""
    factor_due: bool = False
    request: str = ""
    answer: DossierAnswer | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class CodeChanged:
    """The code is being typed."""

    code: str


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """The code is complete: typed, or read by a scanner."""

    code: str


@dataclass(frozen=True, slots=True)
class FactorChanged:
    """The second factor is being typed."""

    factor: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The hub is being asked, under this request id."""

    request: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """One step back: to the code."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody is done with this page."""


Typed = CodeChanged | CodeGiven | FactorChanged
Message = HubFrame | Expired | Typed | Asked | WentBack | Left


def update(state: DossierState, message: Message) -> DossierState:
    """Return the state after a message."""
    match message:
        case CodeChanged(code=code):
            return DossierState(code=code)
        case CodeGiven(code=code):
            return DossierState(code=code, factor_due=True)
        case FactorChanged(factor=factor):
            return replace(state, factor=factor, answer=None, failed=False)
        case Asked(request=request):
            return replace(state, request=request, answer=None, failed=False)
        case WentBack():
            return DossierState(code=state.code)
        case Left():
            return DossierState()
        case Answer(id=id_, dossier=answer) if id_ == state.request:
            return _answered(state, answer)
        case Expired(id=id_) | Refused(id=id_) if id_ == state.request:
            return replace(state, request="", failed=True)
    return state


def _answered(state: DossierState, answer: DossierAnswer | None) -> DossierState:
    """Take the answer in; the second factor is forgotten as soon as it has served."""
    return replace(state, request="", factor="", answer=answer)


def step(state: DossierState) -> str:
    """Return what to do now: give the ``code``, the ``factor``, or ``read``."""
    if state.answer is not None and state.answer.dossier is not None:
        return "read"
    return "factor" if state.factor_due else "code"


def may_go_on(state: DossierState) -> bool:
    """Tell whether what was typed is enough for the next step."""
    if step(state) == "code":
        return len(state.code.strip()) >= LEAST_CODE
    return len(state.factor) == FACTOR_DIGITS and not state.request


def reading(state: DossierState, words: Words, now_ms: int, utc_offset_min: int) -> Told | None:
    """Return the dossier in people's words, None while there is none to read."""
    answer = state.answer
    if answer is None or answer.dossier is None:
        return None
    return told(_dossier(answer.dossier), words, now_ms, answer.synced_ms, utc_offset_min)


def trouble(state: DossierState, words: Words, now_ms: int) -> str:
    """Return why nothing is told, or ""."""
    if state.failed:
        return words.text("my_dossier.no_answer")
    answer = state.answer
    if answer is None or answer.dossier is not None:
        return ""
    if answer.kind == "wait":
        minutes = max(1, -(-(answer.until_ms - now_ms) // MINUTE_MS))
        return words.counted("my_dossier.wait", minutes)
    return words.text(f"my_dossier.{answer.kind}")


def factor_prompt(factors: tuple[str, ...], words: Words) -> str:
    """Return which digits are asked for in this hall."""
    return words.text(f"my_dossier.factor_{'_or_'.join(factors)}")


def _dossier(standing: DossierStanding) -> Dossier:
    return Dossier(
        code=standing.code,
        procedure=standing.procedure,
        state=None if standing.state is None else State(standing.state),
        received=standing.received,
        due=standing.due,
        apology_due=standing.apology_due,
        finished=standing.finished,
        returned=standing.returned,
        unit=standing.unit,
        masked_name=standing.masked_name,
    )
