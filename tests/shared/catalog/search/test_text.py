"""Vietnamese text made comparable."""

import unicodedata

from shared.catalog.search.text import folded, nfc, syllables


def test_text_becomes_nfc_with_single_spaces() -> None:
    apart = unicodedata.normalize("NFD", "  Cấp,  quản lý\ncăn cước ")
    assert nfc(apart) == "Cấp, quản lý căn cước"


def test_folding_takes_case_and_every_diacritic() -> None:
    assert folded("ĐĂNG KÝ Thường trú, ở Xơ Đăng") == "dang ky thuong tru, o xo dang"


def test_syllables_come_without_punctuation() -> None:
    assert syllables("Giấy CT07_mới (bản-chính)?") == ["giấy", "ct07", "mới", "bản", "chính"]
