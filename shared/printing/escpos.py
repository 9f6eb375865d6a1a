"""A picture as ESC/POS bytes: initialise, rows in bands, partial cut. Pure.

Commands from Epson's reference: ESC @ (initialise), GS v 0 (raster rows), ESC J (feed dots),
GS V 66 (feed to the cutter and cut).
"""

import re
from collections.abc import Iterator

from escpos import constants

from shared.printing.picture import Picture

ESC: bytes = constants.ESC
GS: bytes = constants.GS
INITIALISE: bytes = constants.HW_INIT

BAND_ROWS = 128
"""Each band is a whole command, so that printing starts at once and never stalls inside."""

LONGEST_FEED_DOTS = 255
CUT = GS + b"V\x42\x00"

# DLE EOT, DLE ENQ and DLE DC4 are obeyed even inside a picture's bytes: one dot is added.
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


def ticket_bytes(picture: Picture) -> bytes:
    """Return everything that prints and cuts one picture."""
    body = b"".join(_bands(picture))
    return INITIALISE + _REAL_TIME.sub(b"\x18", body) + CUT


def _bands(picture: Picture) -> Iterator[bytes]:
    y = 0
    while y < picture.height:
        blank = _blank_rows(picture, y)
        if blank:
            yield from _feeds(blank)
            y += blank
            continue
        rows = _inked_rows(picture, y)
        yield _band(picture, y, rows)
        y += rows


def _blank_rows(picture: Picture, y: int) -> int:
    empty = bytes(picture.row_bytes)
    rows = 0
    while y + rows < picture.height and picture.row(y + rows) == empty:
        rows += 1
    return rows


def _inked_rows(picture: Picture, y: int) -> int:
    rows = 0
    while rows < BAND_ROWS and y + rows < picture.height and not _gap_at(picture, y + rows):
        rows += 1
    return rows


def _gap_at(picture: Picture, y: int) -> bool:
    """Tell whether so many rows are blank from here that feeding them is worth a command."""
    return _blank_rows(picture, y) >= 4


def _feeds(dots: int) -> Iterator[bytes]:
    while dots > 0:
        step = min(dots, LONGEST_FEED_DOTS)
        yield ESC + b"J" + bytes([step])
        dots -= step


def _band(picture: Picture, y: int, rows: int) -> bytes:
    width = picture.row_bytes
    header = GS + b"v0\x00" + width.to_bytes(2, "little") + rows.to_bytes(2, "little")
    return header + picture.rows[y * width : (y + rows) * width]
