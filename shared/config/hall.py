"""The [hall] section: whose hall this is, its languages, hours and calendar."""

import re
from dataclasses import dataclass
from pathlib import Path

from shared.config.calendar import read_holidays
from shared.config.hours import read_day_change, read_hours
from shared.config.services import WAIT_MAX_MIN, Terms
from shared.config.table import Table
from shared.config.words import NATIVE, Words
from shared.domain.ids import Names
from shared.domain.plan import Holiday, Hours

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NO_HOURS = Hours(((),) * 7)


@dataclass(frozen=True, slots=True)
class HallFacts:
    """What [hall] says; ``counter_name`` and ``officer_name`` hold ``{label}``,
    the names of devices ``{number}``.
    """

    id: str
    names: Names
    unit_above: Names
    hours: Hours
    day_change_min: int
    holidays: dict[str, Holiday]
    show_officer_name: bool
    counter_name: Names
    officer_name: str
    dispenser_name: Names
    board_name: Names
    kiosk_name: Names
    terms: Terms


def read_languages(hall: Table) -> tuple[str, ...]:
    """Return the hall's languages, Vietnamese among them even if it was forgotten."""
    languages = hall.texts("languages") or ()
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            hall.error("languages", f'"{language}" is no language code such as "vi" or "en".')
    if NATIVE not in languages:
        hall.error("languages", 'Vietnamese is missing: add "vi".')
        return (NATIVE, *languages)
    return languages


def read_hall(hall: Table, file: Path, words: Words) -> HallFacts:
    """Return the facts; paths of calendars start at the hall file's folder."""
    day_change_min = read_day_change(hall, "day_change")
    facts = HallFacts(
        id=hall.identifier(default=file.stem),
        names=words.names(hall, "name"),
        unit_above=words.maybe_names(hall, "unit_above") or {NATIVE: ""},
        hours=read_hours(hall, "hours", day_change_min) or _NO_HOURS,
        day_change_min=day_change_min,
        holidays=read_holidays(hall, file.parent, words.languages),
        show_officer_name=hall.flag("show_officer_name", True),
        counter_name=words.names(hall, "counter_name"),
        officer_name=hall.text("officer_name"),
        dispenser_name=words.names(hall, "dispenser_name"),
        board_name=words.names(hall, "board_name"),
        kiosk_name=words.names(hall, "kiosk_name"),
        terms=_terms(hall),
    )
    hall.finish()
    return facts


def _terms(hall: Table) -> Terms:
    return Terms(
        target_wait_min=hall.whole("target_wait_min", 1, WAIT_MAX_MIN),
        expected_service_min=hall.whole("expected_service_min", 1, WAIT_MAX_MIN),
    )
