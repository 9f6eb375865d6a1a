"""How the bench spoils sayings."""

import random

import pytest

from deploy.measures.searching import in_telex, telex, with_a_slip, without_marks

LUCK = random.Random(1)


@pytest.mark.parametrize(
    ("word", "keys"),
    [("đường", "dduwowngf"), ("ký", "kys"), ("hộ", "hooj"), ("căn", "cawn"), ("khai", "khai")],
)
def test_telex_is_what_fingers_type(word: str, keys: str) -> None:
    assert telex(word) == keys


def test_sayings_are_spoilt() -> None:
    assert without_marks("Đăng ký hộ", LUCK) == "dang ky ho"
    assert in_telex("Đăng ký", LUCK) == "ddawng kys"
    assert with_a_slip("12", LUCK) == "12"
    slips = {with_a_slip("abc", random.Random(n)) for n in range(20)}
    assert slips == {"abbc", "ac", "bac"}
