"""One line of text: how large, how styled, and where."""

import pytest

from shared.printing.virtual.lettering import USUAL_SPACING, Lettering


def line(*settings: tuple[str, bytes], text: bytes = b"I", paper: int = 64) -> list[bytes]:
    lettering = Lettering()
    for name, values in settings:
        lettering.apply(name, values)
    for code in text:
        lettering.put(code)
    return lettering.take_rows(paper, 0)


def ink(rows: list[bytes]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the dots that are black."""
    black = [
        (x, y)
        for y, row in enumerate(rows)
        for x in range(len(row) * 8)
        if row[x // 8] & 0x80 >> x % 8
    ]
    across, down = [x for x, _ in black], [y for _, y in black]
    return min(across), min(down), max(across), max(down)


def test_a_letter_stands_in_its_cell() -> None:
    assert ink(line()) == (2, 0, 7, 20)
    assert len(line()) == 24
    assert len(line(("ESC M", b"1"))) == 17


@pytest.mark.parametrize(
    ("settings", "right", "height"),
    [
        ([("GS !", b"\x10")], 15, 24),
        ([("GS !", b"\x01")], 7, 48),
        ([("ESC !", b"\x30")], 15, 48),
        ([("ESC !", b"\x01")], 3, 17),
        ([("ESC E", b"\x01")], 8, 24),
        ([("ESC G", b"\x01"), ("ESC !", b"\x00")], 7, 24),
    ],
)
def test_sizes_and_bold(settings: list[tuple[str, bytes]], right: int, height: int) -> None:
    rows = line(*settings)
    assert (ink(rows)[2], len(rows)) == (right, height)


def test_underlined_and_inverted() -> None:
    underlined = line(("ESC -", b"1"))
    assert [row[:2] for row in underlined[-2:]] == [b"\xff\xf0"] * 2
    assert line(("ESC -", b"0")) == line()
    inverted = line(("GS B", b"\x01"))
    assert all(a[0] ^ b[0] == 0xFF for a, b in zip(inverted, line(), strict=True))


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (("ESC a", b"\x01"), 28),
        (("ESC a", b"2"), 54),
        (("ESC $", b"\x08\x00"), 10),
        (("ESC SP", b"\x04"), 2),
    ],
)
def test_where_it_stands(place: tuple[str, bytes], left: int) -> None:
    assert ink(line(place))[0] == left


def test_a_gap_between_letters() -> None:
    assert ink(line(("ESC SP", b"\x04"), text=b"II"))[2] == ink(line(text=b"II"))[2] + 4


def test_low_letters_stand_at_the_bottom_of_high_ones() -> None:
    lettering = Lettering()
    lettering.put(ord("I"))
    lettering.apply("GS !", b"\x01")
    lettering.put(ord(" "))
    rows = lettering.take_rows(64, 0)
    assert len(rows) == 48
    assert ink(rows)[1] == 24


def test_no_line_no_rows() -> None:
    lettering = Lettering()
    assert lettering.take_rows(64, 0) == []
    lettering.apply("ESC 3", b"\x09")
    assert lettering.spacing == 9
    lettering.apply("ESC 2", b"")
    assert lettering.spacing == USUAL_SPACING


def test_past_the_last_tab_stop_nothing_moves() -> None:
    lettering = Lettering(tab_stops=(1,))
    lettering.put(ord("I"))
    lettering.tab()
    lettering.put(ord("I"))
    assert ink(lettering.take_rows(64, 0)) == (2, 0, 19, 20)


def test_what_is_beyond_the_paper_is_lost() -> None:
    assert ink(line(("ESC $", b"\x3c\x00"), text=b"M"))[2] == 63
