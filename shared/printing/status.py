"""What a printer says back, recognised in one mixed stream of bytes, and what it means. Pure.

Epson's rules for telling answers apart (ESC/POS reference, appendix "Transmission status"):
every first byte shows its kind by bits that never change. Which DLE EOT a byte answers can
only be known from what was asked.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Trouble(StrEnum):
    """Why a printer does not print; the first six are its own word."""

    PAPER_END = "paper_end"
    COVER_OPEN = "cover_open"
    CUTTER_JAM = "cutter_jam"
    BROKEN = "broken"
    HOT = "hot"
    OFFLINE = "offline"
    PAPER_LOW = "paper_low"
    SILENT = "silent"
    BUSY = "busy"
    AWAY = "away"


STOPPING = frozenset({Trouble.PAPER_END, Trouble.COVER_OPEN, Trouble.CUTTER_JAM, Trouble.BROKEN})
"""What spoils a slip that is being printed; a hot head only makes it late."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a printer says about itself; all well until it says otherwise."""

    offline: bool = False
    cover_open: bool = False
    paper_end: bool = False
    near_end: bool = False
    cutter_jam: bool = False
    broken: bool = False
    hot: bool = False

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the printer from printing, the likeliest cause first."""
        found = (
            (self.cover_open, Trouble.COVER_OPEN),  # paper sensors lie while the cover is open
            (self.paper_end, Trouble.PAPER_END),
            (self.cutter_jam, Trouble.CUTTER_JAM),
            (self.broken, Trouble.BROKEN),
            (self.hot, Trouble.HOT),
            (self.offline, Trouble.OFFLINE),
        )
        return next((trouble for bad, trouble in found if bad), None)


@dataclass(frozen=True, slots=True)
class RealTime:
    """A byte that answers the DLE EOT asked last."""

    byte: int


@dataclass(frozen=True, slots=True)
class Automatic:
    """Four bytes of automatic status."""

    bytes: bytes


@dataclass(frozen=True, slots=True)
class InTurn:
    """A byte that answers GS r."""

    byte: int


@dataclass(frozen=True, slots=True)
class Identified:
    """All before the command with this id is printed."""

    id: str


@dataclass(frozen=True, slots=True)
class Flow:
    """XON (go on) or XOFF (wait)."""

    go_on: bool


Said = RealTime | Automatic | InTurn | Identified | Flow

XON, XOFF = 0x11, 0x13
BLOCKS = (0x37, 0x5F)
LONGEST_BLOCK_BYTES = 80
KEPT, FIXED = 0x93, 0x90
"""Bits that tell first bytes apart, and those of what follows."""


@dataclass(slots=True)
class Reader:
    """Turns bytes, in whatever pieces they come, into what was said."""

    heard: bool = False
    _held: bytearray = field(default_factory=bytearray)

    def read(self, data: bytes) -> list[Said]:
        """Take bytes in; return what is whole. Bytes of no known kind are passed over."""
        self.heard = self.heard or bool(data)
        self._held += data
        said: list[Said] = []
        while self._held:
            used, each = _first(bytes(self._held))
            if not used:
                break
            del self._held[:used]
            if each is not None:
                said.append(each)
        return said


def _first(held: bytes) -> tuple[int, Said | None]:
    """Return how many bytes the first answer takes (0: not whole yet), and what it is."""
    first = held[0]
    if first in (XON, XOFF):
        return 1, Flow(first == XON)
    if first in BLOCKS:
        return _block(held)
    if first & KEPT == 0x12:
        return 1, RealTime(first)
    if first & KEPT == 0x10:
        return _automatic(held)
    if first & FIXED == 0x00:
        return 1, InTurn(first)
    return 1, None


def _automatic(held: bytes) -> tuple[int, Said | None]:
    for at in range(1, min(len(held), 4)):
        if held[at] & FIXED:
            return at, None  # cut short, as by a printer that was switched off
    return (4, Automatic(held[:4])) if len(held) >= 4 else (0, None)


def _block(held: bytes) -> tuple[int, Said | None]:
    end = held.find(0, 1, LONGEST_BLOCK_BYTES)
    if end < 0:
        return (0, None) if len(held) < LONGEST_BLOCK_BYTES else (1, None)
    if held[:2] == b"\x37\x22" and end == 6:
        return 7, Identified(held[2:6].decode("ascii", "replace"))
    return end + 1, None


def after_real_time(condition: Condition, kind: int, byte: int) -> Condition:
    """Return the condition after the answer to DLE EOT ``kind``."""
    match kind:
        case 1:
            return replace(condition, offline=bool(byte & 0x08))
        case 2:
            return replace(condition, cover_open=bool(byte & 0x04), paper_end=bool(byte & 0x20))
        case 3:
            return replace(
                condition,
                cutter_jam=bool(byte & 0x08),
                broken=bool(byte & 0x20),
                hot=bool(byte & 0x40),
            )
    return replace(condition, near_end=bool(byte & 0x0C), paper_end=bool(byte & 0x60))


def after_automatic(four: bytes) -> Condition:
    """Return the condition that four bytes of automatic status tell whole."""
    state, errors, paper, _ = four
    return Condition(
        offline=bool(state & 0x08),
        cover_open=bool(state & 0x20),
        cutter_jam=bool(errors & 0x08),
        broken=bool(errors & 0x20),
        hot=bool(errors & 0x40),
        near_end=bool(paper & 0x03),
        paper_end=bool(paper & 0x0C),
    )


def after_in_turn(byte: int) -> Condition:
    """Return the condition that an answer to GS r 1 tells: it is on-line, or would be silent."""
    return Condition(near_end=bool(byte & 0x03), paper_end=bool(byte & 0x0C))
