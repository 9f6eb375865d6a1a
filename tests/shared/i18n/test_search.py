"""Searching as people type."""

import pytest

from shared.i18n.search import finds, folded


def test_case_and_diacritics_do_not_count() -> None:
    assert folded("Đăng ký Đất") == "dang ky dat"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("dat dang", True),
        ("DANG k", True),
        ("đất", True),
        ("ang", False),
        ("dat nha", False),
    ],
)
def test_words_are_found_by_their_beginnings(query: str, found: bool) -> None:
    assert finds(query, "Đăng ký (đất đai)") is found
