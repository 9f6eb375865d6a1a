"""When devices may be let in: only in a window that staff opened, and only a few guesses. Pure.

Times are milliseconds of a steady clock.
"""

from dataclasses import dataclass, replace

WINDOW_MS = 5 * 60_000
GUESSES = 5
MOST_WAITING = 5
"""A stranger that offers itself many times cannot fill staff's list for ever: the sixth is
turned away, and the window's end frees the list."""

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 600.0


@dataclass(frozen=True, slots=True)
class Window:
    """The time until which devices may be let in; shut from the beginning."""

    until_ms: int = 0
    guesses_left: int = 0


SHUT = Window()


def opened(now_ms: int) -> Window:
    """Return a fresh window, opened now."""
    return Window(until_ms=now_ms + WINDOW_MS, guesses_left=GUESSES)


def is_open(window: Window, now_ms: int) -> bool:
    """Tell whether a code may be tried now."""
    return now_ms < window.until_ms and window.guesses_left > 0


def guessed(window: Window) -> Window:
    """Return the window after a code that was wrong, or whose device went away."""
    return replace(window, guesses_left=window.guesses_left - 1)


def pause_s(wrong_guesses: int) -> float:
    """Return how long a device shows no new code after so many wrong guesses at it in a row.

    A false hub that guesses all day long gets some 150 of a million codes.
    """
    doubled: float = FIRST_PAUSE_S * 2 ** min(wrong_guesses - 1, 10)
    return min(doubled, LONGEST_PAUSE_S)
