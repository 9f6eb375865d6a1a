"""A picture as ESC/POS bytes: rows in bands, blank paper fed. Pure.

Each piece is a whole command or a few: a status may be asked between two pieces, never within
one. No real-time command can hide in a piece.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shared.printing import commands
from shared.printing.picture import Picture

WORTH_FEEDING_ROWS = 4
"""From so many blank rows on, feeding them costs less than a band's end."""

# DLE EOT, DLE ENQ and DLE DC4 are obeyed even inside a picture's bytes: one dot is added.
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


@dataclass(frozen=True, slots=True)
class BandRules:
    """How a picture is cut into bands.

    ``narrow`` leaves out the white at the sides, and sends rows that are double anyhow as
    half of them: for slow lines, with short bands so that printing starts at once.
    """

    rows: int = 128
    narrow: bool = False


FAST = BandRules()
SLOW = BandRules(rows=32, narrow=True)


def ticket_bytes(picture: Picture, rules: BandRules = FAST) -> bytes:
    """Return everything that prints and cuts one picture."""
    pieces = b"".join(piece.data for piece in pieces_of(picture, rules))
    return commands.INITIALISE + pieces + commands.FEED_AND_CUT


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that belong together, and how many rows of paper they move."""

    data: bytes
    rows: int


def pieces_of(picture: Picture, rules: BandRules) -> Iterator[Piece]:
    """Yield a picture piece by piece, from the top."""
    y = 0
    while y < picture.height:
        blank = _blank_rows(picture, y)
        inked = 0 if blank else _inked_rows(picture, y)
        if blank:
            yield Piece(commands.feed(blank), blank)
        for top, rows in _shared_out(y, inked, rules.rows):
            data = _narrow(picture, top, rows) if rules.narrow else _wide(picture, top, rows)
            yield Piece(data, rows)
        y += blank + inked


def _blank_rows(picture: Picture, y: int) -> int:
    empty = bytes(picture.row_bytes)
    rows = 0
    while y + rows < picture.height and picture.row(y + rows) == empty:
        rows += 1
    return rows


def _inked_rows(picture: Picture, y: int) -> int:
    rows = 0
    while y + rows < picture.height and not _gap_at(picture, y + rows):
        rows += 1
    return rows


def _gap_at(picture: Picture, y: int) -> bool:
    return _blank_rows(picture, y) >= WORTH_FEEDING_ROWS


def _shared_out(top: int, rows: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield bands about equally high, an even number of rows each as long as it goes."""
    end = top + rows
    while top < end:
        left = end - top
        bands = -(-left // most)
        band = min(left, -(-left // bands // 2) * 2)
        yield top, band
        top += band


def _wide(picture: Picture, top: int, rows: int) -> bytes:
    width = picture.row_bytes
    return _safe(width, rows, picture.rows[top * width : (top + rows) * width])


def _narrow(picture: Picture, top: int, rows: int) -> bytes:
    lines = [picture.row(y) for y in range(top, top + rows)]
    left = min(len(line) - len(line.lstrip(b"\0")) for line in lines)
    right = max(len(line.rstrip(b"\0")) for line in lines)
    start, end = left // 2 * 2, -(-right // 2) * 2
    halves = _halved([line[start:end] for line in lines])
    if halves is None:
        data = b"".join(line[left:right] for line in lines)
        return commands.move_to(left * 8) + _safe(right - left, rows, data)
    data = b"".join(halves)
    width = len(halves[0])
    return commands.move_to(start * 8) + _safe(width, len(halves), data, doubled=True)


def _halved(lines: list[bytes]) -> list[bytes] | None:
    """Return half of rows that are two-by-two dots throughout, or None if they are not."""
    if len(lines) % 2 or lines[::2] != lines[1::2] or len(lines[0]) % 2:
        return None
    if any(byte not in _HALF_OF for line in lines[::2] for byte in line):
        return None
    return [
        bytes(_HALF_OF[a] << 4 | _HALF_OF[b] for a, b in zip(line[::2], line[1::2], strict=True))
        for line in lines[::2]
    ]


def _doubled(bits: int) -> int:
    return sum(0b11 << 2 * at for at in range(4) if bits >> at & 1)


_HALF_OF = {_doubled(bits): bits for bits in range(16)}


def _safe(width: int, rows: int, data: bytes, *, doubled: bool = False) -> bytes:
    return _REAL_TIME.sub(b"\x18", commands.raster(width, rows, data, doubled=doubled))
