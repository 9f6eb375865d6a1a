"""The printer's own letters can be told apart, and fill their cell."""

from shared.printing.virtual.typeface import letter_rows


def test_every_letter_is_different() -> None:
    seen = {tuple(letter_rows(code, 12, 24)) for code in range(0x20, 0x7F)}
    assert len(seen) == 95


def test_other_bytes_are_boxes() -> None:
    box = letter_rows(0x80, 12, 24)
    assert box == letter_rows(0x01, 12, 24) == letter_rows(0xFF, 12, 24)
    assert box[0] == 0b111111111100


def test_an_exclamation_mark() -> None:
    rows = letter_rows(ord("!"), 12, 24)
    assert [bool(row) for row in rows] == [True] * 15 + [False] * 3 + [True] * 3 + [False] * 3
    assert rows[0] == 0b000011000000
