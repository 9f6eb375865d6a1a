from pathlib import Path

import pytest

from shared.config.findings import Findings
from shared.config.hours import minute_of, read_day_change, read_hours
from shared.config.table import Table
from shared.domain.plan import Hours, Span

MORNING, AFTERNOON = Span(450, 690), Span(810, 1020)


def table_of(value: object) -> Table:
    return Table({"hours": value}, (), Findings(Path("hall.toml"), {}))


def read(value: object, day_change_min: int = 0) -> Hours:
    table = table_of(value)
    hours = read_hours(table, "hours", day_change_min)
    assert [error.message for error in table.findings.errors] == []
    assert hours is not None
    return hours


def mistakes(value: object, day_change_min: int = 0) -> list[str]:
    table = table_of(value)
    read_hours(table, "hours", day_change_min)
    return [f"{error.key}: {error.message}" for error in table.findings.errors]


@pytest.mark.parametrize(
    ("text", "minute"),
    [("00:00", 0), ("07:30", 450), (" 23:59 ", 1439), ("24:00", 1440)],
)
def test_times_of_day(text: str, minute: int) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize("text", ["7:30", "07:60", "24:01", "25:00", "0730", "", "07:30:00"])
def test_no_times_of_day(text: str) -> None:
    assert minute_of(text) is None


def test_a_list_means_monday_to_friday() -> None:
    week = read(["07:30-11:30", "13:30-17:00"]).week
    assert week == ((MORNING, AFTERNOON),) * 5 + ((),) * 2


def test_days_have_hours_of_their_own_and_are_closed_otherwise() -> None:
    week = read({"mon-thu": "07:30-11:30", "sat": ["07:30-11:30", "13:30–17:00"], "sun": []}).week
    assert week == ((MORNING,),) * 4 + ((), (MORNING, AFTERNOON), ())


def test_spans_are_put_in_order() -> None:
    assert read({"mon": ["13:30-17:00", "07:30-11:30"]}).week[0] == (MORNING, AFTERNOON)


def test_spans_may_touch_but_not_overlap() -> None:
    assert len(read({"mon": ["07:30-11:30", "11:30-13:00"]}).week[0]) == 2
    assert mistakes({"mon": ["11:00-13:00", "07:30-11:30"]}) == [
        "hours.mon: 07:30-11:30 and 11:00-13:00 overlap."
    ]
    assert mistakes({"mon": ["20:00-24:00", "23:00-24:00"]}) == [
        "hours.mon: 20:00-24:00 and 23:00-24:00 overlap."
    ]


def test_hours_may_end_at_midnight() -> None:
    assert read({"mon": "20:00-24:00"}).week[0] == read({"mon": "20:00-00:00"}).week[0]


def test_hours_past_midnight_need_a_later_day_change() -> None:
    assert read({"fri": "20:00-02:00"}, day_change_min=120).week[4] == (Span(1200, 1560),)
    found = mistakes({"fri": "20:00-02:00"}, day_change_min=119)
    assert len(found) == 1
    assert 'day_change in [hall] must be "02:00" or later' in found[0]


def test_backward_hours_are_told() -> None:
    assert "11:30-07:30 ends before it begins" in mistakes(["11:30-07:30"])[0]


def test_hours_begin_after_the_day_change() -> None:
    assert read({"mon": "04:00-05:00"}, day_change_min=240).week[0] == (Span(240, 300),)
    assert mistakes({"mon": "03:59-05:00"}, day_change_min=240) == [
        "hours.mon: 03:59-05:00 begins before the day changes at 04:00 (day_change)."
    ]


def test_empty_spans_are_told() -> None:
    assert mistakes(["07:30-07:30"]) == [
        'hours.mon-fri: "07:30-07:30" begins and ends at the same time.'
    ]


@pytest.mark.parametrize("span", ["07:30", "7h30-11h30", "24:00-02:00", "07:30-11:3", "", 730])
def test_what_is_no_span_is_told(span: object) -> None:
    assert "is no stretch of time" in mistakes([span])[0]


def test_unknown_days_are_told_with_the_nearest() -> None:
    assert mistakes({"mon-fry": []}) == [
        'hours.mon-fry: "fry" is no day of the week; use mon, tue, wed, thu, fri, sat, sun.'
        ' Did you mean "fri"?'
    ]


def test_backward_days_are_told() -> None:
    assert mistakes({"fri-mon": []}) == [
        'hours.fri-mon: "fri-mon" runs backwards; write "mon-fri".'
    ]


def test_a_day_is_named_once() -> None:
    assert mistakes({"mon-fri": [], "wed": []}) == ['hours.wed: "wed" is named twice.']


def test_other_values_are_told() -> None:
    assert "expected, not a whole number" in mistakes(7)[0]
    assert "expected, not a whole number" in mistakes({"mon": 7})[0]


def test_no_hours_are_no_hours() -> None:
    assert read_hours(Table({}, (), Findings(Path("x"), {})), "hours", 0) is None


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("04:00", 240), ("12:00", 720)])
def test_the_day_changes_by_noon(text: str, minute: int) -> None:
    table = Table({"day_change": text}, (), Findings(Path("x"), {}))
    assert read_day_change(table, "day_change") == minute
    assert table.findings.errors == []


@pytest.mark.parametrize("text", ["12:01", "4:00", "noon"])
def test_other_day_changes_are_told(text: str) -> None:
    table = Table({"day_change": text}, (), Findings(Path("x"), {}))
    read_day_change(table, "day_change")
    assert "is not a time from" in table.findings.errors[0].message


def test_a_missing_day_change_is_told_once() -> None:
    table = Table({}, (), Findings(Path("x"), {}))
    assert read_day_change(table, "day_change") == 0
    assert len(table.findings.errors) == 1
