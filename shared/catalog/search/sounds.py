"""How a Vietnamese syllable sounds to those who mix up letters. PURE.

Two syllables with the same key are often written for each other: xinh and sinh, dấy and giấy,
trú and chú, khuyếc and khuyết, ngèo and nghèo.
"""

import re
from functools import lru_cache

_FIRST: tuple[tuple[str, str], ...] = (
    ("ngh", "G"), ("ng", "G"), ("gh", "g"), ("gi", "d"), ("tr", "c"), ("ch", "c"), ("kh", "K"),
    ("nh", "N"), ("ph", "f"), ("th", "T"), ("qu", "W"), ("r", "d"), ("z", "d"), ("v", "d"),
    ("s", "x"), ("k", "k"), ("c", "k"), ("q", "k"), ("l", "n"), ("y", "i"),
)  # fmt: skip
_LAST: tuple[tuple[str, str], ...] = (
    ("nh", "n"), ("ng", "n"), ("ch", "t"), ("c", "t"), ("y", "i"), ("k", "t"),
)  # fmt: skip
_SHORT_GI = re.compile(r"gi(?=$|[mnpct])")


@lru_cache(maxsize=8192)
def sound_key(syllable: str) -> str:
    """Return the key of a folded syllable."""
    rest = _SHORT_GI.sub("di", syllable)
    first = ""
    for written, key in _FIRST:
        if rest.startswith(written) and len(rest) > len(written):
            first, rest = key, rest[len(written) :]
            break
    for written, key in _LAST:
        if rest.endswith(written) and len(rest) > len(written):
            rest = rest[: -len(written)] + key
            break
    return first + rest
