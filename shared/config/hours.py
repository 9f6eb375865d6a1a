"""Opening hours as people write them: ``{mon-fri = ["07:30-11:30", "13:30-17:00"]}``.

When a hall with these hours is open is decided in shared.domain.opening.
"""

import re
from itertools import pairwise

from shared.config.findings import Findings, KeyPath
from shared.config.suggestions import did_you_mean
from shared.config.table import Table, kind_of
from shared.domain.opening import DAY_MIN
from shared.domain.plan import Hours, Span

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LATEST_DAY_CHANGE_MIN = 12 * 60
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_EXAMPLE = '"07:30-11:30"'


def minute_of(text: str) -> int | None:
    """Return the minute after midnight of ``07:30``, or None when it is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    return DAY_MIN if found[1] is None else int(found[1]) * 60 + int(found[2])


def read_day_change(table: Table, key: str) -> int:
    """Return when the business day changes, in minutes after midnight, at most noon."""
    text = table.text(key)
    minute = minute_of(text)
    if text and (minute is None or minute > LATEST_DAY_CHANGE_MIN):
        table.error(key, f'"{text}" is not a time from "00:00" to "12:00".')
    return minute or 0


def read_hours(table: Table, key: str, day_change_min: int) -> Hours | None:
    """Return the opening hours under a key, or None when absent; a list means Monday to Friday."""
    value = table.take(key)
    if value is None:
        return None
    if isinstance(value, list | str):
        value = {"mon-fri": value}
    if not isinstance(value, dict):
        message = f"Here hours such as [{_EXAMPLE}] are expected, not {kind_of(value)}."
        table.error(key, message)
        return None
    return _Week(table.findings, day_change_min).read(value, table.at(key))


class _Week:
    def __init__(self, findings: Findings, day_change_min: int) -> None:
        self._findings = findings
        self._day_change_min = day_change_min

    def read(self, value: dict[str, object], at: KeyPath) -> Hours:
        week: dict[str, tuple[Span, ...]] = {}
        for name, spans in value.items():
            read = self._day(spans, (*at, name))
            for day in self._days(name, (*at, name)):
                if day in week:
                    self._findings.error((*at, name), f'"{day}" is named twice.')
                week[day] = read
        return Hours(tuple(week.get(day, ()) for day in WEEKDAYS))

    def _days(self, name: str, at: KeyPath) -> tuple[str, ...]:
        first, _, last = name.partition("-")
        for day in (first, last or first):
            if day not in WEEKDAYS:
                message = f'"{day}" is no day of the week; use {", ".join(WEEKDAYS)}.'
                self._findings.error(at, message + did_you_mean(day, WEEKDAYS))
                return ()
        days = WEEKDAYS[WEEKDAYS.index(first) : WEEKDAYS.index(last or first) + 1]
        if not days:
            self._findings.error(at, f'"{name}" runs backwards; write "{last}-{first}".')
        return days

    def _day(self, value: object, at: KeyPath) -> tuple[Span, ...]:
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list):
            self._findings.error(
                at, f"Here a list such as [{_EXAMPLE}] is expected, not {kind_of(value)}."
            )
            return ()
        read = (self._span(text, at) for text in texts)
        spans = sorted((span for span in read if span is not None), key=lambda span: span.start_min)
        for one, next_ in pairwise(spans):
            if next_.start_min < one.end_min:
                message = f"{_written(one)} and {_written(next_)} overlap."
                self._findings.error(at, message)
        return tuple(spans)

    def _span(self, text: object, at: KeyPath) -> Span | None:
        start, end = _ends(text)
        if start is None or end is None or start == DAY_MIN:
            shown = f'"{text}"' if isinstance(text, str) else kind_of(text)
            self._findings.error(at, f"{shown} is no stretch of time such as {_EXAMPLE}.")
            return None
        if start == end:
            self._findings.error(at, f'"{text}" begins and ends at the same time.')
            return None
        span = Span(start, end if end > start else end + DAY_MIN)
        self._check_within_day(span, at)
        return span

    def _check_within_day(self, span: Span, at: KeyPath) -> None:
        if span.end_min > DAY_MIN + self._day_change_min:
            message = (
                f"{_written(span)} ends before it begins. If it is meant to reach past midnight,"
                f' day_change in [hall] must be "{_clock(span.end_min)}" or later.'
            )
            self._findings.error(at, message)
        if span.start_min < self._day_change_min:
            change = _clock(self._day_change_min)
            message = f"{_written(span)} begins before the day changes at {change} (day_change)."
            self._findings.error(at, message)


def _ends(text: object) -> tuple[int | None, int | None]:
    if not isinstance(text, str):
        return None, None
    start, _, end = text.replace("–", "-").partition("-")
    return minute_of(start), minute_of(end)


def _written(span: Span) -> str:
    return f"{_clock(span.start_min)}-{_clock(span.end_min)}"


def _clock(minute: int) -> str:
    if minute == DAY_MIN:
        return "24:00"
    return f"{minute % DAY_MIN // 60:02d}:{minute % 60:02d}"
