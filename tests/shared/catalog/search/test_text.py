"""Vietnamese text made comparable."""

import unicodedata

import pytest

from shared.catalog.search.text import Syllable, folded, nfc, syllable, syllables, words_of


def test_text_becomes_nfc_with_single_spaces() -> None:
    apart = unicodedata.normalize("NFD", "  Cấp,  quản lý\ncăn cước ")
    assert nfc(apart) == "Cấp, quản lý căn cước"


def test_folding_takes_case_and_every_diacritic() -> None:
    assert folded("ĐĂNG KÝ Thường trú, ở Xơ Đăng") == "dang ky thuong tru, o xo dang"


def test_words_come_small_and_without_punctuation() -> None:
    assert words_of("Giấy CT07_mới (bản-chính)?") == ["giấy", "ct07", "mới", "bản", "chính"]


def test_a_syllable_is_its_letters_and_its_tone() -> None:
    assert syllable("Thường") == Syllable("thuong", "thương", 2)
    assert syllable("đã") == Syllable("da", "đa", 5)


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoà"), ("ủy", "uỷ"), ("ký", "kí"), ("quý", "quí"), ("y", "i")]
)
def test_two_ways_of_writing_are_one(one: str, other: str) -> None:
    assert syllable(one) == syllable(other)


def test_an_y_that_is_not_alone_stays() -> None:
    assert syllables("tay tai thuy thui") == [
        Syllable("tay", "tay", 1),
        Syllable("tai", "tai", 1),
        Syllable("thuy", "thuy", 1),
        Syllable("thui", "thui", 1),
    ]
