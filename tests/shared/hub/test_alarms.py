"""Troubles and missing devices."""

from shared.domain.commands import Actor, Role
from shared.hub.alarms import (
    AWAY_AFTER_MS,
    Alarms,
    clock_doubted,
    expected,
    gone,
    here,
    reported,
    standing,
)
from shared.protocol.messages import Report
from shared.protocol.topics import Alarm
from tests.fakes.halls import BOARD, DISPENSER, ONE, at, small_devices

NOW = 1_000_000
LATER = NOW + AWAY_AFTER_MS
PAPER = Report(kind="printer_unreachable", active=True, number="A007")


def kinds(alarms: Alarms, now: int) -> list[tuple[str, str]]:
    return [(alarm.kind, alarm.place) for alarm in standing(alarms, now)]


def test_boards_and_dispensers_are_missed_until_they_come() -> None:
    alarms = expected(small_devices(), NOW)
    assert kinds(alarms, LATER - 1) == []
    assert kinds(alarms, LATER) == [("device_away", "board-1"), ("device_away", "dispenser-1")]
    assert kinds(here(alarms, BOARD), LATER) == [("device_away", "dispenser-1")]


def test_whoever_goes_is_missed_after_a_while() -> None:
    alarms = gone(here(here(expected(small_devices(), 0), BOARD), DISPENSER), BOARD, NOW)
    assert kinds(alarms, LATER - 1) == []
    assert standing(alarms, LATER) == (Alarm("device_away", Role.BOARD, "board-1", NOW),)
    assert kinds(here(alarms, BOARD), LATER) == []


def test_only_awaited_devices_are_missed() -> None:
    alarms = expected(small_devices(), NOW, ["board-1"])
    assert kinds(alarms, LATER) == [("device_away", "board-1")]
    came = here(here(alarms, BOARD), DISPENSER)
    left = gone(gone(came, DISPENSER, NOW), BOARD, NOW)
    assert kinds(left, LATER) == [("device_away", "board-1")]


def test_counters_may_come_and_go() -> None:
    alarms = gone(here(Alarms(), at(ONE)), at(ONE), NOW)
    assert kinds(alarms, LATER) == []


def test_a_trouble_stands_until_the_device_says_it_is_over() -> None:
    alarms = reported(Alarms(), DISPENSER, PAPER, NOW)
    assert standing(alarms, NOW) == (
        Alarm("printer_unreachable", Role.DISPENSER, "dispenser-1", NOW, "A007"),
    )
    other = reported(alarms, DISPENSER, Report(kind="no_sound", active=False), NOW)
    assert other == alarms
    over = Report(kind="printer_unreachable", active=False)
    assert standing(reported(alarms, DISPENSER, over, NOW), NOW) == ()


def test_a_device_that_comes_again_tells_its_troubles_again() -> None:
    alarms = reported(reported(Alarms(), DISPENSER, PAPER, NOW), BOARD, PAPER, NOW)
    assert kinds(here(alarms, DISPENSER), NOW) == [("printer_unreachable", "board-1")]


def test_a_doubtful_clock_is_told_from_when_it_was_first_seen() -> None:
    alarms = clock_doubted(clock_doubted(Alarms(), 900_000, NOW), 901_000, LATER)
    assert standing(alarms, LATER) == (Alarm("clock_doubtful", Role.HUB, "hub", NOW),)
    assert standing(clock_doubted(alarms, 0, LATER), LATER) == ()


def test_the_oldest_stands_first() -> None:
    alarms = reported(Alarms(), DISPENSER, PAPER, NOW)
    alarms = reported(alarms, Actor(Role.BOARD, "board-9"), PAPER, NOW - 1)
    assert [alarm.place for alarm in standing(alarms, NOW)] == ["board-9", "dispenser-1"]
