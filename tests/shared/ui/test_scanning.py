"""A scanner is told from a person by its speed."""

import pytest

from shared.ui.scanning import FAST_MS, Burst, scanned, typed

CODE = "H34.16-251103-0012"


def keyed(text: str, gap_ms: int) -> tuple[Burst, int]:
    """Type letters with a pause between two; return the burst and the time of the next key."""
    burst, now = Burst(), 10_000
    for letter in text:
        burst = typed(burst, letter, now)
        now += gap_ms
    return burst, now


def test_a_scanner_is_fast_and_sends_all_of_it() -> None:
    assert scanned(*keyed(CODE, 5)) == CODE


def test_a_person_is_never_so_fast() -> None:
    assert scanned(*keyed(CODE, FAST_MS + 1)) == ""


def test_a_few_fast_letters_are_no_code() -> None:
    assert scanned(*keyed("12345", 5)) == ""


def test_words_are_no_code() -> None:
    assert scanned(*keyed("khai sinh", 5)) == ""


def test_a_card_may_hold_spaces() -> None:
    burst, now = keyed("062185001234||Y Hieng", 5)
    assert scanned(burst, now) == ""
    assert scanned(burst, now, cards=True) == "062185001234||Y Hieng"


def test_enter_after_a_pause_is_a_person() -> None:
    burst, now = keyed(CODE, 5)
    assert scanned(burst, now + FAST_MS) == ""


@pytest.mark.parametrize("before", ["khai", "x"])
def test_what_a_person_typed_before_is_not_part_of_the_code(before: str) -> None:
    burst, now = keyed(before, 200)
    for letter in CODE:
        burst = typed(burst, letter, now)
        now += 5
    assert scanned(burst, now) == CODE
