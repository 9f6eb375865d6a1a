"""Vietnamese letters taken apart: a plain letter, its shape (â ă ê ô ơ ư đ), its tone.

Tones and shapes are named by Unicode's combining marks; everything returned is NFC.
"""

import unicodedata

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
TONES = (ACUTE, GRAVE, HOOK, TILDE, DOT)
"""Sắc, huyền, hỏi, ngã, nặng."""

CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
SHAPES = (CIRCUMFLEX, BREVE, HORN)
BAR = "bar"
"""The shape of đ, which Unicode does not take apart."""

VOWELS = frozenset("aăâeêioôơuưy")
"""The vowels without tones, in small letters."""


def tone_of(word: str) -> str:
    """Return the first tone in a word, or ""."""
    return next((mark for mark in unicodedata.normalize("NFD", word) if mark in TONES), "")


def toneless(word: str) -> str:
    """Return a word without its tones; shapes stay."""
    parts = (mark for mark in unicodedata.normalize("NFD", word) if mark not in TONES)
    return unicodedata.normalize("NFC", "".join(parts))


def with_mark(letter: str, mark: str) -> str:
    """Return a letter with one more combining mark, a tone or a shape."""
    return unicodedata.normalize("NFC", letter + mark)


def shape_of(letter: str) -> str:
    """Return a letter's shape: one of SHAPES, BAR, or ""."""
    if letter in "đĐ":
        return BAR
    return next((mark for mark in unicodedata.normalize("NFD", letter) if mark in SHAPES), "")


def plain(letter: str) -> str:
    """Return a letter without tone and shape; its case stays."""
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


def shaped(letter: str, shape: str) -> str:
    """Return a letter with another shape, or with none for ""; its tone and case stay."""
    if shape == BAR:
        return "đ" if letter.islower() else "Đ"
    tone = tone_of(letter)
    return with_mark(with_mark(plain(letter), shape), tone)
