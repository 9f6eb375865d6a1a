"""The ways in which the rules say no: typed refusals, shown to people by key and translated.

Refusals are values that ``decide`` returns; nothing here is raised. The words for each are in
shared/i18n/catalogue under ``refusals``, by the class name in snake case.
"""

from msgspec import Struct

from shared.domain.ids import ServiceId


class Refusal(Struct, frozen=True, tag=True, tag_field="refusal"):
    """The root of all refusals."""


class DayNotOpen(Refusal, frozen=True, tag=True):
    """The business day has not begun yet."""


class NotAllowed(Refusal, frozen=True, tag=True):
    """This kind of device may not ask this."""


class UnknownService(Refusal, frozen=True, tag=True):
    """No such service in this hall."""


class UnknownCategory(Refusal, frozen=True, tag=True):
    """No such priority category in this hall."""


class UnknownTicket(Refusal, frozen=True, tag=True):
    """No such ticket today."""


class UnknownCounter(Refusal, frozen=True, tag=True):
    """No such counter in this hall."""


class UnknownOfficer(Refusal, frozen=True, tag=True):
    """Nobody by that id may sign in here."""


class UnknownCall(Refusal, frozen=True, tag=True):
    """No such call today."""


class UnknownCopy(Refusal, frozen=True, tag=True):
    """No such copy of this ticket was to be printed."""


class NotByItself(Refusal, frozen=True, tag=True):
    """Nobody asked for another slip, and the rules want somebody to."""


class TooManyCopies(Refusal, frozen=True, tag=True):
    """This ticket was printed as often as it may be."""

    most: int


class ServiceClosed(Refusal, frozen=True, tag=True):
    """Closed now; ``opens_day`` (ISO date) and ``opens_min`` say when it opens, if known."""

    opens_day: str = ""
    opens_min: int = -1


class OnBreak(Refusal, frozen=True, tag=True):
    """On a break until ``until_min``, minutes after midnight of the business day."""

    until_min: int


class OnHoliday(Refusal, frozen=True, tag=True):
    """The hall is closed for a holiday (ISO ``date``); opens as for ServiceClosed."""

    date: str
    opens_day: str = ""
    opens_min: int = -1


class NumbersUsedUp(Refusal, frozen=True, tag=True):
    """Every number of the series has been given out today."""

    service: ServiceId


class QuotaUsedUp(Refusal, frozen=True, tag=True):
    """The service takes no more people today."""

    service: ServiceId
    quota: int


class NumberHeld(Refusal, frozen=True, tag=True):
    """This person already has a living ``number`` in this field."""

    number: str


class CounterShut(Refusal, frozen=True, tag=True):
    """Nobody is signed in at this counter."""


class CounterResting(Refusal, frozen=True, tag=True):
    """The counter is paused."""


class CounterOccupied(Refusal, frozen=True, tag=True):
    """Somebody else is signed in at this counter."""


class CounterBusy(Refusal, frozen=True, tag=True):
    """A citizen is still called or served at this counter."""

    number: str


class NobodyAtCounter(Refusal, frozen=True, tag=True):
    """No citizen is called or served at this counter."""


class NotBegun(Refusal, frozen=True, tag=True):
    """The citizen has been called, but the service has not begun."""


class AlreadyBegun(Refusal, frozen=True, tag=True):
    """The service has begun; calling is over."""


class NothingWaiting(Refusal, frozen=True, tag=True):
    """Nobody waits for this counter."""


class ReasonMissing(Refusal, frozen=True, tag=True):
    """Calling out of order needs a reason."""


class NotServedHere(Refusal, frozen=True, tag=True):
    """This counter does not serve that ticket."""


class WrongState(Refusal, frozen=True, tag=True):
    """The ticket is not in a state that allows this; ``state`` is the one it is in."""

    state: str


class TooSoon(Refusal, frozen=True, tag=True):
    """The citizen needs time to come: ``wait_s`` more seconds."""

    wait_s: int


class CallAgainFirst(Refusal, frozen=True, tag=True):
    """Not missed yet: ``left`` more calls are due."""

    left: int


class ReturnTooLate(Refusal, frozen=True, tag=True):
    """The time for coming back has passed; a new number is needed."""

    within_min: int


class TooManyServices(Refusal, frozen=True, tag=True):
    """The visit holds as many services as it may."""

    most: int


class NowhereToSend(Refusal, frozen=True, tag=True):
    """A transfer needs a service or another counter."""


class TimePassed(Refusal, frozen=True, tag=True):
    """The return time lies in the past."""


class RatingShut(Refusal, frozen=True, tag=True):
    """This ticket cannot be rated here now."""


class UnknownMark(Refusal, frozen=True, tag=True):
    """No such mark or reason in this hall."""


class NothingSaid(Refusal, frozen=True, tag=True):
    """A message needs a reason or words."""


class TooManyMessages(Refusal, frozen=True, tag=True):
    """This kiosk has handed in many messages; the next one is taken in ``wait_min`` minutes."""

    wait_min: int


class WrongSecret(Refusal, frozen=True, tag=True):
    """The PIN, password or one-time code is wrong."""


class SecretTooWeak(Refusal, frozen=True, tag=True):
    """The new PIN or password is too short or too easily guessed."""


class SecretNotChosen(Refusal, frozen=True, tag=True):
    """Nobody has chosen a PIN or password yet: a one-time code is needed."""


class TryLater(Refusal, frozen=True, tag=True):
    """Too many wrong tries: wait ``wait_s`` seconds."""

    wait_s: int


class HeadIdle(Refusal, frozen=True, tag=True):
    """The head did nothing here for ``minutes`` and must sign in again."""

    minutes: int


class PairingShut(Refusal, frozen=True, tag=True):
    """No new device may be let in now."""


class WrongCode(Refusal, frozen=True, tag=True):
    """The code is not the one on that device's screen; ``left`` more may be tried."""

    left: int


class UnknownDevice(Refusal, frozen=True, tag=True):
    """No such device, or more than one begins so."""


class UnknownPlace(Refusal, frozen=True, tag=True):
    """The hall file has no such place for this kind of device."""


AnyRefusal = (
    DayNotOpen
    | NotAllowed
    | UnknownService
    | UnknownCategory
    | UnknownTicket
    | UnknownCounter
    | UnknownOfficer
    | UnknownCall
    | UnknownCopy
    | NotByItself
    | TooManyCopies
    | ServiceClosed
    | OnBreak
    | OnHoliday
    | NumbersUsedUp
    | QuotaUsedUp
    | NumberHeld
    | CounterShut
    | CounterResting
    | CounterOccupied
    | CounterBusy
    | NobodyAtCounter
    | NotBegun
    | AlreadyBegun
    | NothingWaiting
    | ReasonMissing
    | NotServedHere
    | WrongState
    | TooSoon
    | CallAgainFirst
    | ReturnTooLate
    | TooManyServices
    | NowhereToSend
    | TimePassed
    | RatingShut
    | UnknownMark
    | NothingSaid
    | TooManyMessages
    | WrongSecret
    | SecretTooWeak
    | SecretNotChosen
    | TryLater
    | HeadIdle
    | PairingShut
    | WrongCode
    | UnknownDevice
    | UnknownPlace
)
