"""The ESC/POS commands with a fixed number of parameters, and which values each may have. Pure.

From Epson's reference. Commands whose length depends on their values are in interpreter. What
these settings do to letters is in lettering.
"""

from dataclasses import dataclass

ANY = frozenset(range(256))


def _digits(*values: int) -> frozenset[int]:
    """Numbers that may be sent as a value or as the digit's character."""
    return frozenset(values) | {ord("0") + value for value in values}


@dataclass(frozen=True, slots=True)
class Setting:
    """A command's name and, for each of its parameters, the values it may have."""

    name: str
    allowed: tuple[frozenset[int], ...]


SETTINGS: dict[bytes, Setting] = {
    b"\x1b ": Setting("ESC SP", (ANY,)),
    b"\x1b!": Setting("ESC !", (ANY,)),
    b"\x1b-": Setting("ESC -", (_digits(0, 1, 2),)),
    b"\x1b2": Setting("ESC 2", ()),
    b"\x1b3": Setting("ESC 3", (ANY,)),
    b"\x1b=": Setting("ESC =", (frozenset(range(1, 4)),)),
    b"\x1bE": Setting("ESC E", (ANY,)),
    b"\x1bG": Setting("ESC G", (ANY,)),
    b"\x1bM": Setting("ESC M", (_digits(0, 1),)),
    b"\x1bR": Setting("ESC R", (frozenset(range(18)),)),
    b"\x1bV": Setting("ESC V", (_digits(0, 1, 2),)),
    b"\x1ba": Setting("ESC a", (_digits(0, 1, 2),)),
    b"\x1bp": Setting("ESC p", (_digits(0, 1), ANY, ANY)),
    b"\x1bt": Setting("ESC t", (ANY,)),
    b"\x1b{": Setting("ESC {", (ANY,)),
    b"\x1bc3": Setting("ESC c 3", (ANY,)),
    b"\x1bc4": Setting("ESC c 4", (ANY,)),
    b"\x1bc5": Setting("ESC c 5", (ANY,)),
    b"\x1b$": Setting("ESC $", (ANY, ANY)),
    b"\x1b\\": Setting("ESC \\", (ANY, ANY)),
    b"\x1d!": Setting("GS !", (frozenset(n for n in range(256) if not n & 0x88),)),
    b"\x1dB": Setting("GS B", (ANY,)),
    b"\x1dH": Setting("GS H", (_digits(0, 1, 2, 3),)),
    b"\x1dL": Setting("GS L", (ANY, ANY)),
    b"\x1dP": Setting("GS P", (ANY, ANY)),
    b"\x1dW": Setting("GS W", (ANY, ANY)),
    b"\x1db": Setting("GS b", (ANY,)),
    b"\x1df": Setting("GS f", (_digits(0, 1),)),
    b"\x1dh": Setting("GS h", (frozenset(range(1, 256)),)),
    b"\x1dw": Setting("GS w", (frozenset(range(2, 7)),)),
    b"\x1c!": Setting("FS !", (ANY,)),
    b"\x1c-": Setting("FS -", (_digits(0, 1, 2),)),
    b"\x1c&": Setting("FS &", ()),
    b"\x1c.": Setting("FS .", ()),
    b"\x1cC": Setting("FS C", (_digits(0, 1, 2),)),
    b"\x1cS": Setting("FS S", (ANY, ANY)),
}

FEED_AND_CUT = frozenset({65, 66, 97, 98, 103, 104})
CUT_HERE = _digits(0, 1)
CUT_TO_A_POINT = frozenset({1, 49, 66, 98, 104})
"""Values of GS V: with one more parameter, how far to feed first; without; a point is left."""

RASTER_SCALES = _digits(0, 1, 2, 3)
RASTER_ROWS = 2303
"""Values of m, and the greatest height, of GS v 0."""

STATUS_IN_TURN = _digits(1, 2)
IDENTITY_BYTES = {1: 0x20, 2: 0x02, 3: 0x01, 49: 0x20, 50: 0x02, 51: 0x01}
"""GS I 1 model, 2 type (it has a cutter), 3 version: one byte each."""
IDENTITY_TEXTS = frozenset({65, 66, 67, 68, 69})
"""GS I 65 firmware, 66 maker, 67 model, 68 serial number, 69 fonts: a text each."""
