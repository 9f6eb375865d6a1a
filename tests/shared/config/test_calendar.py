from collections.abc import Callable
from pathlib import Path

import pytest

from shared.config.loader import HallSetup

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

TET = '[[holiday]]\ndate = 2027-02-05\nuntil = 2027-02-07\nname = {vi = "Tết", en = "Tet"}\n'


@pytest.fixture
def calendar(tmp_path: Path) -> Callable[[str], str]:
    """Write a calendar and return the line of [hall] that names it."""

    def write(text: str) -> str:
        (tmp_path / "days.toml").write_text(text, encoding="utf-8")
        return 'holidays = ["days.toml"]'

    return write


def test_every_day_of_a_stretch_is_a_holiday(
    hall_of: HallOf, calendar: Callable[[str], str]
) -> None:
    text = TET + '[[holiday]]\ndate = 2027-01-01\nname = "Tết Dương lịch"\n'
    holidays = hall_of(hall=calendar(text)).plan.holidays
    assert list(holidays) == ["2027-02-05", "2027-02-06", "2027-02-07", "2027-01-01"]
    assert holidays["2027-02-06"].date == "2027-02-06"


def test_words_in_other_languages_are_left_out(
    hall_of: HallOf, calendar: Callable[[str], str]
) -> None:
    assert hall_of(hall=calendar(TET)).plan.holidays["2027-02-05"].names == {"vi": "Tết"}
    both = 'languages = ["vi", "en"]\n' + calendar(TET)
    names = hall_of(hall=both).plan.holidays["2027-02-05"].names
    assert names == {"vi": "Tết", "en": "Tet"}


def test_missing_translations_of_a_calendar_are_warned_of(
    warnings_of: FoundIn, calendar: Callable[[str], str]
) -> None:
    hall = 'languages = ["vi", "en"]\nname = {vi = "A", en = "A"}\n'
    line = hall + calendar('[[holiday]]\ndate = 2027-01-01\nname = "A"\n')
    found = warnings_of(hall=line.replace("name = {vi", "unit_above = {vi", 1))
    assert found[-1].startswith('holiday[1].name: 1 texts have no "en"')


def test_a_stretch_lasts_a_month_at_most(
    errors_of: FoundIn, hall_of: HallOf, calendar: Callable[[str], str]
) -> None:
    text = TET.replace("2027-02-07", "2027-03-07")
    assert len(hall_of(hall=calendar(text)).plan.holidays) == 31
    for until in ("2027-03-08", "2027-02-04"):
        text = TET.replace("2027-02-07", until)
        assert errors_of(hall=calendar(text)) == [
            "holiday[1].until: This must be 0 to 30 days after 2027-02-05."
        ]


def test_a_day_is_a_holiday_once(errors_of: FoundIn, calendar: Callable[[str], str]) -> None:
    text = TET + '[[holiday]]\ndate = 2027-02-07\nname = "Tết"\n'
    assert errors_of(hall=calendar(text)) == ["holiday[2].date: 2027-02-07 is already a holiday."]


@pytest.mark.parametrize("value", ['"2027-02-05"', "2027-02-05T07:00:00", "7"])
def test_dates_are_dates(errors_of: FoundIn, calendar: Callable[[str], str], value: str) -> None:
    text = TET.replace("date = 2027-02-05", f"date = {value}")
    assert "holiday[1].date: Here a date such as 2027-02-06" in errors_of(hall=calendar(text))[0]


def test_everything_in_a_calendar_is_checked(
    errors_of: FoundIn, calendar: Callable[[str], str]
) -> None:
    text = 'year = 2027\n[[holiday]]\nname = "Tết"\nuntill = 2027-02-07\n'
    assert errors_of(hall=calendar(text)) == [
        'year: There is no key "year" here.',
        "holiday[1].date: This key is missing.",
        'holiday[1].untill: There is no key "untill" here. Did you mean "until"?',
    ]


def test_a_missing_calendar_is_told(errors_of: FoundIn) -> None:
    found = errors_of(hall='holidays = ["none.toml"]')
    assert len(found) == 1
    assert found[0].startswith("hall.holidays: ")
    assert "none.toml: The file cannot be read" in found[0]
