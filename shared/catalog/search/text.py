"""Vietnamese text made comparable: NFC, case, diacritics, tone placement, i and y. PURE."""

import re
import unicodedata

_PUNCTUATION = re.compile(r"[^\w]+|_")


def nfc(text: str) -> str:
    """Return the text in NFC, runs of white space as one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """Return the text in small letters without diacritics; đ is d."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def syllables(text: str) -> list[str]:
    """Return the words of a text in small NFC letters, without punctuation."""
    return _PUNCTUATION.sub(" ", nfc(text).lower()).split()
