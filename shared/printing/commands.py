"""Single ESC/POS commands, as Epson's reference names them. Pure.

Pictures as bands are in escpos, what printers answer is in status.
"""

from escpos import constants

ESC: bytes = constants.ESC
GS: bytes = constants.GS
INITIALISE: bytes = constants.HW_INIT
"""ESC @: settings as after switching on; a line not printed yet is forgotten."""

ASK_STATUS: bytes = constants.RT_STATUS
"""DLE EOT n, without its n: answered at once, even by a printer that is off-line."""

TELL_CHANGES = GS + b"a\xff"
"""GS a: tell the status now, and by itself whenever it changes (automatic status back)."""

ASK_IN_TURN = GS + b"r\x01"
"""GS r 1: answered when all before it is done, and not while the printer is off-line."""

FEED_AND_CUT = GS + b"V\x42\x00"
"""GS V 66: feed to the cutter, cut but for one point."""

FEED_AND_CUT_WHOLE = GS + b"V\x41\x00"
"""GS V 65: feed to the cutter, cut through."""

GIVE_UP_AND_RECOVER: bytes = constants.DLE + b"\x05\x02"
"""DLE ENQ 2: after a jam, forget what is not printed and let the blade go home; else nothing."""

LONGEST_FEED_DOTS = 255
BAND_HEADER_BYTES = 12
"""What stands before the dots of a band at most: ESC $ and GS v 0."""


def ask_status(kind: int) -> bytes:
    """DLE EOT: 1 printer, 2 why off-line, 3 error, 4 paper."""
    return ASK_STATUS + bytes([kind])


def feed(dots: int) -> bytes:
    """ESC J, as often as needed: move the paper on."""
    whole, rest = divmod(dots, LONGEST_FEED_DOTS)
    steps = [LONGEST_FEED_DOTS] * whole + ([rest] if rest else [])
    return b"".join(ESC + b"J" + bytes([step]) for step in steps)


def move_to(dots: int) -> bytes:
    """ESC $: begin so many dots from the left margin."""
    return ESC + b"$" + dots.to_bytes(2, "little")


def raster(width_bytes: int, rows: int, data: bytes, *, doubled: bool = False) -> bytes:
    """GS v 0: print rows of dots, ``doubled`` each dot as two by two."""
    size = width_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
    return GS + b"v0" + (b"\x03" if doubled else b"\x00") + size + data


def ask_for_id(id_: str) -> bytes:
    """GS ( H, function 48: say these four digits once all before is printed."""
    return GS + b"(H\x06\x0000" + id_.encode("ascii")
