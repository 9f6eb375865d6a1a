"""Commands that this printer knows well enough to pass over, but does not draw. Pure.

Each is a program that takes the command's bytes and returns what is to be put down.
"""

from collections.abc import Generator

Passing = Generator[int, bytes, str]


def columns() -> Passing:
    """ESC *: a picture of one line, column by column."""
    header = yield 3
    count = int.from_bytes(header[1:3], "little")
    if header[0] not in (0, 1, 32, 33) or count > 2047:
        return f"ESC * {header.hex(' ')} is out of range"
    yield count * (3 if header[0] >= 32 else 1)
    return "ESC * is not drawn"


def long_block() -> Passing:
    """GS 8 x: a function with its length in four bytes."""
    header = yield 5
    yield int.from_bytes(header[1:5], "little")
    return f"GS 8 {header[:1].decode('latin-1')} is not drawn"


def barcode() -> Passing:
    """GS k: a bar code, up to a NUL or with its length."""
    system = (yield 1)[0]
    if system <= 6:
        while (yield 1) != b"\x00":
            pass
    elif 65 <= system <= 79:
        length = yield 1
        yield length[0]
    else:
        return f"GS k {system:02x} is out of range"
    return "GS k is not drawn"
