"""Times and durations in people's words."""

import pytest

from shared.i18n import Words
from shared.i18n.time_words import (
    MINUTE_MS,
    age_in_words,
    clock_time,
    date_of,
    day_in_words,
    local_time,
    minutes_in_words,
    seconds_in_words,
    time_of,
)
from tests.fakes.halls import MONDAY_8_AM

HO_CHI_MINH = 7 * 60
VI, EN = Words("vi"), Words("en")


@pytest.mark.parametrize(
    ("minute", "time"),
    [(0, "00:00"), (450, "07:30"), (1439, "23:59"), (1440, "00:00"), (1505, "01:05")],
)
def test_minutes_after_midnight_are_clock_times(minute: int, time: str) -> None:
    assert clock_time(minute) == time


def test_moments_are_told_in_the_halls_time() -> None:
    assert time_of(MONDAY_8_AM, HO_CHI_MINH) == "08:00"
    assert time_of(MONDAY_8_AM, 0) == "01:00"
    assert local_time(MONDAY_8_AM + 999, HO_CHI_MINH).second == 0


def test_the_date_changes_at_the_halls_midnight() -> None:
    midnight = MONDAY_8_AM + 16 * 60 * MINUTE_MS
    assert date_of(midnight - 1, HO_CHI_MINH) == "23/11/2026"
    assert date_of(midnight, HO_CHI_MINH) == "24/11/2026"


def test_days_are_named() -> None:
    assert day_in_words("2026-11-24", VI) == "Thứ Ba 24/11/2026"
    assert day_in_words("2026-11-24", EN) == "Tuesday 24/11/2026"
    week = [day_in_words(f"2026-11-{day}", VI).split(" 2")[0] for day in range(23, 30)]
    assert week[0] == "Thứ Hai"
    assert week[-1] == "Chủ Nhật"


@pytest.mark.parametrize(
    ("duration_ms", "vi", "en"),
    [
        (-5, "0 phút", "0 minutes"),
        (MINUTE_MS - 1, "0 phút", "0 minutes"),
        (MINUTE_MS, "1 phút", "1 minute"),
        (59 * MINUTE_MS, "59 phút", "59 minutes"),
        (65 * MINUTE_MS, "1 giờ 05 phút", "1 h 05 min"),
        (600 * MINUTE_MS, "10 giờ 00 phút", "10 h 00 min"),
    ],
)
def test_durations_are_whole_minutes(duration_ms: int, vi: str, en: str) -> None:
    assert minutes_in_words(duration_ms, VI) == vi
    assert minutes_in_words(duration_ms, EN) == en


def test_short_durations_have_the_languages_own_decimal_mark() -> None:
    assert seconds_in_words(2_340, VI) == "2,3 giây"
    assert seconds_in_words(2_340, EN) == "2.3 s"
    assert seconds_in_words(-1, EN) == "0.0 s"


@pytest.mark.parametrize(
    ("age_ms", "words"), [(-1, "0:00"), (42_999, "0:42"), (61_000, "1:01"), (3_600_000, "60:00")]
)
def test_ages_are_minutes_and_seconds(age_ms: int, words: str) -> None:
    assert age_in_words(age_ms, VI) == words
