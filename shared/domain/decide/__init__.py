"""What a command brings about: events, or a refusal. Pure and total.

Here: who may ask what, and which module decides it. Each decision reads the hall, never
changes it; the rule of order is in shared.domain.calling, opening hours in opening.
"""

from collections.abc import Callable
from typing import Any

from shared.domain import commands
from shared.domain.commands import Actor, Command, Role
from shared.domain.decide import (
    confirming,
    counters,
    day,
    issuing,
    moving,
    printing,
    rating,
    serving,
)
from shared.domain.decide.guards import Refused
from shared.domain.errors import AnyRefusal, DayNotOpen, NotAllowed
from shared.domain.events import Event
from shared.domain.hall import Hall
from shared.domain.opening import day_due

Decision = tuple[Event, ...] | AnyRefusal
Decider = Callable[[Hall, Any, int, Actor], tuple[Event, ...]]

HANDS_OUT = frozenset({Role.DISPENSER, Role.COUNTER, Role.KIOSK})
"""Devices that give numbers, and slips with them."""

RULES: dict[type[Command], tuple[Decider, frozenset[Role]]] = {
    commands.IssueTicket: (issuing.issue, HANDS_OUT),
    commands.IssueTestTicket: (issuing.issue_test, frozenset({Role.DISPENSER, Role.COUNTER})),
    commands.PrintAgain: (printing.print_again, HANDS_OUT),
    commands.RecordPrint: (printing.record, HANDS_OUT),
    commands.ConfirmSlip: (printing.confirm, HANDS_OUT),
    commands.HandOverOnScreen: (printing.hand_over, HANDS_OUT),
    commands.SignIn: (counters.sign_in, frozenset({Role.COUNTER})),
    commands.SignOut: (counters.sign_out, frozenset({Role.COUNTER})),
    commands.PauseCounter: (counters.pause, frozenset({Role.COUNTER})),
    commands.ResumeCounter: (counters.resume, frozenset({Role.COUNTER})),
    commands.CallNext: (serving.call_next, frozenset({Role.COUNTER})),
    commands.CallTicket: (serving.call_ticket, frozenset({Role.COUNTER})),
    commands.RecallTicket: (serving.recall, frozenset({Role.COUNTER})),
    commands.BeginService: (serving.begin, frozenset({Role.COUNTER})),
    commands.FinishService: (serving.finish, frozenset({Role.COUNTER})),
    commands.AddService: (serving.add_service, frozenset({Role.COUNTER})),
    commands.TransferTicket: (moving.transfer, frozenset({Role.COUNTER})),
    commands.HoldTicket: (moving.hold, frozenset({Role.COUNTER})),
    commands.ReleaseTicket: (moving.release, frozenset({Role.COUNTER})),
    commands.MarkMissed: (moving.mark_missed, frozenset({Role.COUNTER})),
    commands.RejoinQueue: (moving.rejoin, frozenset({Role.COUNTER})),
    commands.CancelTicket: (moving.cancel, frozenset({Role.COUNTER})),
    commands.RateService: (rating.rate, frozenset({Role.PANEL})),
    commands.ConfirmShown: (confirming.shown, frozenset({Role.BOARD})),
    commands.ConfirmSpoken: (confirming.spoken, frozenset({Role.BOARD})),
    commands.OpenDay: (day.open_day, frozenset({Role.HUB})),
    commands.KeepTime: (day.keep_time, frozenset({Role.HUB})),
}
"""For each command who decides it, and which kinds of device may ask it."""


def decide(hall: Hall, command: Command, *, now: int, actor: Actor) -> Decision:
    """Return the events a command brings about, in order, or the refusal.

    ``now`` is UTC milliseconds; a moment before the newest event counts as that event's.
    No events means that what was asked is so already. Never raises for bad input.
    """
    decider, askers = RULES[type(command)]
    if actor.role not in askers:
        return NotAllowed()
    moment = max(now, hall.at_ms)
    if actor.role is not Role.HUB and (not hall.day or day_due(hall, moment)):
        return DayNotOpen()
    try:
        return decider(hall, command, moment, actor)
    except Refused as refused:
        return refused.refusal
