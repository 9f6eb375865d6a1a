"""Which role may ask, do and see what: the one table, role by command, task and topic. Pure.

The hub takes a device's role from its own list of devices, by the certificate.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain import commands as do
from shared.domain import tasks
from shared.domain.commands import Actor, Command, Role
from shared.domain.tasks import Task


@dataclass(frozen=True, slots=True)
class May:
    """What one role may. ``{place}`` in a topic is the device's own place.

    ``finds`` tells whether it may ask where a ticket stands; ``looks_up`` whether it may fetch
    procedures, tell which are read, ask how a dossier stands, and hand in what people write.
    """

    commands: frozenset[type[Command]] = frozenset()
    tasks: frozenset[type[Task]] = frozenset()
    topics: tuple[str, ...] = ()
    finds: bool = False
    looks_up: bool = False


NUMBERS_AND_PAPER: frozenset[type[Command]] = frozenset(
    {
        do.IssueTicket,
        do.IssueTestTicket,
        do.PrintAgain,
        do.RecordPrint,
        do.ConfirmSlip,
        do.HandOverOnScreen,
    }
)
"""What a device with a ticket printer needs, whoever stands before it."""

MAY: Mapping[Role, May] = {
    Role.DISPENSER: May(
        commands=NUMBERS_AND_PAPER,
        topics=("setup/dispenser", "dispenser"),
    ),
    Role.BOARD: May(
        commands=frozenset({do.ConfirmShown, do.ConfirmSpoken}),
        topics=("setup/board", "board/{place}"),
    ),
    Role.COUNTER: May(
        commands=NUMBERS_AND_PAPER
        | frozenset(
            {
                do.SignIn,
                do.SignOut,
                do.PauseCounter,
                do.ResumeCounter,
                do.CallNext,
                do.CallTicket,
                do.RecallTicket,
                do.BeginService,
                do.FinishService,
                do.AddService,
                do.TransferTicket,
                do.HoldTicket,
                do.ReleaseTicket,
                do.MarkMissed,
                do.RejoinQueue,
                do.CancelTicket,
            }
        ),
        tasks=frozenset({tasks.SignInOfficer, tasks.SignInHead, tasks.SignOutHead}),
        topics=("setup/counter", "counter/{place}"),
        finds=True,
    ),
    Role.PANEL: May(
        commands=frozenset({do.RateService}),
        topics=("setup/panel", "panel/{place}"),
    ),
    Role.KIOSK: May(
        commands=NUMBERS_AND_PAPER - {do.IssueTestTicket},
        topics=("setup/kiosk", "kiosk", "catalog", "asked"),
        finds=True,
        looks_up=True,
    ),
    Role.HEAD: May(
        tasks=frozenset(
            {
                tasks.OpenPairing,
                tasks.ClosePairing,
                tasks.PairDevice,
                tasks.EnrolDevice,
                tasks.ListDevices,
                tasks.RenameDevice,
                tasks.RevokeDevice,
                tasks.ListOfficers,
                tasks.InviteOfficer,
                tasks.ForgetOfficer,
            }
        ),
        topics=("setup/head", "kiosk"),
        finds=True,
    ),
    Role.OBSERVER: May(topics=("setup/observer", "dispenser", "kiosk")),
    Role.HUB: May(commands=frozenset({do.OpenDay, do.KeepTime})),
}

HEAD_AT_A_COUNTER: frozenset[type[Task]] = MAY[Role.HEAD].tasks - {tasks.EnrolDevice}
"""What the head may do at a counter's window once signed in there."""

ALSO: Mapping[Role, frozenset[Role]] = {Role.COUNTER: frozenset({Role.PANEL})}
"""A device of the first role may also speak as these: a counter's machine has both windows."""


def may_speak_as(enrolled: Role, spoken: Role) -> bool:
    """Tell whether a device of one role may open a connection as another."""
    return spoken is enrolled or spoken in ALSO.get(enrolled, frozenset())


def topics_of(actor: Actor) -> tuple[str, ...]:
    """Return the topics a device is told, by its role and place."""
    return tuple(topic.format(place=actor.place) for topic in MAY[actor.role].topics)
