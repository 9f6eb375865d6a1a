"""Who may ask what, and what a decision may never do."""

from typing import get_args

import pytest

from shared.domain.commands import (
    Actor,
    CallNext,
    Command,
    DeviceCommand,
    HubCommand,
    IssueTicket,
    KeepTime,
    OpenDay,
    ProvenCommand,
    RecallTicket,
    Role,
    SignIn,
)
from shared.domain.decide import RULES, decide
from shared.domain.errors import DayNotOpen, NotAllowed, TooSoon
from shared.domain.hall import Hall
from shared.domain.ids import OfficerId
from shared.domain.roles import MAY
from tests.fakes.halls import (
    BIRTH,
    DISPENSER,
    HUB,
    KEY,
    MONDAY_8_AM,
    ONE,
    Play,
    at,
    small_plan,
)


def test_every_command_has_its_rule() -> None:
    assert set(RULES) == {*get_args(DeviceCommand), ProvenCommand, *get_args(HubCommand)}


@pytest.mark.parametrize("command", get_args(HubCommand))
def test_what_only_the_hub_asks_cannot_come_over_the_network(command: type[Command]) -> None:
    assert [role for role in Role if command in MAY[role].commands] == [Role.HUB]
    assert command not in get_args(DeviceCommand)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COUNTER])
def test_only_counters_call(role: Role) -> None:
    play = Play()
    assert play.refused(Actor(role=role, place=ONE), CallNext()) == NotAllowed()


def test_before_the_first_day_only_time_passes() -> None:
    hall = Hall.empty(small_plan())
    sign_in = SignIn(officer=OfficerId("lan"))
    assert decide(hall, sign_in, now=MONDAY_8_AM, actor=at(ONE)) == DayNotOpen()
    assert decide(hall, KeepTime(), now=MONDAY_8_AM, actor=HUB) == ()
    assert decide(hall, OpenDay(key=KEY), now=MONDAY_8_AM, actor=HUB) != ()


def test_between_two_days_counters_wait_too() -> None:
    play = Play().later(24 * 3600)
    assert play.refused(at(ONE), SignIn(officer=OfficerId("lan"))) == DayNotOpen()


def test_a_clock_that_went_back_counts_as_the_newest_event() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    assert play.later(-86_400).refused(at(ONE), RecallTicket()) == TooSoon(wait_s=20)
