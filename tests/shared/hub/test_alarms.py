"""Troubles and missing devices."""

from shared.domain import commands
from shared.domain.commands import Actor, Role
from shared.domain.events import TicketIssued
from shared.domain.ids import OfficerId, TicketId
from shared.domain.slips import PrintOutcome
from shared.hub.alarms import (
    AWAY_AFTER_MS,
    PRINTING_MS,
    Alarms,
    clock_doubted,
    expected,
    gone,
    here,
    reported,
    standing,
    unsure_slips,
)
from shared.protocol.messages import Report
from shared.protocol.topics import Alarm
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, ONE, Play, at, small_devices

NOW = 1_000_000
LATER = NOW + AWAY_AFTER_MS
PAPER = Report(kind="printer_near_end", active=True, count=7)


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
        Alarm("printer_near_end", Role.DISPENSER, "dispenser-1", NOW, count=7),
    )
    other = reported(alarms, DISPENSER, Report(kind="no_sound", active=False), NOW)
    assert other == alarms
    over = Report(kind="printer_near_end", active=False)
    assert standing(reported(alarms, DISPENSER, over, NOW), NOW) == ()


def test_a_trouble_that_changes_stands_since_it_began() -> None:
    alarms = reported(Alarms(), DISPENSER, PAPER, NOW)
    fewer = reported(alarms, DISPENSER, Report(kind=PAPER.kind, active=True, count=6), NOW + 1)
    assert standing(fewer, NOW) == (
        Alarm("printer_near_end", Role.DISPENSER, "dispenser-1", NOW, count=6),
    )


def test_the_second_printer_has_troubles_of_its_own() -> None:
    second = Report(kind=PAPER.kind, active=True, second=True, count=3)
    alarms = reported(reported(Alarms(), DISPENSER, PAPER, NOW), DISPENSER, second, NOW)
    assert [(alarm.second, alarm.count) for alarm in standing(alarms, NOW)] == [
        (False, 7),
        (True, 3),
    ]


def printed(play: Play, outcome: PrintOutcome) -> TicketId:
    issue = commands.IssueTicket(service=BIRTH, printer="tcp://p")
    issued = play.do(DISPENSER, issue)[0]
    assert isinstance(issued, TicketIssued)
    play.do(DISPENSER, commands.RecordPrint(ticket=issued.ticket, copy=1, outcome=outcome))
    return issued.ticket


def unsure(play: Play) -> list[str]:
    return [alarm.number for alarm in unsure_slips(play.hall, play.now)]


def test_citizens_who_may_have_no_slip_are_named_until_that_is_settled() -> None:
    play = Play()
    printed(play, PrintOutcome.PRINTED)
    failed = printed(play, PrintOutcome.NOT_SENT)
    unknown = printed(play.later(1), PrintOutcome.UNKNOWN)
    assert unsure(play) == ["A002", "A003"]
    play.do(DISPENSER, commands.HandOverOnScreen(ticket=failed))
    assert unsure(play) == ["A003"]
    play.do(DISPENSER, commands.ConfirmSlip(ticket=unknown))
    assert unsure(play) == []


def test_a_slip_that_nobody_told_the_end_of_is_doubtful_after_its_time() -> None:
    play = Play()
    play.do(DISPENSER, commands.IssueTicket(service=BIRTH, printer="tcp://p"))
    assert unsure(play) == []
    assert unsure(play.later(PRINTING_MS / 1000)) == ["A001"]


def test_who_has_been_called_needs_no_slip() -> None:
    play = Play()
    printed(play, PrintOutcome.UNKNOWN)
    play.do(at(ONE), commands.SignIn(officer=OfficerId("lan")))
    play.do(at(ONE), commands.CallNext())
    assert unsure(play) == []


def test_a_device_that_comes_again_tells_its_troubles_again() -> None:
    alarms = reported(reported(Alarms(), DISPENSER, PAPER, NOW), BOARD, PAPER, NOW)
    assert kinds(here(alarms, DISPENSER), NOW) == [("printer_near_end", "board-1")]


def test_a_doubtful_clock_is_told_from_when_it_was_first_seen() -> None:
    alarms = clock_doubted(clock_doubted(Alarms(), 900_000, NOW), 901_000, LATER)
    assert standing(alarms, LATER) == (Alarm("clock_doubtful", Role.HUB, "hub", NOW),)
    assert standing(clock_doubted(alarms, 0, LATER), LATER) == ()


def test_the_oldest_stands_first() -> None:
    alarms = reported(Alarms(), DISPENSER, PAPER, NOW)
    alarms = reported(alarms, Actor(Role.BOARD, "board-9"), PAPER, NOW - 1)
    assert [alarm.place for alarm in standing(alarms, NOW)] == ["board-9", "dispenser-1"]
