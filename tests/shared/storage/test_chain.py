"""The hash chain: no two rows, nor two answers, look the same to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.storage.chain import START, Broken, Row, reply_hash, row_hash, whole

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.builds(Row, st.integers(), st.integers(), *[TEXT] * 4)
ANSWERS = st.tuples(TEXT, st.integers(), TEXT, TEXT)


@settings(max_examples=200)
@given(ROWS, ROWS)
def test_different_rows_have_different_hashes(one: Row, two: Row) -> None:
    assert (row_hash(START, one) == row_hash(START, two)) == (one == two)


@settings(max_examples=200)
@given(ANSWERS, ANSWERS)
def test_different_answers_have_different_hashes(
    one: tuple[str, int, str, str], two: tuple[str, int, str, str]
) -> None:
    assert (reply_hash(*one) == reply_hash(*two)) == (one == two)


def test_words_do_not_slip_from_one_column_into_the_next() -> None:
    one, two = Row(1, 1, "ab", "c", "", ""), Row(1, 1, "a", "bc", "", "")
    assert row_hash(START, one) != row_hash(START, two)


def chained(*rows: Row) -> list[tuple[Row, bytes]]:
    result, previous = [], START
    for row in rows:
        previous = row_hash(previous, row)
        result.append((row, previous))
    return result


def row(seq: int, at_ms: int = 1) -> Row:
    return Row(seq, at_ms, "d", "r", "a", "{}")


def test_a_whole_chain_is_passed_on_from_any_row() -> None:
    links = chained(row(1), row(2), row(3))
    assert list(whole(links, 1, START)) == [row(1), row(2), row(3)]
    assert list(whole(links[1:], 2, links[0][1])) == [row(2), row(3)]


@pytest.mark.parametrize(
    ("links", "seq", "reason"),
    [
        (chained(row(1), row(3)), 2, "missing"),
        (chained(row(1), row(2))[1:], 1, "missing"),
        ([*chained(row(1)), (row(2), START)], 2, "hash"),
        (chained(row(1, 5), row(2, 4)), 2, "earlier"),
    ],
)
def test_the_first_bad_row_is_named(links: list[tuple[Row, bytes]], seq: int, reason: str) -> None:
    with pytest.raises(Broken, match=reason) as broken:
        list(whole(links, 1, START))
    assert broken.value.seq == seq
