"""A dossier told in people's words: its state, its dates, what comes next. PURE."""

from dataclasses import dataclass
from datetime import date, datetime

from shared.catalog.dossiers.dossier import Dossier, State
from shared.catalog.dossiers.figures import late
from shared.i18n import Words
from shared.i18n.time_words import local_time


@dataclass(frozen=True, slots=True)
class Told:
    """Lines of the dossier's screen; empty ones are not shown.

    ``sync`` says how old the answer is; ``stale`` that it must not be taken for today's.
    """

    code: str
    procedure: str
    name: str
    state: str
    dates: tuple[str, ...]
    overdue: str
    next_step: str
    unit: str
    sync: str
    stale: bool


STALE_AFTER_MS = 24 * 60 * 60_000


def told(dossier: Dossier, words: Words, now_ms: int, synced_ms: int, utc_offset_min: int) -> Told:
    """Return what to say; ``synced_ms`` is when the source last answered (UTC)."""
    now = local_time(now_ms, utc_offset_min)
    synced = local_time(synced_ms, utc_offset_min)
    key = "unknown" if dossier.state is None else dossier.state.name.lower()
    overdue = _overdue(dossier, words, now.strftime("%Y-%m-%dT%H:%M"))
    waits_late = bool(overdue) and dossier.state in (State.ACCEPTED, State.IN_PROGRESS)
    return Told(
        code=dossier.code,
        procedure=dossier.procedure,
        name=dossier.masked_name,
        state=words.text(f"dossiers.state_{key}"),
        dates=tuple(_dates(dossier, words)),
        overdue=overdue,
        next_step=words.text(f"dossiers.next_{'overdue' if waits_late else key}"),
        unit=dossier.unit,
        sync=words.text("dossiers.synced", time=f"{synced:%H:%M}", date=f"{synced:%d/%m/%Y}"),
        stale=now_ms - synced_ms > STALE_AFTER_MS,
    )


def _dates(dossier: Dossier, words: Words) -> list[str]:
    dates = [words.text("dossiers.received", date=_day(dossier.received))]
    if dossier.due:
        dates.append(words.text("dossiers.due", date=_day(dossier.due)))
    if dossier.returned:
        dates.append(words.text("dossiers.returned", date=_day(dossier.returned)))
    elif dossier.finished and dossier.state is State.DONE:
        dates.append(words.text("dossiers.finished", date=_day(dossier.finished)))
    return dates if dossier.received else dates[1:]


def _overdue(dossier: Dossier, words: Words, now: str) -> str:
    if not late(dossier, now) or dossier.state is State.RETURNED:
        return ""
    end = dossier.finished or now
    days = (date.fromisoformat(end[:10]) - date.fromisoformat(dossier.due[:10])).days
    parts = [words.counted("dossiers.overdue", max(1, days))]
    if dossier.apology_due:
        parts.append(words.text("dossiers.apology", date=_day(dossier.apology_due)))
    return " ".join(parts)


def _day(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%d/%m/%Y}" if moment else ""
