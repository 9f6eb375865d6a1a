"""Tells a scanner that types like a keyboard from a person who does.

A scanner sends its letters faster than fingers can, and ends with Enter. Works on the keys
themselves, before any input method or our own composing could change them. Pure.
"""

from dataclasses import dataclass, replace

FAST_MS = 50
"""From one key of a scanner to its next; people need twice as long."""

SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Burst:
    """Keys that came one right after the other; times are of a steady clock."""

    text: str = ""
    last_ms: int = 0


def typed(burst: Burst, letter: str, at_ms: int) -> Burst:
    """Return the burst after a letter; a pause begins a new one."""
    if at_ms - burst.last_ms > FAST_MS:
        return Burst(letter, at_ms)
    return replace(burst, text=burst.text + letter, last_ms=at_ms)


def scanned(burst: Burst, at_ms: int, *, cards: bool = False) -> str:
    """Return what a scanner sent, now that Enter has come; "" if a person typed.

    ``cards`` tells whether ID cards may be read, whose code holds a name with spaces.
    """
    fast = at_ms - burst.last_ms <= FAST_MS
    is_code = len(burst.text) >= SHORTEST and (cards or " " not in burst.text)
    return burst.text if fast and is_code else ""
