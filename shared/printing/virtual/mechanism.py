"""Paper, head and blade: what comes out of the slot. Pure, and knows no time.

Paper that is not cut stays and joins the next slip. The blade stands some way behind the
head, so every slip begins with what lay between them at the cut before.
"""

from dataclasses import dataclass
from enum import Enum

from shared.printing.picture import Picture
from shared.printing.virtual.profile import DOTS_PER_MM, Profile


class Ending(Enum):
    """How a piece of paper left the printer."""

    CUT = "cut through"
    PARTIAL = "cut but for one point"
    TORN = "pulled out at a change of the roll"


@dataclass(frozen=True, slots=True)
class Slip:
    """A piece of paper that left the printer at ``at_ms``.

    Its first ``lead_dots`` rows passed the head before the cut before: white after a feed to
    the cutter.
    """

    picture: Picture
    lead_dots: int
    ending: Ending
    at_ms: float

    @property
    def body(self) -> Picture:
        """Return the picture without the rows that lead."""
        whole = self.picture
        start = self.lead_dots * whole.row_bytes
        return Picture(whole.width, whole.height - self.lead_dots, whole.rows[start:])


class Mechanism:
    """One roll of paper on its way past the head to the blade."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._strip = bytearray()
        self.slips: list[Slip] = []
        self.paper_mm = 0.0
        self._thread()

    @property
    def uncut(self) -> Picture:
        """The paper between the blade's edge and the head."""
        return Picture(self._profile.width_dots, self._strip_rows, bytes(self._strip))

    @property
    def near_end(self) -> bool:
        """Tell whether the roll has become thin."""
        return self.paper_mm <= self._profile.near_end_mm

    @property
    def paper_end(self) -> bool:
        """Tell whether the roll has run out."""
        return self.paper_mm <= 0

    def burn(self, row: bytes) -> None:
        """Print one row and move on by one."""
        self._strip += row
        self.paper_mm -= 1 / DOTS_PER_MM

    def cut(self, ending: Ending, now_ms: float) -> None:
        """Let what is before the blade fall."""
        kept = self._profile.head_to_cutter_dots * self._profile.row_bytes
        end = len(self._strip) - kept
        self._drop(bytes(self._strip[:end]), ending, now_ms)
        del self._strip[:end]

    def run_out(self, left_mm: float) -> None:
        """Leave no more than this on the roll."""
        self.paper_mm = min(self.paper_mm, left_mm)

    def load_roll(self, now_ms: float) -> None:
        """Put a new roll in; what hangs in the slot is pulled out."""
        if any(self._strip):
            self._drop(bytes(self._strip), Ending.TORN, now_ms)
        self._strip.clear()
        self._thread()

    @property
    def _strip_rows(self) -> int:
        return len(self._strip) // self._profile.row_bytes

    def _thread(self) -> None:
        self.paper_mm = self._profile.roll_mm
        self._strip += bytes(self._profile.head_to_cutter_dots * self._profile.row_bytes)

    def _drop(self, rows: bytes, ending: Ending, now_ms: float) -> None:
        width = self._profile.width_dots
        picture = Picture(width, len(rows) // self._profile.row_bytes, rows)
        lead = min(self._profile.head_to_cutter_dots, picture.height)
        self.slips.append(Slip(picture, lead, ending, now_ms))
