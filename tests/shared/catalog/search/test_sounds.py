"""Which syllables are taken for each other by ear."""

import pytest

from shared.catalog.search.sounds import sound_key

ALIKE = [
    ("sinh", "xin"), ("giay", "day"), ("tru", "chu"), ("khuyet", "khuyec"), ("nghe", "nge"),
    ("luc", "lut"), ("phep", "fep"), ("tang", "tan"), ("gi", "di"), ("gin", "din"),
    ("ghe", "ge"), ("nam", "lam"), ("rung", "dun"), ("voi", "doi"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_these_sound_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("khai", "hai"), ("tho", "to"), ("ca", "cha")])
def test_these_do_not(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)
