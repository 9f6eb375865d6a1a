"""A way to the virtual printer on its own clock: how long paper takes, without waiting for it."""

from dataclasses import dataclass

from shared.domain.devices import PrinterPlan, PrinterProfile
from shared.printing.memory import Memory
from shared.printing.paper import DOTS_PER_MM
from shared.printing.picture import Paper, Picture
from shared.printing.printer import Draw, Printer
from shared.printing.virtual.faults import Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile

STEP_MS = 0.5
SPEED_MM_S = 200
BITS_A_BYTE = 10


class VirtualWay:
    """A link whose waiting moves the clock; ``memory_bytes`` stand for a network's buffers."""

    shared, answers = False, True

    def __init__(self, printer: VirtualPrinter, memory_bytes: int) -> None:
        self.now_ms = 0.0
        self.sent_bytes = 0
        self._printer = printer
        self._memory_bytes = memory_bytes
        self._on_way = bytearray()

    def clock_ms(self) -> int:
        """Return the virtual milliseconds."""
        return int(self.now_ms)

    def read(self) -> bytes:
        """Return what the printer has said by now."""
        self._move()
        return self._printer.take_answers()

    def write(self, data: bytes) -> int:
        """Hand over what fits."""
        room = max(self._printer.accepts(), self._memory_bytes) - len(self._on_way)
        taken = data[: max(0, room)]
        self._on_way += taken
        self.sent_bytes += len(taken)
        self._move()
        return len(taken)

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Let a little time pass."""
        self.now_ms += min(timeout_s * 1000, STEP_MS)
        self._move()

    def close(self, *, at_once: bool) -> None:
        """Nothing is left open."""

    def _move(self) -> None:
        self._printer.advance(self.now_ms)
        if count := min(self._printer.accepts(), len(self._on_way)):
            self._printer.receive(bytes(self._on_way[:count]), self.now_ms)
            del self._on_way[:count]


@dataclass(frozen=True, slots=True)
class Way:
    """A sort of connection: its name, the address that stands for it, and what it holds."""

    name: str
    address: str
    baud: int | None = None
    memory_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """How one slip came out: when paper first moved, when its last row was out, and the bytes.

    ``limit_s`` is what the wire's speed and the paper's allow at best.
    """

    moves_s: float
    last_row_s: float
    sent_bytes: int
    limit_s: float


def course_of(way: Way, draw: Draw) -> Course:
    """Print one slip and return how that went."""
    virtual = VirtualPrinter(Profile(speed_mm_s=SPEED_MM_S, baud=way.baud))
    link = VirtualWay(virtual, way.memory_bytes)
    plan = PrinterPlan(way.address, profile=PrinterProfile(speed_mm_s=SPEED_MM_S))
    printer = Printer(plan, Memory(None, way.address), link.clock_ms, lambda address: link)
    printer.look()
    times: dict[Stage, float] = {}
    drawn: list[Picture] = []

    def reached(stage: Stage) -> None:
        times[stage] = virtual.now_ms

    def kept(paper: Paper) -> Picture:
        drawn.append(draw(paper))
        return drawn[0]

    virtual.reached = reached
    begun_ms, before_bytes = link.now_ms, link.sent_bytes
    printer.print(kept)
    sent_bytes = link.sent_bytes - before_bytes
    return Course(
        moves_s=(times[Stage.FIRST_BAND] - begun_ms) / 1000,
        last_row_s=(times[Stage.BEFORE_CUT] - begun_ms) / 1000,
        sent_bytes=sent_bytes,
        limit_s=max(
            drawn[0].height / DOTS_PER_MM / SPEED_MM_S,
            sent_bytes * BITS_A_BYTE / way.baud if way.baud else 0.0,
        ),
    )
