"""The table of roles, cell by cell: command, task and topic, against a table written by hand."""

from typing import get_args

import pytest

from shared.domain.commands import Actor, DeviceCommand, HubCommand, ProvenCommand, Role
from shared.domain.roles import ALSO, HEAD_AT_A_COUNTER, MAY, may_speak_as, topics_of
from shared.domain.tasks import AnyTask

ROLES = (
    Role.DISPENSER, Role.BOARD, Role.COUNTER, Role.PANEL, Role.KIOSK, Role.HEAD, Role.OBSERVER,
    Role.HUB,
)  # fmt: skip

COMMANDS = """
                  dispenser board counter panel kiosk head observer hub
IssueTicket       x         .     x       .     x     .    .        .
IssueTestTicket   x         .     x       .     .     .    .        .
PrintAgain        x         .     x       .     x     .    .        .
RecordPrint       x         .     x       .     x     .    .        .
ConfirmSlip       x         .     x       .     x     .    .        .
HandOverOnScreen  x         .     x       .     x     .    .        .
SignIn            .         .     x       .     .     .    .        .
SignOut           .         .     x       .     .     .    .        .
PauseCounter      .         .     x       .     .     .    .        .
ResumeCounter     .         .     x       .     .     .    .        .
CallNext          .         .     x       .     .     .    .        .
CallTicket        .         .     x       .     .     .    .        .
RecallTicket      .         .     x       .     .     .    .        .
BeginService      .         .     x       .     .     .    .        .
FinishService     .         .     x       .     .     .    .        .
AddService        .         .     x       .     .     .    .        .
TransferTicket    .         .     x       .     .     .    .        .
HoldTicket        .         .     x       .     .     .    .        .
ReleaseTicket     .         .     x       .     .     .    .        .
MarkMissed        .         .     x       .     .     .    .        .
RejoinQueue       .         .     x       .     .     .    .        .
CancelTicket      .         .     x       .     .     .    .        .
RateService       .         .     .       x     .     .    .        .
ConfirmShown      .         x     .       .     .     .    .        .
ConfirmSpoken     .         x     .       .     .     .    .        .
OpenDay           .         .     .       .     .     .    .        x
KeepTime          .         .     .       .     .     .    .        x
"""

TASKS = """
                  dispenser board counter panel kiosk head observer hub
SignInOfficer     .         .     x       .     .     .    .        .
SignInHead        .         .     x       .     .     .    .        .
SignOutHead       .         .     x       .     .     .    .        .
OpenPairing       .         .     .       .     .     x    .        .
ClosePairing      .         .     .       .     .     x    .        .
PairDevice        .         .     .       .     .     x    .        .
EnrolDevice       .         .     .       .     .     x    .        .
ListDevices       .         .     .       .     .     x    .        .
RenameDevice      .         .     .       .     .     x    .        .
RevokeDevice      .         .     .       .     .     x    .        .
ListOfficers      .         .     .       .     .     x    .        .
InviteOfficer     .         .     .       .     .     x    .        .
ForgetOfficer     .         .     .       .     .     x    .        .
"""

TOPICS = {
    Role.DISPENSER: ("setup/dispenser", "dispenser"),
    Role.BOARD: ("setup/board", "board/here"),
    Role.COUNTER: ("setup/counter", "counter/here"),
    Role.PANEL: ("setup/panel", "panel/here"),
    Role.KIOSK: ("setup/kiosk", "kiosk", "catalog", "asked"),
    Role.HEAD: ("setup/head", "kiosk"),
    Role.OBSERVER: ("setup/observer", "dispenser", "kiosk"),
    Role.HUB: (),
}


def cells(table: str) -> dict[tuple[str, Role], bool]:
    """Return the cells of a table: for each row and role whether it is allowed."""
    head, *rows = (line.split() for line in table.strip().splitlines())
    roles = [Role(name) for name in head]
    assert tuple(roles) == ROLES
    return {
        (name, role): mark == "x"
        for name, *marks in rows
        for role, mark in zip(roles, marks, strict=True)
    }


@pytest.mark.parametrize(("cell", "allowed"), cells(COMMANDS).items())
def test_a_command_is_for_its_roles(cell: tuple[str, Role], allowed: bool) -> None:
    name, role = cell
    assert (name in {kind.__name__ for kind in MAY[role].commands}) is allowed


@pytest.mark.parametrize(("cell", "allowed"), cells(TASKS).items())
def test_a_task_is_for_its_roles(cell: tuple[str, Role], allowed: bool) -> None:
    name, role = cell
    assert (name in {kind.__name__ for kind in MAY[role].tasks}) is allowed


@pytest.mark.parametrize("role", Role)
def test_a_role_is_told_its_topics(role: Role) -> None:
    assert topics_of(Actor(role=role, place="here")) == TOPICS[role]


def test_the_tables_here_name_everything() -> None:
    commands = {*get_args(DeviceCommand), ProvenCommand, *get_args(HubCommand)}
    assert {name for name, _ in cells(COMMANDS)} == {kind.__name__ for kind in commands}
    assert {name for name, _ in cells(TASKS)} == {kind.__name__ for kind in get_args(AnyTask)}


def test_the_head_at_a_counter_lets_nobody_in_without_a_code() -> None:
    names = {kind.__name__ for kind in HEAD_AT_A_COUNTER}
    allowed = {name for (name, role), yes in cells(TASKS).items() if yes and role is Role.HEAD}
    assert names == allowed - {"EnrolDevice"}


def test_only_a_counters_machine_speaks_as_two() -> None:
    pairs = {(own, spoken) for own in Role for spoken in Role if may_speak_as(own, spoken)}
    assert pairs == {(role, role) for role in Role} | {(Role.COUNTER, Role.PANEL)}
    assert set(ALSO) == {Role.COUNTER}


@pytest.mark.parametrize("role", Role)
def test_only_who_needs_it_may_ask_where_a_ticket_stands(role: Role) -> None:
    assert MAY[role].finds is (role in (Role.COUNTER, Role.KIOSK, Role.HEAD))
