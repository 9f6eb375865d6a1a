"""The sample hall can be tried at any hour."""

from dataclasses import replace

import pytest

from deploy.trial import trial_start_ms
from shared.domain.opening import availability
from tests.fakes.halls import BIRTH, MINUTE_MS, MONDAY_8_AM, OFFICE, Play, small_plan

HOUR_MS = 60 * MINUTE_MS
PLAN = small_plan(OFFICE)
NIGHT_H, NOON_H, EVENING_H, SATURDAY_H = -1, 4, 11, 5 * 24


@pytest.mark.parametrize("hours_later", [0, 5.5, 8.9])
def test_an_open_hall_keeps_the_time(hours_later: float) -> None:
    assert trial_start_ms(PLAN, MONDAY_8_AM + int(hours_later * HOUR_MS)) is None


@pytest.mark.parametrize("hours_later", [NIGHT_H, NOON_H, EVENING_H, SATURDAY_H])
def test_a_closed_hall_starts_in_its_last_hours(hours_later: int) -> None:
    now = MONDAY_8_AM + hours_later * HOUR_MS
    started = trial_start_ms(PLAN, now)
    assert started is not None
    assert now - 3 * 24 * HOUR_MS < started < now
    assert availability(Play(PLAN, started).hall, BIRTH, started) is None


def test_a_hall_that_never_opens_keeps_the_time() -> None:
    never = replace(PLAN, hours=replace(OFFICE, week=((),) * 7))
    assert trial_start_ms(never, MONDAY_8_AM) is None
