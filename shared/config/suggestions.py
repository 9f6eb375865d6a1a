"""What somebody may have meant: the nearest known word to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches

NEAR = 0.65
"""So alike (0 to 1) are a word and its misspelling; "colour" and "counter" are not."""
SHORTEST_PART = 3
"""From so many letters on, a part of a word stands for it: "age" for "min_age"."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean "name"?`` to end a sentence with, or nothing when none is near."""
    words = list(known)
    near = get_close_matches(word, words, n=1, cutoff=NEAR)
    longer = [each for each in words if len(word) >= SHORTEST_PART and word in each]
    meant = next(iter([*near, *longer]), None)
    return f' Did you mean "{meant}"?' if meant else ""
