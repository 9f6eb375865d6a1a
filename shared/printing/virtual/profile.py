"""What sort of printer the virtual one is: its paper, speed, memory, and what it answers. Pure."""

from dataclasses import dataclass
from enum import Enum

DOTS_PER_MM = 8
"""203 dots an inch, as nearly all ticket printers have."""


class Answer(Enum):
    """A way in which a printer can say something to its host."""

    DLE_EOT = "real-time status"
    ASB = "automatic status back"
    GS_R = "status in turn"
    GS_I = "who it is"
    GS_H = "process identifiers"


KINDS: dict[str, frozenset[Answer]] = {
    "full": frozenset(Answer),
    "clone": frozenset({Answer.DLE_EOT, Answer.GS_R}),
    "gs-r": frozenset({Answer.GS_R}),
    "dle-eot": frozenset({Answer.DLE_EOT}),
    "mute": frozenset(),
}
"""What the printers one meets answer: Epson's own, the usual clone, and the poorer ones."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One sort of printer; the defaults are a fast 80 mm printer on a network.

    ``head_to_cutter_dots`` lie between head and blade: every slip begins with so much white,
    and a cut without a feed cuts through what was printed last. With a ``baud``, bytes take
    their time on a serial line.
    """

    width_dots: int = 576
    answers: frozenset[Answer] = KINDS["full"]
    speed_mm_s: float = 200.0
    buffer_bytes: int = 4096
    baud: int | None = None
    head_to_cutter_dots: int = 120
    cut_ms: float = 250.0
    boot_ms: float = 3000.0
    roll_mm: float = 80_000.0
    near_end_mm: float = 3_000.0
    maker: str = "MOTCUA"
    model: str = "VIRTUAL"

    @property
    def row_bytes(self) -> int:
        """Bytes of one row of dots."""
        return self.width_dots // 8

    @property
    def row_ms(self) -> float:
        """How long one row takes to print or feed."""
        return 1000.0 / (self.speed_mm_s * DOTS_PER_MM)
