"""Pictures as ESC/POS bytes, judged by our printer; tests/e2e/test_judges.py has a stranger's."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.printing.commands import FEED_AND_CUT
from shared.printing.escpos import FAST, SLOW, BandRules, pieces_of, ticket_bytes
from shared.printing.picture import Picture
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile


@pytest.mark.parametrize("rules", [FAST, SLOW], ids=["fast", "slow"])
@settings(max_examples=30)
@given(data=st.binary(min_size=8 * 300, max_size=8 * 300), blank=st.sets(st.integers(0, 299)))
def test_the_virtual_printer_burns_what_was_meant(
    rules: BandRules, data: bytes, blank: set[int]
) -> None:
    rows = [b"\x00" * 8 if y in blank else data[y * 8 : y * 8 + 8] for y in range(300)]
    rows = [row.replace(b"\x10", b"\x11") for row in rows]
    picture = Picture(64, 300, b"".join(rows))
    printer = VirtualPrinter(Profile(width_dots=64))
    burn(printer, ticket_bytes(picture, rules))
    assert [slip.body for slip in printer.tickets] == [picture]
    assert not printer.errors


NEARLY_REAL_TIME = [0x10, 0x04, 0x05, 0x14, 0x00, 0xFF]


def burn(printer: VirtualPrinter, data: bytes) -> None:
    """Hand all bytes over, as fast as the printer takes them."""
    while data:
        count = printer.accepts()
        printer.receive(data[:count], printer.now_ms + 1)
        data = data[count:]
    printer.advance(printer.now_ms + 60_000)


@pytest.mark.parametrize("rules", [FAST, SLOW], ids=["fast", "slow"])
@given(
    values=st.lists(
        st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x00, 0xFF]), min_size=64, max_size=640
    )
)
def test_no_real_time_command_hides_in_the_dots(rules: BandRules, values: list[int]) -> None:
    values = values[: len(values) // 8 * 8]
    data = ticket_bytes(Picture(64, len(values) // 8, bytes(values)), rules)
    assert not re.search(rb"\x10[\x04\x05\x14]", data)


def test_bands_are_short_and_whole() -> None:
    data = ticket_bytes(Picture(64, 1000, b"\xff" * 8000))
    heights = [int.from_bytes(h, "little") for h in re.findall(rb"\x1dv0\x00\x08\x00(..)", data)]
    assert sum(heights) == 1000
    assert max(heights) <= FAST.rows


def test_on_a_slow_line_the_white_at_the_sides_is_left_out() -> None:
    rows = (b"\x00" * 3 + b"\x81\x7e" + b"\x00" * 3) * 2
    (piece,) = pieces_of(Picture(64, 2, rows), SLOW)
    assert piece.data == b"\x1b$\x18\x00" + b"\x1dv0\x00\x02\x00\x02\x00" + b"\x81\x7e" * 2


def test_and_what_is_double_anyhow_is_sent_as_half_of_it() -> None:
    row = b"\x00\x00\x0f\x3c\xc0\x00\x00\x00"
    (piece,) = pieces_of(Picture(64, 2, row * 2), SLOW)
    half = b"\x1dv0\x03\x02\x00\x01\x00" + b"\x36\x80"
    assert piece.data == b"\x1b$\x10\x00" + half


@pytest.mark.parametrize(
    "rows",
    [
        b"\x00\x0f\x00\x00" + b"\x00\x0f\x01\x00",  # the rows differ
        b"\x00\x0e\x00\x00" * 2,  # the dots are single
        b"\x00\x0f\x00\x00" * 3,  # a row has no partner
    ],
)
def test_only_what_is_double_throughout(rows: bytes) -> None:
    (piece,) = pieces_of(Picture(32, len(rows) // 4, rows), SLOW)
    assert b"\x1dv0\x00" in piece.data


def test_bands_are_equally_high() -> None:
    pieces = pieces_of(Picture(64, 200, b"\xff" * 1600), FAST)
    assert [piece.rows for piece in pieces] == [100, 100]


def test_the_cut_comes_last() -> None:
    data = ticket_bytes(Picture(64, 1, b"\xff" * 8))
    assert data.startswith(b"\x1b@")
    assert data.endswith(FEED_AND_CUT)


def test_blank_paper_is_fed_not_burnt() -> None:
    data = ticket_bytes(Picture(64, 600, b"\x00" * 4800))
    assert data == b"\x1b@" + b"\x1bJ\xff\x1bJ\xff\x1bJ\x5a" + FEED_AND_CUT
