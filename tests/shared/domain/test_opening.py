"""Business days, opening hours, breaks and holidays."""

from dataclasses import replace

import pytest

from shared.domain.commands import IssueTicket, OpenDay
from shared.domain.errors import (
    DayNotOpen,
    NumbersUsedUp,
    OnBreak,
    OnHoliday,
    QuotaUsedUp,
    ServiceClosed,
    UnknownService,
)
from shared.domain.hall import Hall
from shared.domain.ids import SeriesId, ServiceId
from shared.domain.opening import (
    availability,
    business_day,
    day_due,
    doubtful_leap,
    hall_refusal,
    next_opening,
    working_spans,
)
from shared.domain.plan import Holiday, Hours, Plan, Series, Span
from tests.fakes.halls import (
    BIRTH,
    DISPENSER,
    HUB,
    KEY,
    MINUTE_MS,
    MONDAY_8_AM,
    OFFICE,
    ONE,
    TWO,
    Play,
    named,
    small_plan,
)

HOUR_MS = 60 * MINUTE_MS
MONDAY = "2026-11-23"


def refusal_at(plan: Plan, hour: float) -> object:
    play = Play(plan)
    play.now = MONDAY_8_AM + int((hour - 8) * HOUR_MS)
    return availability(play.hall, BIRTH, play.now)


def test_open_within_its_hours() -> None:
    assert refusal_at(small_plan(OFFICE), 8) is None


def test_the_end_of_the_hours_is_not_in_them() -> None:
    assert refusal_at(small_plan(OFFICE), 17) == ServiceClosed("2026-11-24", 450)


def test_before_opening_the_same_day_is_named() -> None:
    assert refusal_at(small_plan(OFFICE), 7) == ServiceClosed(MONDAY, 450)


def test_it_opens_on_the_minute_and_no_second_before() -> None:
    early = Hours(week=((Span(6 * 60, 9 * 60),),) * 7)
    assert refusal_at(small_plan(early), 6 - 1 / 3600) == ServiceClosed(MONDAY, 360)
    assert refusal_at(small_plan(early), 6) is None


def test_at_noon_it_is_on_a_break_until_the_afternoon() -> None:
    assert refusal_at(small_plan(OFFICE), 12) == OnBreak(until_min=810)


def test_a_holiday_is_named_with_the_next_opening() -> None:
    plan = replace(small_plan(OFFICE), holidays={MONDAY: Holiday(MONDAY, named("Nghỉ lễ"))})
    assert refusal_at(plan, 9) == OnHoliday(MONDAY, "2026-11-24", 450)


def test_a_weekend_leads_to_monday() -> None:
    friday = "2026-11-27"
    plan = small_plan(OFFICE)
    assert next_opening(plan, plan.services[BIRTH], friday, 1100) == ("2026-11-30", 450)


def test_the_next_opening_lies_after_the_minute_asked_about() -> None:
    plan = small_plan(OFFICE)
    service = plan.services[BIRTH]
    assert next_opening(plan, service, MONDAY, 449) == (MONDAY, 450)
    assert next_opening(plan, service, MONDAY, 450) == (MONDAY, 810)


def test_a_hall_that_never_opens_says_so() -> None:
    plan = small_plan(Hours(week=((),) * 7))
    assert next_opening(plan, plan.services[BIRTH], MONDAY, 0) == ("", -1)
    assert refusal_at(plan, 9) == ServiceClosed()


def test_an_unknown_service_is_refused() -> None:
    assert availability(Play().hall, ServiceId("nonsense"), MONDAY_8_AM) == UnknownService()


def test_no_number_before_the_day_is_open() -> None:
    assert availability(Hall.empty(small_plan()), BIRTH, MONDAY_8_AM) == DayNotOpen()


def test_no_number_once_the_next_day_is_due() -> None:
    play = Play()
    assert availability(play.hall, BIRTH, MONDAY_8_AM + 24 * HOUR_MS) == DayNotOpen()


def test_a_service_is_open_only_while_a_counter_that_serves_it_is_staffed() -> None:
    plan = small_plan(OFFICE)
    early = Hours(week=((Span(480, 540),),) * 7)
    late = Hours(week=((Span(530, 600),),) * 7)
    counters = dict(plan.counters)
    counters[ONE] = replace(counters[ONE], hours=early)
    counters[TWO] = replace(counters[TWO], hours=late)
    plan = replace(plan, counters=counters)
    assert working_spans(plan, plan.services[BIRTH], MONDAY) == (Span(480, 600),)


