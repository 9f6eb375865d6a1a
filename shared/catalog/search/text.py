"""Vietnamese text made comparable: NFC, case, diacritics, tone placement, i and y. PURE."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TONES = {"\u0300": 2, "\u0301": 3, "\u0309": 4, "\u0303": 5, "\u0323": 6}
"""Combining marks of huyền, sắc, hỏi, ngã, nặng; no mark is tone 1."""

HOOK, WAVE = 4, 5
"""The tones that half the country does not tell apart."""

_BETWEEN = re.compile(r"[\W_]+")
_LONE_Y = re.compile(r"(qu|[bcdđghklmnpqrstvx]*)y")
"""A y that is the whole vowel, as in ``ký`` or ``quý``, and may be written i."""


class Syllable(NamedTuple):
    """A written syllable taken apart: ``thường`` is ``thuong``, ``thương`` and tone 2.

    Where the tone mark stands (hòa, hoà) and whether i or y is written (kí, ký) is gone.
    """

    folded: str
    shaped: str
    tone: int


def nfc(text: str) -> str:
    """Return the text in NFC, runs of white space as one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """Return the text in small letters without diacritics; đ is d."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """Return the written words of a text in small NFC letters, without punctuation."""
    return _BETWEEN.sub(" ", nfc(text).lower()).split()


def syllables(text: str) -> list[Syllable]:
    """Return the words of a text taken apart."""
    return [syllable(word) for word in words_of(text)]


@lru_cache(maxsize=8192)
def syllable(word: str) -> Syllable:
    """Take one written word apart."""
    tone, kept = 1, []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone = _TONES[char]
        else:
            kept.append(char)
    shaped = unicodedata.normalize("NFC", "".join(kept))
    if lone := _LONE_Y.fullmatch(shaped):
        shaped = lone[1] + "i"
    return Syllable(folded(shaped), shaped, tone)
