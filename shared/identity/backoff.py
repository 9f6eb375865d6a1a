"""Wrong PINs make the next try wait: per person at one device, and per device. Pure.

A stranger at one device can so never keep an officer out at another, and nobody is kept out
for longer than a quarter of an hour. Times are seconds of a steady clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec import Struct

FREE_TRIES = 5
"""Wrong PINs before anybody has to wait."""

FREE_TRIES_OF_A_DEVICE = 15
"""The same for all people together at one device."""

FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 15 * 60.0
FORGOTTEN_S = 60 * 60.0
MOST_KEYS = 4096

Key = tuple[str, str]
"""Device and person; the person is "" for the device as a whole."""


class Wrong(Struct, frozen=True):
    """Wrong tries as they outlive a restart: how many, and how long ago the last one was."""

    device: str
    person: str
    count: int
    ago_s: float


@dataclass(slots=True)
class _Wrong:
    count: int = 0
    last_s: float = 0.0


@dataclass(slots=True)
class BackOff:
    """Counts wrong tries; a right one forgets those of that person at that device."""

    _wrong: dict[Key, _Wrong] = field(default_factory=dict)

    @staticmethod
    def of(kept: Iterable[Wrong], now_s: float) -> "BackOff":
        """Return one that goes on from what was kept; ``now_s`` is when its ages were true."""
        return BackOff(
            {(each.device, each.person): _Wrong(each.count, now_s - each.ago_s) for each in kept}
        )

    def kept(self, now_s: float) -> list[Wrong]:
        """Return what must outlive a restart: all that is not forgotten yet."""
        return [
            Wrong(device, person, known.count, now_s - known.last_s)
            for (device, person), known in self._wrong.items()
            if now_s - known.last_s < FORGOTTEN_S
        ]

    def wait_s(self, device: str, person: str, now_s: float) -> float:
        """Return how long this person must wait before the next try at this device, 0 if not."""
        own = self._wait((device, person), FREE_TRIES, now_s)
        return max(own, self._wait((device, ""), FREE_TRIES_OF_A_DEVICE, now_s))

    def wrong(self, device: str, person: str, now_s: float) -> None:
        """A try was wrong."""
        for key in ((device, person), (device, "")):
            known = self._fresh(key, now_s)
            self._wrong[key] = _Wrong(known.count + 1, now_s)
        while len(self._wrong) > MOST_KEYS:
            del self._wrong[min(self._wrong, key=lambda key: self._wrong[key].last_s)]

    def right(self, device: str, person: str) -> bool:
        """A try was right; tell whether there were wrong ones to forget."""
        return self._wrong.pop((device, person), None) is not None

    def forget(self, person: str) -> bool:
        """Forget somebody everywhere; tell whether there was anything."""
        keys = [key for key in self._wrong if key[1] == person]
        for key in keys:
            del self._wrong[key]
        return bool(keys)

    def _wait(self, key: Key, free: int, now_s: float) -> float:
        known = self._fresh(key, now_s)
        if known.count < free:
            return 0.0
        wait_s: float = min(FIRST_WAIT_S * 2 ** min(known.count - free, 10), LONGEST_WAIT_S)
        return max(0.0, known.last_s + wait_s - now_s)

    def _fresh(self, key: Key, now_s: float) -> _Wrong:
        known = self._wrong.get(key)
        return known if known and now_s - known.last_s < FORGOTTEN_S else _Wrong()
