"""What a command brings about: events, or a refusal. Pure and total.

Here: which module decides what. Each decision reads the hall, never
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
from shared.domain.roles import MAY

Decision = tuple[Event, ...] | AnyRefusal
Decider = Callable[[Hall, Any, int, Actor], tuple[Event, ...]]

RULES: dict[type[Command], Decider] = {
    commands.IssueTicket: issuing.issue,
    commands.IssueTestTicket: issuing.issue_test,
    commands.PrintAgain: printing.print_again,
    commands.RecordPrint: printing.record,
    commands.ConfirmSlip: printing.confirm,
    commands.HandOverOnScreen: printing.hand_over,
    commands.SignIn: counters.sign_in,
    commands.SignOut: counters.sign_out,
    commands.PauseCounter: counters.pause,
    commands.ResumeCounter: counters.resume,
    commands.CallNext: serving.call_next,
    commands.CallTicket: serving.call_ticket,
    commands.RecallTicket: serving.recall,
    commands.BeginService: serving.begin,
    commands.FinishService: serving.finish,
    commands.AddService: serving.add_service,
    commands.TransferTicket: moving.transfer,
    commands.HoldTicket: moving.hold,
    commands.ReleaseTicket: moving.release,
    commands.MarkMissed: moving.mark_missed,
    commands.RejoinQueue: moving.rejoin,
    commands.CancelTicket: moving.cancel,
    commands.RateService: rating.rate,
    commands.ConfirmShown: confirming.shown,
    commands.ConfirmSpoken: confirming.spoken,
    commands.OpenDay: day.open_day,
    commands.KeepTime: day.keep_time,
}
"""For each command who decides it; who may ask it stands in shared.domain.roles."""


def decide(hall: Hall, command: Command, *, now: int, actor: Actor) -> Decision:
    """Return the events a command brings about, in order, or the refusal.

    ``now`` is UTC milliseconds; a moment before the newest event counts as that event's.
    No events means that what was asked is so already. Never raises for bad input.
    """
    if type(command) not in MAY[actor.role].commands:
        return NotAllowed()
    moment = max(now, hall.at_ms)
    if actor.role is not Role.HUB and (not hall.day or day_due(hall, moment)):
        return DayNotOpen()
    try:
        return RULES[type(command)](hall, command, moment, actor)
    except Refused as refused:
        return refused.refusal
