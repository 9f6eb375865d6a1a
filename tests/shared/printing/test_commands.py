"""Single commands, byte by byte as Epson's reference has them."""

import pytest

from shared.printing import commands


@pytest.mark.parametrize(
    ("dots", "data"),
    [(0, b""), (5, b"\x1bJ\x05"), (255, b"\x1bJ\xff"), (600, b"\x1bJ\xff\x1bJ\xff\x1bJ\x5a")],
)
def test_long_feeds_are_several(dots: int, data: bytes) -> None:
    assert commands.feed(dots) == data


def test_the_rest() -> None:
    assert commands.ask_status(4) == b"\x10\x04\x04"
    assert commands.move_to(300) == b"\x1b$\x2c\x01"
    assert commands.ask_for_id("0042") == b"\x1d(H\x06\x00000042"
    assert commands.raster(2, 1, b"ab") == b"\x1dv0\x00\x02\x00\x01\x00ab"
    assert commands.raster(2, 1, b"ab", doubled=True) == b"\x1dv0\x03\x02\x00\x01\x00ab"
    assert commands.GIVE_UP_AND_RECOVER == b"\x10\x05\x02"
