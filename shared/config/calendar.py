"""The calendar file: days on which the hall stays closed, one [[holiday]] each.

Swapped and compensating days are announced every year, so they are written, not computed.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from shared.config.defaults import in_languages
from shared.config.findings import Findings, HallFileErrors
from shared.config.table import Table, kind_of
from shared.config.toml_source import read_toml
from shared.config.words import Words
from shared.domain.plan import Holiday

LONGEST_DAYS = 31


def read_holidays(hall: Table, folder: Path, languages: tuple[str, ...]) -> dict[str, Holiday]:
    """Return the holidays of all calendar files the hall names, by ISO date.

    A calendar may hold more languages than the hall; they are left out.
    """
    holidays: dict[str, Holiday] = {}
    for name in hall.texts("holidays") or ():
        try:
            source = read_toml(folder / name)
        except HallFileErrors as failure:
            hall.error("holidays", str(failure))
            continue
        findings = Findings(source.file, source.lines)
        document = in_languages(source.document, languages)
        _read_calendar(Table(document, (), findings), holidays, languages)
        hall.findings.include(findings)
    return holidays


def _read_calendar(
    calendar: Table, holidays: dict[str, Holiday], languages: tuple[str, ...]
) -> None:
    words = Words(languages)
    for table in calendar.tables("holiday"):
        names = words.names(table, "name")
        for day in _days(table):
            iso = day.isoformat()
            if iso in holidays:
                table.error("date", f"{iso} is already a holiday.")
            holidays[iso] = Holiday(iso, names)
        table.finish()
    calendar.finish()
    words.warn_of_missing(calendar.findings)


def _days(table: Table) -> Iterator[date]:
    """Yield the days from ``date`` to ``until``, which is one of them."""
    first = _date(table, "date", table.take("date", required=True))
    last = _date(table, "until", table.take("until")) or first
    if first is None or last is None:
        return
    length = (last - first).days + 1
    if not 1 <= length <= LONGEST_DAYS:
        message = f"This must be 0 to {LONGEST_DAYS - 1} days after {first.isoformat()}."
        table.error("until", message)
        return
    yield from (first + timedelta(days=n) for n in range(length))


def _date(table: Table, key: str, value: object) -> date | None:
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        message = (
            f"Here a date such as 2027-02-06 (without quotes) is expected, not {kind_of(value)}."
        )
        table.error(key, message)
        return None
    return value
