"""What the hub tells the devices: small typed values, always the whole newest state.

Each value is made from the hall by shared.hub.topics and shown by one kind of device.
Times are UTC milliseconds of the hub's clock. Nothing here is personal.
"""

from msgspec import Struct

from shared.domain.commands import Role
from shared.domain.devices import Devices
from shared.domain.errors import AnyRefusal
from shared.domain.hall import CounterState, TicketState
from shared.domain.ids import CategoryId, CounterId, FieldId, OfficerId, ServiceId, TicketId
from shared.domain.plan import Plan


class Value(Struct, frozen=True, tag=True, tag_field="value"):
    """The root of all topic values."""


class Setup(Value, frozen=True, tag=True):
    """Topic ``setup``, to everybody: names, services, counters, rules, devices."""

    plan: Plan
    devices: Devices


class ServiceNow(Struct, frozen=True):
    """A service on the dispenser: people waiting, and why no number is given now, if so."""

    service: ServiceId
    waiting: int
    refusal: AnyRefusal | None = None


class DispenserNow(Value, frozen=True, tag=True):
    """Topic ``dispenser``: all services; ``refusal`` when the whole hall gives no numbers."""

    day: str
    services: tuple[ServiceNow, ...]
    refusal: AnyRefusal | None = None


class CounterNow(Struct, frozen=True):
    """A counter on a board; ``stage`` is waiting, called or serving in words of tickets."""

    counter: CounterId
    state: CounterState
    number: str = ""
    serving: bool = False
    called_ms: int = 0


class CallLine(Struct, frozen=True):
    """One of the last calls, newest first."""

    call: int
    number: str
    counter: CounterId
    at_ms: int


class FieldWaiting(Struct, frozen=True):
    """How many people wait for a top field's services."""

    field: FieldId
    waiting: int


class DossierCount(Struct, frozen=True):
    """The dossiers of a period: received, done on time, overdue."""

    received: int
    on_time: int
    overdue: int


class Figures(Struct, frozen=True):
    """The hall's dossiers, as its source told them at ``synced_ms``.

    ``today`` is null when that was on another day. ``ready`` are the codes of what can be
    collected, the newest first, and no more than a board can show.
    """

    today: DossierCount | None
    month: DossierCount
    ready: tuple[str, ...]
    synced_ms: int


class BoardNow(Value, frozen=True, tag=True):
    """Topic ``board``: the counters of this board; ``figures`` is null while unknown."""

    day: str
    counters: tuple[CounterNow, ...]
    last_calls: tuple[CallLine, ...]
    waiting: tuple[FieldWaiting, ...]
    figures: Figures | None = None


class Announcement(Struct, frozen=True):
    """A call that this board must show and speak once; ``call`` numbers rise by the day.

    ``day`` and ``call`` together are unique. ``number`` and ``label`` are what to show.
    """

    day: str
    call: int
    number: str
    counter: CounterId
    label: str
    at_ms: int
    times: int


class TicketAtCounter(Struct, frozen=True):
    """The ticket called or served at a counter. ``may_recall_ms`` is when it may be called again.

    ``calls_left`` calls are due before it may be marked as missed.
    """

    ticket: TicketId
    number: str
    service: ServiceId
    state: TicketState
    category: CategoryId | None
    further: tuple[ServiceId, ...]
    issued_ms: int
    calls: int
    calls_left: int
    may_recall_ms: int
    begun_ms: int
    returns_to: CounterId | None = None


class WaitingTicket(Struct, frozen=True):
    """Somebody waiting for this counter, in calling order; late from ``target_ms`` on."""

    ticket: TicketId
    number: str
    service: ServiceId
    category: CategoryId | None
    waiting_since_ms: int
    target_ms: int
    bound: bool = False


class HeldTicket(Struct, frozen=True):
    """A ticket parked at this counter."""

    ticket: TicketId
    number: str
    service: ServiceId
    reason: str
    until_ms: int | None


class MissedTicket(Struct, frozen=True):
    """A missed ticket of this counter's services that may rejoin until ``until_ms``."""

    ticket: TicketId
    number: str
    service: ServiceId
    until_ms: int


class LastCall(Struct, frozen=True):
    """The counter's last call; times null until a board confirmed. ``boards`` show this counter."""

    call: int
    number: str
    at_ms: int
    shown_ms: int | None
    spoken_ms: int | None
    boards: int
    voices: int


class Alarm(Struct, frozen=True):
    """Something in the hall that staff should see to; ``kind`` is a key with words.

    ``role`` and ``place`` are the device's. Kinds: those of Report, device_away, clock_doubtful,
    and slip_unsure: the citizen with this ``number`` may stand there without paper. ``second``
    and ``count`` are Report's.
    """

    kind: str
    role: Role
    place: str
    since_ms: int
    number: str = ""
    second: bool = False
    count: int = 0


class CounterDesk(Value, frozen=True, tag=True):
    """Topic ``counter``: what the officer of one counter works with."""

    counter: CounterId
    state: CounterState
    officer: OfficerId | None
    pause_reason: str
    current: TicketAtCounter | None
    waiting: tuple[WaitingTicket, ...]
    held: tuple[HeldTicket, ...]
    missed: tuple[MissedTicket, ...]
    finished_today: int
    missed_today: int
    last_call: LastCall | None
    alarms: tuple[Alarm, ...]


class PanelNow(Value, frozen=True, tag=True):
    """Topic ``panel``: what the citizen at one counter sees.

    ``rating`` is the ticket that may be rated now; ``number`` the one called or served.
    """

    counter: CounterId
    state: CounterState
    officer: OfficerId | None
    pause_reason: str
    number: str
    serving: bool
    rating: TicketId | None
    rating_until_ms: int = 0


class KioskNow(Value, frozen=True, tag=True):
    """Topic ``kiosk``: how many people wait in the hall."""

    day: str
    waiting: int


class CatalogNow(Value, frozen=True, tag=True):
    """Topic ``catalog``: which catalogue of procedures the hall has; "" for none.

    ``version`` is a hash of its bytes; whoever has others asks with FetchCatalog.
    """

    version: str


class AskedNow(Value, frozen=True, tag=True):
    """Topic ``asked``: how often the procedures asked for most were opened in this month.

    ``month`` is like ``2026-11``; over all kiosks of the hall, and of people nothing.
    """

    month: str
    counts: dict[str, int]


TopicValue = (
    Setup | DispenserNow | BoardNow | CounterDesk | PanelNow | KioskNow | CatalogNow | AskedNow
)
