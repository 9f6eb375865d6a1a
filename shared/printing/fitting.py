"""Makes a text fit a width: smaller down to a floor, then on more lines; never clipped. Pure.

What stands where on the ticket is layout's.
"""

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, int], float]
"""Text and size in dots to its width in dots."""

NARROWING_DOTS = 8
"""How finely lines are evened out."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size."""

    size: int
    lines: list[str]


def fitted(text: str, size: int, floor: int, width: int, measure: Measure) -> Fitted:
    """Return the largest size between floor and ``size`` that needs no more lines than the floor.

    A word wider than ``width`` is broken between letters; the lines are about equally long.
    """
    fewest = len(wrapped(text, floor, width, measure))
    fit = next(s for s in range(size, floor - 1, -1) if _needs(text, s, width, measure) <= fewest)
    return Fitted(fit, _evened(text, fit, width, measure))


def _needs(text: str, size: int, width: int, measure: Measure) -> int:
    return len(wrapped(text, size, width, measure))


def _evened(text: str, size: int, width: int, measure: Measure) -> list[str]:
    """Return the lines of the narrowest column that needs no more of them, within the width."""
    lines = wrapped(text, size, width, measure)
    low, high = max(width // 2, _widest_word(text, size, measure)), width
    while high - low > NARROWING_DOTS:
        middle = (low + high) // 2
        narrower = wrapped(text, size, middle, measure)
        if len(narrower) > len(lines):
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def _widest_word(text: str, size: int, measure: Measure) -> int:
    return max(int(measure(word, size)) for word in text.split())


def wrapped(text: str, size: int, width: int, measure: Measure) -> list[str]:
    """Return the lines of a text at one size, each as long as the width allows."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, size, width, measure):
            longer = f"{lines[-1]} {piece}".strip()
            if measure(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return [line for line in lines if line]


def _pieces(word: str, size: int, width: int, measure: Measure) -> list[str]:
    """Return a word, broken where it is wider than the paper."""
    if measure(word, size) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if measure(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return [piece for piece in pieces if piece]
