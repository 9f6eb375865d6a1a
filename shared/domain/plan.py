"""What a hall is set up to do: services, counters, categories, rules and hours.

Plain frozen values, made from the hall file by shared.config. What the devices look like
and show is in devices; what is so right now is in hall.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.domain.ids import CategoryId, CounterId, FieldId, Names, OfficerId, SeriesId, ServiceId

HO_CHI_MINH_OFFSET_MIN = 7 * 60
"""Minutes ahead of UTC; Asia/Ho_Chi_Minh has no summer time."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a business day, in minutes after its midnight; ``end_min`` is not in it.

    ``end_min`` above 1440 reaches past midnight and still belongs to the same business day.
    """

    start_min: int
    end_min: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours by weekday, Monday first; the gaps between spans are the breaks."""

    week: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A run of ticket numbers: ``prefix`` and ``first`` to ``last``, once each a business day."""

    id: SeriesId
    prefix: str
    first: int
    last: int

    @property
    def digits(self) -> int:
        """Digits printed, at least three."""
        return max(3, len(str(self.last)))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work (lĩnh vực), or a group within one when it has a parent."""

    id: FieldId
    names: Names
    short_names: Names
    parent: FieldId | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Something citizens take a number for. Waits and durations are in minutes.

    ``procedures`` are the national procedures it is for: their codes, or whole fields of them.
    ``asks_card`` tells whether people may show an ID card, to hold one living number at most.
    """

    id: ServiceId
    field: FieldId
    names: Names
    short_names: Names
    series: SeriesId
    bring: tuple[Names, ...] = ()
    hours: Hours | None = None
    quota: int | None = None
    target_wait_min: int = 30
    expected_service_min: int = 10
    procedures: tuple[str, ...] = ()
    asks_card: bool = False


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter: what stands on its sign, what it serves, and when it is staffed."""

    id: CounterId
    label: str
    names: Names
    serves: tuple[ServiceId, ...]
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who may sign in at a counter; the log holds the id, never the name."""

    id: OfficerId
    display_name: str


@dataclass(frozen=True, slots=True)
class Category:
    """People who are called before others; ``min_age`` only words the question asked."""

    id: CategoryId
    names: Names
    min_age: int | None = None


@dataclass(frozen=True, slots=True)
class RatingLevel:
    """One of the three to five marks, best first; a poor one is asked for its reason."""

    id: str
    names: Names
    asks_reason: bool = False


@dataclass(frozen=True, slots=True)
class RatingReason:
    """A reason that can be given with a poor mark."""

    id: str
    names: Names


@dataclass(frozen=True, slots=True)
class CallRules:
    """How often and how fast people are called, and how long they may come back."""

    calls_before_missed: int = 3
    between_calls_s: int = 20
    return_within_min: int = 60
    rating_open_s: int = 60


@dataclass(frozen=True, slots=True)
class StaffRules:
    """How long staff stay signed in without doing anything, in minutes."""

    officer_idle_min: int = 240
    head_idle_min: int = 15

    def officer_left(self, idle_ms: int) -> bool:
        """Tell whether an officer who did nothing for so long has left."""
        return idle_ms >= self.officer_idle_min * 60_000

    def head_left(self, idle_ms: int) -> bool:
        """Tell whether the head who did nothing for so long has left."""
        return idle_ms >= self.head_idle_min * 60_000


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the hall stays closed; ``date`` is ISO, ``2027-02-06``."""

    date: str
    names: Names


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole set-up of one hall as far as the queue is concerned."""

    hall_id: str
    names: Names
    unit_above: Names
    languages: tuple[str, ...]
    fields: Mapping[FieldId, Field]
    services: Mapping[ServiceId, Service]
    series: Mapping[SeriesId, Series]
    counters: Mapping[CounterId, CounterPlan]
    hours: Hours
    categories: Mapping[CategoryId, Category] = field(default_factory=dict)
    officers: Mapping[OfficerId, Officer] = field(default_factory=dict)
    rating_levels: tuple[RatingLevel, ...] = ()
    rating_reasons: tuple[RatingReason, ...] = ()
    pause_reasons: tuple[RatingReason, ...] = ()
    call_rules: CallRules = CallRules()
    staff_rules: StaffRules = StaffRules()
    holidays: Mapping[str, Holiday] = field(default_factory=dict)
    day_change_min: int = 0
    utc_offset_min: int = HO_CHI_MINH_OFFSET_MIN
    show_officer_name: bool = True

    def top_field(self, field_id: FieldId) -> FieldId:
        """Return the field at the root of the tree above a field or group."""
        parent = self.fields[field_id].parent
        return field_id if parent is None else self.top_field(parent)
