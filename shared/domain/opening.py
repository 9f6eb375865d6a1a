"""When the hall works: business days, opening hours, breaks, holidays.

All times are minutes after midnight of the business day, in the hall's zone; a business day
may reach past midnight, and begins ``day_change_min`` after it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from shared.domain.errors import (
    AnyRefusal,
    DayNotOpen,
    NumbersUsedUp,
    OnBreak,
    OnHoliday,
    QuotaUsedUp,
    Refusal,
    ServiceClosed,
    UnknownService,
)
from shared.domain.hall import Hall
from shared.domain.ids import ServiceId
from shared.domain.numbering import next_serial
from shared.domain.plan import Hours, Plan, Service, Span

DAY_MIN = 24 * 60
EPOCH = date(1970, 1, 1).toordinal()
LONGEST_CLOSURE_DAYS = 30
LOOK_AHEAD_DAYS = 30
"""How far the next opening is looked for; Tết closes a hall for about nine days."""


def business_day(plan: Plan, now: int) -> str:
    """Return the ISO date of the business day to which a moment (UTC ms) belongs."""
    shift_min = plan.utc_offset_min - plan.day_change_min
    days = (now // 60_000 + shift_min) // DAY_MIN
    return date.fromordinal(EPOCH + days).isoformat()


def minute_of_day(plan: Plan, day: str, now: int) -> int:
    """Return minutes since local midnight of ``day``; 1440 and more after the next midnight."""
    days = date.fromisoformat(day).toordinal() - EPOCH
    return now // 60_000 + plan.utc_offset_min - days * DAY_MIN


def day_due(hall: Hall, now: int) -> str | None:
    """Return the business day to open, or None; it never goes back."""
    due = business_day(hall.plan, now)
    return due if due > hall.day else None


def doubtful_leap(hall: Hall, now: int) -> str:
    """Return the day (ISO) that is due if it is longer after the last one than halls close, or "".

    The clock of the machine is then more likely wrong than right, and a day never goes back.
    """
    due = day_due(hall, now)
    if not due or not hall.day:
        return ""
    closed_days = (date.fromisoformat(due) - date.fromisoformat(hall.day)).days
    return due if closed_days > LONGEST_CLOSURE_DAYS else ""


def availability(hall: Hall, service_id: ServiceId, now: int) -> AnyRefusal | None:
    """Return why no number is given for a service now, or None when one is."""
    service = hall.plan.services.get(service_id)
    if service is None:
        return UnknownService()
    if not hall.day or day_due(hall, now):
        return DayNotOpen()
    shut = hours_refusal(hall.plan, service, hall.day, now)
    if shut is not None:
        return shut
    left = stock(hall, service)
    return left if isinstance(left, Refusal) else None


def hall_refusal(hall: Hall, now: int) -> AnyRefusal | None:
    """Return why no service at all gives numbers now, or None when at least one does."""
    refusals = []
    for service in hall.plan.services:
        refusal = availability(hall, service, now)
        if refusal is None:
            return None
        refusals.append(refusal)
    return max(refusals, key=refusals.count, default=None)


def stock(hall: Hall, service: Service) -> int | AnyRefusal:
    """Return the service's next number, or why there is none left today."""
    if service.quota is not None and hall.issued.get(service.id, 0) >= service.quota:
        return QuotaUsedUp(service=service.id, quota=service.quota)
    serial = next_serial(hall, service.series)
    return NumbersUsedUp(service=service.id) if serial is None else serial


def hours_refusal(plan: Plan, service: Service, day: str, now: int) -> AnyRefusal | None:
    """Return why the service is closed at a moment of a business day, or None."""
    minute = minute_of_day(plan, day, now)
    if day in plan.holidays:
        opens_day, opens_min = next_opening(plan, service, day, DAY_MIN)
        return OnHoliday(date=day, opens_day=opens_day, opens_min=opens_min)
    spans = working_spans(plan, service, day)
    if any(span.start_min <= minute < span.end_min for span in spans):
        return None
    later = [span.start_min for span in spans if span.start_min > minute]
    if later and minute >= spans[0].start_min:
        return OnBreak(until_min=later[0])
    opens_day, opens_min = next_opening(plan, service, day, minute)
    return ServiceClosed(opens_day=opens_day, opens_min=opens_min)


def next_opening(plan: Plan, service: Service, day: str, minute: int) -> tuple[str, int]:
    """Return ISO day and minute of the next opening after a minute of ``day``, or ("", -1)."""
    for offset in range(LOOK_AHEAD_DAYS):
        candidate = (date.fromisoformat(day) + timedelta(days=offset)).isoformat()
        for span in working_spans(plan, service, candidate):
            if offset or span.start_min > minute:
                return candidate, span.start_min
    return "", -1


def working_spans(plan: Plan, service: Service, day: str) -> tuple[Span, ...]:
    """Return when a service works on a day: its hours while a counter that serves it is staffed."""
    if day in plan.holidays:
        return ()
    weekday = date.fromisoformat(day).weekday()
    spans = (service.hours or plan.hours).week[weekday]
    staffed = _staffed(plan, service.id, weekday)
    return spans if staffed is None else tuple(_overlaps(spans, staffed))


def _staffed(plan: Plan, service: ServiceId, weekday: int) -> tuple[Span, ...] | None:
    """Return the counters' own hours joined, or None when one of them has no hours of its own."""
    hours: list[Hours] = []
    for counter in plan.counters.values():
        if service in counter.serves:
            if counter.hours is None:
                return None
            hours.append(counter.hours)
    return _joined([span for each in hours for span in each.week[weekday]]) if hours else None


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start_min):
        if joined and span.start_min <= joined[-1].end_min:
            joined[-1] = Span(joined[-1].start_min, max(joined[-1].end_min, span.end_min))
        else:
            joined.append(span)
    return tuple(joined)


def _overlaps(first: tuple[Span, ...], second: tuple[Span, ...]) -> Iterator[Span]:
    for one in first:
        for other in second:
            start, end = max(one.start_min, other.start_min), min(one.end_min, other.end_min)
            if start < end:
                yield Span(start, end)