def test_counters_that_relieve_each_other_leave_no_gap() -> None:
    plan = small_plan(OFFICE)
    counters = dict(plan.counters)
    counters[ONE] = replace(counters[ONE], hours=Hours(week=((Span(450, 500),),) * 7))
    counters[TWO] = replace(counters[TWO], hours=Hours(week=((Span(500, 660),),) * 7))
    plan = replace(plan, counters=counters)
    assert working_spans(plan, plan.services[BIRTH], MONDAY) == (Span(450, 660),)


def test_counters_staffed_only_in_the_break_leave_no_hours() -> None:
    plan = small_plan(OFFICE)
    noon = Hours(week=((Span(690, 810),),) * 7)
    counters = {id_: replace(each, hours=noon) for id_, each in plan.counters.items()}
    plan = replace(plan, counters=counters)
    assert working_spans(plan, plan.services[BIRTH], MONDAY) == ()


def test_counters_with_hours_apart_leave_a_gap() -> None:
    plan = small_plan(OFFICE)
    counters = dict(plan.counters)
    counters[ONE] = replace(counters[ONE], hours=Hours(week=((Span(450, 500),),) * 7))
    counters[TWO] = replace(counters[TWO], hours=Hours(week=((Span(600, 660),),) * 7))
    plan = replace(plan, counters=counters)
    assert working_spans(plan, plan.services[BIRTH], MONDAY) == (Span(450, 500), Span(600, 660))


def test_a_service_that_nobody_serves_keeps_its_own_hours() -> None:
    plan = replace(small_plan(OFFICE), counters={})
    assert working_spans(plan, plan.services[BIRTH], MONDAY) == OFFICE.week[0]


def test_the_quota_of_the_day_is_kept() -> None:
    plan = small_plan()
    services = dict(plan.services)
    services[BIRTH] = replace(services[BIRTH], quota=1)
    play = Play(replace(plan, services=services))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert play.refused(DISPENSER, IssueTicket(service=BIRTH)) == QuotaUsedUp(BIRTH, 1)


def test_the_range_of_the_series_is_kept() -> None:
    series = {**small_plan().series, SeriesId("a"): Series(SeriesId("a"), "A", 1, 1)}
    play = Play(replace(small_plan(), series=series))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert play.refused(DISPENSER, IssueTicket(service=BIRTH)) == NumbersUsedUp(BIRTH)


def test_the_hall_is_open_while_any_service_is() -> None:
    assert hall_refusal(Play().hall, MONDAY_8_AM) is None


def test_the_hall_gives_the_reason_most_services_have() -> None:
    play = Play(small_plan(OFFICE))
    assert hall_refusal(play.hall, MONDAY_8_AM + 4 * HOUR_MS) == OnBreak(until_min=810)


@pytest.mark.parametrize(("hour", "day"), [(1, "2026-11-22"), (3.999, "2026-11-22"), (4, MONDAY)])
def test_the_business_day_changes_when_the_hall_says(hour: float, day: str) -> None:
    plan = replace(small_plan(), day_change_min=240)
    assert business_day(plan, MONDAY_8_AM + int((hour - 8) * HOUR_MS)) == day


def test_a_hall_open_past_midnight_never_mixes_days() -> None:
    night = Hours(week=((Span(20 * 60, 26 * 60),),) * 7)
    play = Play(replace(small_plan(night), day_change_min=240))
    play.now = MONDAY_8_AM + 17 * HOUR_MS  # one o'clock at night
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert play.hall.day == MONDAY
    assert [ticket.id for ticket in play.hall.tickets.values()] == ["20261123-A001"]
    play.now = MONDAY_8_AM + 36 * HOUR_MS  # the next evening
    play.do(HUB, OpenDay(key=KEY))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert [ticket.id for ticket in play.hall.tickets.values()] == ["20261124-A001"]


def test_a_leap_over_more_days_than_halls_close_is_doubtful() -> None:
    assert doubtful_leap(Hall.empty(small_plan()), MONDAY_8_AM) == "", "the first day of all"
    play = Play(small_plan())
    day_ms = 24 * HOUR_MS
    assert doubtful_leap(play.hall, MONDAY_8_AM) == ""
    assert doubtful_leap(play.hall, MONDAY_8_AM + 30 * day_ms) == ""
    assert doubtful_leap(play.hall, MONDAY_8_AM + 31 * day_ms) == "2026-12-24"


def test_the_day_never_goes_back() -> None:
    play = Play()
    assert day_due(play.hall, MONDAY_8_AM - 48 * HOUR_MS) is None
    assert day_due(play.hall, MONDAY_8_AM + 24 * HOUR_MS) == "2026-11-24"
