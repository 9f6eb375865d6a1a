"""Letters taken apart and put together again."""

import unicodedata

import pytest

from shared.vietnamese.letters import (
    ACUTE,
    BAR,
    BREVE,
    CIRCUMFLEX,
    DOT,
    HORN,
    plain,
    shape_of,
    shaped,
    tone_of,
    toneless,
)


def test_the_tone_of_a_word_is_found_in_any_form() -> None:
    assert tone_of("được") == DOT
    assert tone_of(unicodedata.normalize("NFD", "nguyễn")) == "\u0303"
    assert tone_of("đang") == ""


def test_without_its_tone_a_word_keeps_its_shapes() -> None:
    assert toneless("Được") == "Đươc"
    assert toneless("quyển") == "quyên"


@pytest.mark.parametrize(
    ("letter", "base", "shape"),
    [
        ("ấ", "a", CIRCUMFLEX), ("Ặ", "A", BREVE), ("ở", "o", HORN), ("đ", "d", BAR),
        ("Đ", "D", BAR), ("ỹ", "y", ""), ("n", "n", ""),
    ],
)  # fmt: skip
def test_letters_have_a_base_and_a_shape(letter: str, base: str, shape: str) -> None:
    assert (plain(letter), shape_of(letter)) == (base, shape)


def test_a_shape_is_given_and_taken_and_the_tone_stays() -> None:
    assert shaped("á", BREVE) == "ắ"
    assert shaped("Ấ", "") == "Á"
    assert shaped("D", BAR) == "Đ"
    assert shaped("d", BAR) == "đ"
    assert tone_of(shaped("á", CIRCUMFLEX)) == ACUTE
