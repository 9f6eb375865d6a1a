"""Rows of dots doubled and placed, against a plain list of dots."""

from hypothesis import given
from hypothesis import strategies as st

from shared.printing.virtual.dots import doubled, placed


def dots(row: bytes) -> list[int]:
    return [value >> bit & 1 for value in row for bit in range(7, -1, -1)]


@given(st.binary(max_size=9))
def test_each_dot_comes_twice(row: bytes) -> None:
    assert dots(doubled(row)) == [dot for dot in dots(row) for _ in range(2)]


@given(st.binary(min_size=1, max_size=12), st.integers(0, 100))
def test_a_row_is_moved_right_and_what_is_outside_is_lost(row: bytes, left: int) -> None:
    paper = ([0] * left + dots(row) + [0] * 64)[:64]
    assert dots(placed(row, left, 64)) == paper
