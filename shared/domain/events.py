"""What has happened in the hall: the only truth, in the order it was written.

Events hold everything ``apply`` needs; none is ever changed or taken back. Times are in the
log's row, not in the event. No event holds anything personal.
"""

from msgspec import Struct

from shared.domain.commands import Outcome
from shared.domain.ids import BoardId, CategoryId, CounterId, OfficerId, ServiceId, TicketId
from shared.domain.slips import PrintOutcome, Proof


class Event(Struct, frozen=True, tag=True, tag_field="event"):
    """The root of all events."""


class DayOpened(Event, frozen=True, tag=True):
    """A business day (ISO date) began; numbers start anew. ``key`` (hex) keys its tokens."""

    day: str
    key: str


class DayClosed(Event, frozen=True, tag=True):
    """The business day ended."""

    day: str


class TicketIssued(Event, frozen=True, tag=True):
    """Somebody waits. ``place`` is the arrival's rank in the day; ``serial`` the number's.

    ``person`` is the mark of an ID card for this day and field, "" for none; nobody can tell
    whose once the day's key is thrown away.
    """

    ticket: TicketId
    number: str
    token: str
    serial: int
    service: ServiceId
    place: int
    further: tuple[ServiceId, ...] = ()
    category: CategoryId | None = None
    language: str = "vi"
    counter: CounterId | None = None
    person: str = ""


class TrialTicketIssued(Event, frozen=True, tag=True):
    """A ticket was made only to try the printer."""

    serial: int


class PrintQueued(Event, frozen=True, tag=True):
    """The new ticket's slip is to be printed; not a byte of it was sent before this was written."""

    ticket: TicketId
    printer: str


class ReprintQueued(Event, frozen=True, tag=True):
    """Another copy is to be printed: ``marked`` if a slip of this number may exist already."""

    ticket: TicketId
    copy: int
    printer: str
    marked: bool
    by_itself: bool


class TicketPrinted(Event, frozen=True, tag=True):
    """A copy came out, as far as ``proof`` goes."""

    ticket: TicketId
    copy: int
    proof: Proof


class PrintFailed(Event, frozen=True, tag=True):
    """A copy did not come out, or nobody knows whether it did; ``trouble`` says why."""

    ticket: TicketId
    copy: int
    outcome: PrintOutcome
    trouble: str = ""


class SlipConfirmed(Event, frozen=True, tag=True):
    """Somebody looked: the slip is there."""

    ticket: TicketId


class HandedOverOnScreen(Event, frozen=True, tag=True):
    """The citizen has the number from the screen, without paper."""

    ticket: TicketId


class TicketCalled(Event, frozen=True, tag=True):
    """A citizen is asked to a counter; ``reason`` marks an officer's exception."""

    ticket: TicketId
    counter: CounterId
    call: int
    reason: str = ""


class TicketRecalled(Event, frozen=True, tag=True):
    """The same citizen is asked again."""

    ticket: TicketId
    counter: CounterId
    call: int


class ServiceBegun(Event, frozen=True, tag=True):
    """The citizen stands at the counter."""

    ticket: TicketId
    counter: CounterId


class ServiceFinished(Event, frozen=True, tag=True):
    """One service of the visit is done."""

    ticket: TicketId
    counter: CounterId
    service: ServiceId
    outcome: Outcome
    dossiers: tuple[str, ...] = ()


class ServiceContinued(Event, frozen=True, tag=True):
    """The visit goes on at the same counter with its next service."""

    ticket: TicketId
    counter: CounterId
    service: ServiceId


class VisitContinued(Event, frozen=True, tag=True):
    """The visit goes on elsewhere: the citizen waits for its next service."""

    ticket: TicketId
    service: ServiceId


class TicketReturned(Event, frozen=True, tag=True):
    """After a transfer with return the citizen waits for the first counter again."""

    ticket: TicketId
    service: ServiceId
    counter: CounterId


class TicketFinished(Event, frozen=True, tag=True):
    """The visit is over; its rating opens at this counter."""

    ticket: TicketId
    counter: CounterId


class ServiceAdded(Event, frozen=True, tag=True):
    """Another service was added to the visit."""

    ticket: TicketId
    service: ServiceId


class TicketTransferred(Event, frozen=True, tag=True):
    """The citizen was sent on and waits again, for anybody or for one ``counter``."""

    ticket: TicketId
    origin: CounterId
    service: ServiceId
    counter: CounterId | None = None
    returns: bool = False


class TicketHeld(Event, frozen=True, tag=True):
    """The ticket is parked at a counter."""

    ticket: TicketId
    counter: CounterId
    reason: str
    until_ms: int | None = None


class TicketReleased(Event, frozen=True, tag=True):
    """A held ticket waits again for the counter that held it."""

    ticket: TicketId
    counter: CounterId


class TicketMissed(Event, frozen=True, tag=True):
    """The called citizen did not come."""

    ticket: TicketId
    counter: CounterId


class TicketRejoined(Event, frozen=True, tag=True):
    """A missed citizen waits again at the old place."""

    ticket: TicketId


class TicketCancelled(Event, frozen=True, tag=True):
    """The ticket ended without service."""

    ticket: TicketId
    reason: str


class CounterOpened(Event, frozen=True, tag=True):
    """An officer sat down."""

    counter: CounterId
    officer: OfficerId


class CounterClosed(Event, frozen=True, tag=True):
    """The officer left, or has done nothing for so long that the hub took it for that."""

    counter: CounterId


class CounterPaused(Event, frozen=True, tag=True):
    """The counter rests for a reason."""

    counter: CounterId
    reason: str


class CounterResumed(Event, frozen=True, tag=True):
    """The counter works again."""

    counter: CounterId


class CallShown(Event, frozen=True, tag=True):
    """A board painted a call."""

    call: int
    board: BoardId


class CallSpoken(Event, frozen=True, tag=True):
    """A board spoke a call to its end."""

    call: int
    board: BoardId


class ServiceRated(Event, frozen=True, tag=True):
    """The citizen gave a mark."""

    ticket: TicketId
    counter: CounterId
    level: str
    reasons: tuple[str, ...] = ()


class RatingUnanswered(Event, frozen=True, tag=True):
    """The rating closed without a mark, and counts as that."""

    ticket: TicketId
    counter: CounterId


AnyEvent = (
    DayOpened
    | DayClosed
    | TicketIssued
    | TrialTicketIssued
    | PrintQueued
    | ReprintQueued
    | TicketPrinted
    | PrintFailed
    | SlipConfirmed
    | HandedOverOnScreen
    | TicketCalled
    | TicketRecalled
    | ServiceBegun
    | ServiceFinished
    | ServiceContinued
    | VisitContinued
    | TicketReturned
    | TicketFinished
    | ServiceAdded
    | TicketTransferred
    | TicketHeld
    | TicketReleased
    | TicketMissed
    | TicketRejoined
    | TicketCancelled
    | CounterOpened
    | CounterClosed
    | CounterPaused
    | CounterResumed
    | CallShown
    | CallSpoken
    | ServiceRated
    | RatingUnanswered
)
