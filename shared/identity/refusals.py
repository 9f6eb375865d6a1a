"""Strangers are written down once, not ten thousand times. Pure.

Times are seconds of a steady clock.
"""

from dataclasses import dataclass, field

TOLD_AGAIN_S = 60.0
MOST_REMEMBERED = 1024


@dataclass(slots=True)
class Refusals:
    """Which refusals were told lately, by address and reason."""

    _told_s: dict[tuple[str, str], float] = field(default_factory=dict)

    def worth_telling(self, address: str, reason: str, now_s: float) -> bool:
        """Tell whether this refusal is news: the first of its kind for a minute."""
        key = (address, reason)
        told_s = self._told_s.get(key)
        if told_s is not None and now_s - told_s < TOLD_AGAIN_S:
            return False
        self._told_s.pop(key, None)
        self._told_s[key] = now_s
        if len(self._told_s) > MOST_REMEMBERED:
            del self._told_s[next(iter(self._told_s))]
        return True
