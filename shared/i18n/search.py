"""Searching as people type: without case or diacritics, words by their beginnings."""

import re
import unicodedata


def folded(text: str) -> str:
    """Return a text without case and diacritics, đ too."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def finds(query: str, text: str) -> bool:
    """Tell whether a text has a word for each word begun in the query."""
    words = re.findall(r"\w+", folded(text))
    return all(any(word.startswith(part) for word in words) for part in folded(query).split())
