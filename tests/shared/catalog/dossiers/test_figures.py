"""The board's figures from dossiers."""

from shared.catalog.dossiers.dossier import Dossier, State
from shared.catalog.dossiers.figures import Count, DossierFigures, figures, late

NOW = "2026-11-26T09:30"


def dossier(
    code: str,
    state: State,
    received: str = "2026-10-01T08:00",
    due: str = "",
    apology_due: str = "",
    finished: str = "",
) -> Dossier:
    return Dossier(code, "Thả diều", state, received, due, apology_due, finished)


DOSSIERS = (
    dossier("new", State.ACCEPTED, received="2026-11-26T08:00", due="2026-11-30T23:59"),
    dossier("this-month", State.ACCEPTED, received="2026-11-02T08:00", due="2026-12-01T23:59"),
    dossier(
        "waits-late", State.IN_PROGRESS, due="2026-11-26T09:00", apology_due="2026-12-01T23:59"
    ),
    dossier("waits-papers", State.SUPPLEMENT, due="2026-11-01T23:59"),
    dossier("withdrawn", State.WITHDRAWN, due="2026-11-01T23:59"),
    dossier("in-time", State.RETURNED, due="2026-11-26T23:59", finished="2026-11-26T08:00"),
    dossier("ready-late", State.DONE, due="2026-11-25T23:59", finished="2026-11-26T08:10"),
    dossier("ready-old", State.DONE, due="2026-11-25T23:59", finished="2026-11-20T08:00"),
    dossier("no-date", State.DONE, finished="2026-10-20T08:00"),
)


def test_figures_of_the_day_and_the_month() -> None:
    assert figures(DOSSIERS, NOW) == DossierFigures(
        today=Count(received=1, on_time=1, overdue=2),
        month=Count(received=2, on_time=2, overdue=2),
        ready=("no-date", "ready-old", "ready-late"),
    )


def test_no_dossiers_no_figures() -> None:
    assert figures((), NOW) == DossierFigures(Count(0, 0, 0), Count(0, 0, 0), ())


def test_lateness_is_honest() -> None:
    found = {each.code for each in DOSSIERS if late(each, NOW)}
    assert found == {"waits-late", "ready-late"}
