"""Undoes Telex and VNI: what was typed where the input method slept. PURE.

``khai sinhf`` and ``d9a8ng ky1`` are keystrokes that should have become letters. Whether a word
is such a leftover is decided by shared.catalog.search.spelling, which knows the words.
"""

import re
import unicodedata

_MARKS = {2: "\u0300", 3: "\u0301", 4: "\u0309", 5: "\u0303", 6: "\u0323"}
_TELEX_TONES = {"f": 2, "s": 3, "r": 4, "x": 5, "j": 6, "z": 1}
_VNI_TONES = {"1": 3, "2": 2, "3": 4, "4": 5, "5": 6, "0": 1}
_ROOFS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"u": "ư", "o": "ơ"}
_CLUSTER = re.compile(r"([aăâeêioôơuưy])")
_ENDING = re.compile(r"(ng|nh|ch|[cmnpt])?$")
_HALF_HORNED = re.compile(r"ưo(?=.)|uơ(?=.)")
_TELEX = re.compile(r"[a-zđ]*(?:[sfrxjzw]|aa|ee|oo|dd|a\w*a|e\w*e|o\w*o|d\w*d)[a-z]*")
_VNI = re.compile(r"[a-z]+\d[a-z0-9]*")


def untyped(word: str) -> str | None:
    """Return the syllable that these keystrokes mean, or None when they look like none."""
    if _VNI.fullmatch(word):
        return _vni(word)
    return _telex(word) if _TELEX.fullmatch(word) else None


def _telex(word: str) -> str | None:
    """Read Telex: a letter after the first vowel may be a tone, a roof or a horn."""
    letters, tone = "", 1
    for char in word:
        vowel = bool(_CLUSTER.search(letters))
        if vowel and char in _TELEX_TONES:
            tone = _TELEX_TONES[char]
        elif char == "w":
            letters = _horned(letters)
        elif char == "d" and letters.startswith("d"):
            letters = "đ" + letters[1:]
        elif char in _ROOFS and char in letters:
            letters = _roofed(letters, char)
        else:
            letters += char
    return _with_tone(letters, tone)


def _vni(word: str) -> str | None:
    """Read VNI: 1 to 5 are tones, 6 a roof, 7 a horn, 8 a breve, 9 the stroke of đ."""
    letters, tone = "", 1
    for char in word:
        if char in _VNI_TONES:
            tone = _VNI_TONES[char]
        elif char == "6":
            found = next((vowel for vowel in reversed(letters) if vowel in _ROOFS), "")
            letters = _roofed(letters, found) if found else letters
        elif char in "78":
            letters = _horned(letters) if _CLUSTER.search(letters) else letters
        elif char == "9":
            letters = letters.replace("d", "đ", 1)
        else:
            letters += char
    return _with_tone(letters, tone)


def _roofed(letters: str, vowel: str) -> str:
    """Put the roof on the last such vowel."""
    place = letters.rindex(vowel)
    return letters[:place] + _ROOFS[vowel] + letters[place + 1 :]


def _horned(letters: str) -> str:
    """Put horns on ``uo``, else on the last u or o, else the breve on the last a."""
    if "uo" in letters:
        return letters.replace("uo", "ươ", 1)
    if "ưo" in letters:
        return letters.replace("ưo", "ươ", 1)
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in _HORNS:
            return letters[:place] + _HORNS[letters[place]] + letters[place + 1 :]
        if letters[place] == "a":
            return letters[:place] + "ă" + letters[place + 1 :]
    return letters + "ư"


def _with_tone(letters: str, tone: int) -> str | None:
    """Set the tone mark on the vowel before the ending; without a vowel there is no syllable."""
    letters = _HALF_HORNED.sub("ươ", letters)
    ending = _ENDING.search(letters)
    stem = letters[: ending.start()] if ending else letters
    places = [match.start() for match in _CLUSTER.finditer(stem)]
    if not places:
        return None
    place = places[-1]
    marked = stem[: place + 1] + _MARKS.get(tone, "") + letters[place + 1 :]
    return unicodedata.normalize("NFC", marked)
