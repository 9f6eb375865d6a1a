"""The dossiers' figures for the board: how many, how many in time, and which are ready. PURE."""

from collections.abc import Iterable
from dataclasses import dataclass

from shared.catalog.dossiers.dossier import OVER, WAITS_FOR_CITIZEN, Dossier, State


@dataclass(frozen=True, slots=True)
class Count:
    """Dossiers received in a period, finished in time, and overdue.

    Overdue are those finished late in the period and those that wait unfinished past their
    date; an apology slip's new date does not make them less late.
    """

    received: int
    on_time: int
    overdue: int


@dataclass(frozen=True, slots=True)
class DossierFigures:
    """Today's and this month's counts, and the codes of what can be collected, oldest first."""

    today: Count
    month: Count
    ready: tuple[str, ...]


def figures(dossiers: Iterable[Dossier], now: str) -> DossierFigures:
    """Return the figures at a local moment (``2026-11-26T09:30``)."""
    known = tuple(dossiers)
    ready = sorted((each.finished, each.code) for each in known if each.state is State.DONE)
    return DossierFigures(
        today=_count(known, now[:10], now),
        month=_count(known, now[:7], now),
        ready=tuple(code for _, code in ready),
    )


def late(dossier: Dossier, now: str) -> bool:
    """Return whether a dossier is, or was when it was finished, past its date."""
    if not dossier.due:
        return False
    if dossier.finished:
        return dossier.finished > dossier.due
    return dossier.state not in OVER | WAITS_FOR_CITIZEN and dossier.due < now


def _count(dossiers: tuple[Dossier, ...], period: str, now: str) -> Count:
    finished = [each for each in dossiers if each.finished.startswith(period)]
    waiting = [each for each in dossiers if not each.finished and late(each, now)]
    return Count(
        received=sum(each.received.startswith(period) for each in dossiers),
        on_time=sum(not late(each, now) for each in finished),
        overdue=sum(late(each, now) for each in finished) + len(waiting),
    )
