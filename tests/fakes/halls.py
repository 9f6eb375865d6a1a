"""Small halls for tests: plans, and a hall that is played command by command."""

from dataclasses import replace

from shared.domain.apply import apply
from shared.domain.commands import Actor, Command, OpenDay, Role
from shared.domain.decide import decide
from shared.domain.devices import BoardPlan, Devices, DispenserPlan, KioskPlan, VoicePlan
from shared.domain.errors import AnyRefusal, Refusal
from shared.domain.events import Event
from shared.domain.hall import Hall
from shared.domain.ids import (
    BoardId,
    CategoryId,
    CounterId,
    FieldId,
    OfficerId,
    SeriesId,
    ServiceId,
)
from shared.domain.plan import (
    CallRules,
    Category,
    CounterPlan,
    Field,
    Hours,
    Officer,
    Plan,
    RatingLevel,
    RatingReason,
    Series,
    Service,
    Span,
)

MONDAY_8_AM = 1_795_395_600_000
"""Monday 2026-11-23, 08:00 in Ho Chi Minh City, in UTC milliseconds."""

MINUTE_MS = 60_000
ALWAYS = Hours(week=tuple((Span(0, 1440),) for _ in range(7)))
_WEEKDAY = (Span(450, 690), Span(810, 1020))
OFFICE = Hours(week=(*(_WEEKDAY for _ in range(5)), (), ()))
KEY = "5eed" * 8

BIRTH, COPIES, LAND = ServiceId("birth"), ServiceId("copies"), ServiceId("land")
ELDERLY = CategoryId("elderly")
ONE, TWO, THREE = CounterId("counter-1"), CounterId("counter-2"), CounterId("counter-3")

HUB = Actor(role=Role.HUB, place="hub")
DISPENSER = Actor(role=Role.DISPENSER, place="dispenser-1")
BOARD = Actor(role=Role.BOARD, place="board-1")
KIOSK = Actor(role=Role.KIOSK, place="kiosk-1")


def at(counter: CounterId) -> Actor:
    """Return the officer's window of a counter."""
    return Actor(role=Role.COUNTER, place=counter)


def panel(counter: CounterId) -> Actor:
    """Return the citizen's panel of a counter."""
    return Actor(role=Role.PANEL, place=counter)


def small_plan(hours: Hours = ALWAYS) -> Plan:
    """Return three services in two fields at three counters; counters 1 and 2 share two."""
    justice, land = FieldId("justice"), FieldId("land-field")
    a, b = SeriesId("a"), SeriesId("b")
    return Plan(
        hall_id="test-hall",
        names=named("Bộ phận Một cửa", "Service hall"),
        unit_above=named("Ủy ban nhân dân", "People's committee"),
        languages=("vi", "en"),
        fields={
            justice: Field(justice, named("Tư pháp", "Justice"), named("Tư pháp", "Justice")),
            land: Field(land, named("Đất đai", "Land"), named("Đất đai", "Land")),
        },
        services={
            BIRTH: _service(BIRTH, justice, a, "Khai sinh", "Birth"),
            COPIES: _service(COPIES, justice, a, "Chứng thực", "Copies"),
            LAND: _service(LAND, land, b, "Đăng ký đất đai", "Land"),
        },
        series={a: Series(a, "A", 1, 999), b: Series(b, "B", 1, 999)},
        counters={
            ONE: CounterPlan(ONE, "1", named("Quầy 1"), (BIRTH, COPIES)),
            TWO: CounterPlan(TWO, "2", named("Quầy 2"), (BIRTH, COPIES)),
            THREE: CounterPlan(THREE, "3", named("Quầy 3"), (LAND,)),
        },
        hours=hours,
        categories={
            ELDERLY: Category(ELDERLY, named("Người cao tuổi (từ {age})", "Elderly ({age})"), 75)
        },
        officers={
            OfficerId(name): Officer(OfficerId(name), name.title()) for name in ("lan", "minh")
        },
        rating_levels=(
            RatingLevel("good", named("Hài lòng", "Good")),
            RatingLevel("fair", named("Bình thường", "Fair")),
            RatingLevel("poor", named("Chưa hài lòng", "Poor"), asks_reason=True),
        ),
        rating_reasons=(RatingReason("slow", named("Phải chờ lâu", "Slow")),),
        pause_reasons=(RatingReason("meeting", named("Họp", "Meeting")),),
        call_rules=CallRules(
            calls_before_missed=2, between_calls_s=20, return_within_min=30, rating_open_s=60
        ),
    )


def small_devices() -> Devices:
    """Return a dispenser, a speaking board for all three counters, and a kiosk."""
    board = BoardPlan(
        id=BoardId("board-1"),
        counters=(ONE, TWO, THREE),
        notices=(named("Tin"),),
        names=named("Bảng 1", "Board 1"),
    )
    return Devices(
        dispensers={"dispenser-1": DispenserPlan("dispenser-1", names=named("Máy lấy số 1"))},
        boards={board.id: board},
        kiosks={"kiosk-1": KioskPlan("kiosk-1", names=named("Ki-ốt tra cứu 1", "Kiosk 1"))},
        voice=VoicePlan(),
    )


def named(vi: str, en: str = "") -> dict[str, str]:
    """Return words in one or two languages."""
    return {"vi": vi, "en": en} if en else {"vi": vi}


def _service(id_: ServiceId, field: FieldId, series: SeriesId, vi: str, en: str) -> Service:
    return Service(id_, field, named(vi, en), named(vi, en), series)


class Play:
    """A hall in the making: ``do`` what is asked, refuse nothing silently."""

    def __init__(self, plan: Plan | None = None, now: int = MONDAY_8_AM) -> None:
        self.hall = Hall.empty(plan or small_plan())
        self.now = now
        self.events: list[tuple[int, Event]] = []
        self.do(HUB, OpenDay(key=KEY))

    def do(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """Carry out a command that must not be refused."""
        decision = self.ask(actor, command)
        assert not isinstance(decision, Refusal), decision
        return decision

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...] | AnyRefusal:
        """Carry out a command, or return why not."""
        decision = decide(self.hall, command, now=self.now, actor=actor)
        if isinstance(decision, Refusal):
            return decision
        for event in decision:
            self.hall = apply(self.hall, event, max(self.now, self.hall.at_ms))
            self.events.append((self.hall.at_ms, event))
        return decision

    def refused(self, actor: Actor, command: Command) -> Refusal:
        """Return the refusal of a command that must be refused."""
        decision = decide(self.hall, command, now=self.now, actor=actor)
        assert isinstance(decision, Refusal), decision
        return decision

    def later(self, seconds: float) -> "Play":
        """Let time pass."""
        self.now += int(seconds * 1000)
        return self

    def replan(self, **changes: object) -> None:
        """Start anew with a changed hall file: the day is folded again under its plan."""
        self.hall = Hall.empty(replace(self.hall.plan, **changes))  # type: ignore[arg-type]  # any field of the plan
        for at_ms, event in self.events:
            self.hall = apply(self.hall, event, at_ms)
