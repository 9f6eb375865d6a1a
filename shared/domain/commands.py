"""What people and devices may ask of the hall; each is decided in shared.domain.decide.

Commands travel as JSON objects whose ``do`` names the command. They never say who asks:
the hub knows the actor from the connection. Limits on text keep every frame small.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from shared.domain.ids import CategoryId, CounterId, OfficerId, ServiceId, TicketId
from shared.domain.slips import PrintOutcome, Proof

Reason = Annotated[str, Meta(max_length=200)]
DossierCode = Annotated[str, Meta(min_length=1, max_length=40)]
PrinterAddress = Annotated[str, Meta(max_length=200)]
Copy = Annotated[int, Meta(ge=1, le=99)]
MAX_SERVICES_A_VISIT = 5


class Role(StrEnum):
    """What kind of device speaks."""

    DISPENSER = "dispenser"
    BOARD = "board"
    COUNTER = "counter"
    PANEL = "panel"
    KIOSK = "kiosk"
    HEAD = "head"
    OBSERVER = "observer"
    HUB = "hub"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: the device's role and its place (``main``, or the counter's or board's id)."""

    role: Role
    place: str


HUB = Actor(role=Role.HUB, place="hub")
"""The hub itself, which lets time pass."""


class Outcome(StrEnum):
    """How a service ended."""

    ACCEPTED = "accepted"
    SUPPLEMENT = "supplement"
    REFUSED = "refused"
    RETURNED = "returned"
    ADVICE = "advice"


class Command(Struct, frozen=True, tag=True, tag_field="do", forbid_unknown_fields=True):
    """The root of all commands."""


class IssueTicket(Command, frozen=True, tag=True):
    """Take a number for a service; ``further`` services follow in the same visit.

    ``printer`` is the address of the printer that will print it now; "" if none will.
    ``person`` is the number of the citizen's ID card, if the service asks for it and the citizen
    held it to the scanner; the hub makes a mark of it before anything else sees it.
    """

    service: ServiceId
    further: Annotated[tuple[ServiceId, ...], Meta(max_length=MAX_SERVICES_A_VISIT - 1)] = ()
    category: CategoryId | None = None
    language: Annotated[str, Meta(max_length=8)] = "vi"
    printer: PrinterAddress = ""
    person: Annotated[str, Meta(max_length=32, pattern="^[0-9a-f]*$")] = ""


class IssueTestTicket(Command, frozen=True, tag=True):
    """Print a ticket outside every series, to try the printer; nobody waits for it."""


class PrintAgain(Command, frozen=True, tag=True):
    """Order another slip of a ticket; ``by_itself`` when nobody asked for it."""

    ticket: TicketId
    printer: Annotated[str, Meta(min_length=1, max_length=200)]
    by_itself: bool = False


class RecordPrint(Command, frozen=True, tag=True):
    """Tell how printing a copy ended; ``trouble`` is a key that says what was wrong, or "".

    ``proof`` says what a printed copy is known by.
    """

    ticket: TicketId
    copy: Copy
    outcome: PrintOutcome
    proof: Proof | None = None
    trouble: Annotated[str, Meta(max_length=40)] = ""


class ConfirmSlip(Command, frozen=True, tag=True):
    """Somebody who looked says that the ticket's slip came out."""

    ticket: TicketId


class HandOverOnScreen(Command, frozen=True, tag=True):
    """The citizen has taken the number from the screen, without paper."""

    ticket: TicketId


class SignIn(Command, frozen=True, tag=True):
    """Open this counter with an officer, who has shown a PIN (``SignInOfficer``)."""

    officer: OfficerId


class SignOut(Command, frozen=True, tag=True):
    """Close this counter."""


class PauseCounter(Command, frozen=True, tag=True):
    """Pause this counter; the reason is one of the hall file's, or words."""

    reason: Annotated[str, Meta(min_length=1, max_length=200)]


class ResumeCounter(Command, frozen=True, tag=True):
    """End this counter's pause."""


class CallNext(Command, frozen=True, tag=True):
    """Call whoever is next by the rule."""


class CallTicket(Command, frozen=True, tag=True):
    """Call a chosen ticket; out of order only with a reason."""

    ticket: TicketId
    reason: Reason = ""


class RecallTicket(Command, frozen=True, tag=True):
    """Call the ticket at this counter once more."""


class BeginService(Command, frozen=True, tag=True):
    """The citizen has come to the counter."""


class FinishService(Command, frozen=True, tag=True):
    """The service at this counter is done; further services of the visit follow by themselves."""

    outcome: Outcome
    dossiers: Annotated[tuple[DossierCode, ...], Meta(max_length=10)] = ()


class AddService(Command, frozen=True, tag=True):
    """The citizen at this counter needs another service in the same visit."""

    service: ServiceId


class TransferTicket(Command, frozen=True, tag=True):
    """Send the citizen on to a service or a counter; ``returns`` brings them back here."""

    service: ServiceId | None = None
    counter: CounterId | None = None
    returns: bool = False


class HoldTicket(Command, frozen=True, tag=True):
    """Park the ticket of this counter; at ``until_ms`` (UTC) it waits again."""

    reason: Annotated[str, Meta(min_length=1, max_length=200)]
    until_ms: int | None = None


class ReleaseTicket(Command, frozen=True, tag=True):
    """Let a held ticket wait again."""

    ticket: TicketId


class MarkMissed(Command, frozen=True, tag=True):
    """The called citizen has not come."""


class RejoinQueue(Command, frozen=True, tag=True):
    """A missed citizen is back and waits again, by the rule for returning."""

    ticket: TicketId


class CancelTicket(Command, frozen=True, tag=True):
    """The ticket ends without service."""

    ticket: TicketId
    reason: Annotated[str, Meta(min_length=1, max_length=200)]


class RateService(Command, frozen=True, tag=True):
    """The citizen's mark for the service just finished at this counter."""

    ticket: TicketId
    level: Annotated[str, Meta(max_length=40)]
    reasons: Annotated[tuple[Annotated[str, Meta(max_length=40)], ...], Meta(max_length=10)] = ()


class ConfirmShown(Command, frozen=True, tag=True):
    """This board has painted a call."""

    call: int


class ConfirmSpoken(Command, frozen=True, tag=True):
    """This board has spoken a call to its end."""

    call: int


class OpenDay(Command, frozen=True, tag=True):
    """Begin the business day that is due; only the hub asks, with a fresh random key (hex)."""

    key: Annotated[str, Meta(min_length=32, max_length=64)]


class KeepTime(Command, frozen=True, tag=True):
    """Let everything happen that is due by now; only the hub asks, once a second."""


DeviceCommand = (
    IssueTicket
    | IssueTestTicket
    | PrintAgain
    | RecordPrint
    | ConfirmSlip
    | HandOverOnScreen
    | SignOut
    | PauseCounter
    | ResumeCounter
    | CallNext
    | CallTicket
    | RecallTicket
    | BeginService
    | FinishService
    | AddService
    | TransferTicket
    | HoldTicket
    | ReleaseTicket
    | MarkMissed
    | RejoinQueue
    | CancelTicket
    | RateService
    | ConfirmShown
    | ConfirmSpoken
)
"""What may arrive over the network."""

ProvenCommand = SignIn
"""What the hub asks in the name of a counter, once an officer has shown a PIN there."""

HubCommand = OpenDay | KeepTime
"""What only the hub itself may ask."""
