"""Where tones stand, and what can become a syllable."""

import pytest

from shared.vietnamese.letters import GRAVE, toneless
from shared.vietnamese.syllables import Syllable, may_become_syllable, parts, with_tone
from tests.shared.vietnamese.words import syllables


@pytest.mark.parametrize(
    ("word", "onset", "vowels", "coda"),
    [
        ("nghiêng", "ngh", "iê", "ng"),
        ("quyên", "qu", "yê", "n"),
        ("gia", "gi", "a", ""),
        ("gin", "g", "i", "n"),
        ("oanh", "", "oa", "nh"),
        ("cccd", "cccd", "", ""),
    ],
)
def test_words_come_apart(word: str, onset: str, vowels: str, coda: str) -> None:
    assert parts(word) == Syllable(onset, vowels, coda)


@pytest.mark.parametrize(
    ("bare", "toned"),
    [
        ("hoa", "hòa"), ("thuy", "thùy"), ("quy", "quỳ"), ("gi", "gì"), ("gia", "già"),
        ("toan", "toàn"), ("hoai", "hoài"), ("khuyu", "khuỳu"), ("mưa", "mừa"), ("ươc", "ườc"),
        ("Ở", "Ờ"), ("huyên", "huyền"), ("cccd", "cccd"), ("", ""),
    ],
)  # fmt: skip
def test_tones_stand_where_the_country_writes_them(bare: str, toned: str) -> None:
    assert with_tone(bare, GRAVE) == toned
    assert with_tone(toned, "") == toneless(bare)


def test_every_syllable_and_every_beginning_of_one_is_let_through() -> None:
    refused = {
        word[:end]
        for word in map(toneless, syllables())
        for end in range(len(word) + 1)
        if not may_become_syllable(word[:end])
    }
    assert refused == set()


@pytest.mark.parametrize("word", ["system", "vneid", "aie", "bhy", "ná7", "ongk", "aun", "7"])
def test_what_is_no_syllable_is_known(word: str) -> None:
    assert not may_become_syllable(word)
