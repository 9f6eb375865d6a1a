"""Time for the hub and the devices: the wall clock read once, then the steady one.

Holds the clock only; calendars and opening hours live in shared.domain.opening.
"""

import time
from collections.abc import Callable

BELIEVED_MS = 10 * 60_000
"""By so much the wall clock may be set under a running program; a leap is not believed."""

SLEW = 0.1
"""A difference is made up for at a tenth of the time that passes."""


def steady_s() -> float:
    """Return seconds that never jump and go on while the machine sleeps."""
    boot_clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    # Linux stops its monotonic clock in sleep; other systems do not, and have no other.
    return time.monotonic() if boot_clock is None else time.clock_gettime(boot_clock)


class HallClock:
    """Tells UTC milliseconds that never jump and never go back.

    The wall clock is read at the start; afterwards time advances by the steady clock, because
    cheap machines change their wall clock under a running program (dead battery, late time
    server). ``speed`` above 1 makes the clock run faster, for rehearsals. ``start_ms``
    replaces the wall clock for good.
    """

    def __init__(
        self,
        *,
        start_ms: int | None = None,
        speed: float = 1.0,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = steady_s,
    ) -> None:
        self.speed = speed
        self._wall = wall
        self._steady = steady
        self._follows_wall = start_ms is None and speed == 1.0
        self._origin_ms = int(wall() * 1000) if start_ms is None else start_ms
        self._origin_steady = steady()
        self._latest_ms = self._origin_ms
        self._followed_s = self._origin_steady
        self._set_forward = False

    def now_ms(self) -> int:
        """Return the hall's time in UTC milliseconds."""
        elapsed_s = self._steady() - self._origin_steady
        told_ms = self._origin_ms + int(elapsed_s * self.speed * 1000)
        self._latest_ms = max(self._latest_ms, told_ms)
        return self._latest_ms

    def not_before(self, at_ms: int) -> None:
        """Set the clock forward to a moment (UTC ms) that has certainly been, if it is behind."""
        behind_ms = at_ms - self.now_ms()
        if behind_ms > 0:
            self._origin_ms += behind_ms
            self._set_forward = True

    def off_by_ms(self) -> int:
        """Return how far the wall clock is from the hall's time, too far to be believed, or 0."""
        off_ms = self._wall_ahead_ms()
        return off_ms if abs(off_ms) > BELIEVED_MS else 0

    def follow(self) -> None:
        """Take over what the wall clock was set to; call it about once a second.

        Small differences are made up for slowly. A leap is believed only if it is the
        correction of a machine that had started in the past (dead battery, then a time server).
        """
        elapsed_s, self._followed_s = self._steady() - self._followed_s, self._steady()
        ahead_ms = self._wall_ahead_ms()
        if abs(ahead_ms) <= BELIEVED_MS:
            most_ms = int(elapsed_s * 1000 * SLEW)
            self._origin_ms += max(-most_ms, min(most_ms, ahead_ms))
        elif ahead_ms > 0 and self._set_forward:
            self._origin_ms += ahead_ms
            self._set_forward = False

    def _wall_ahead_ms(self) -> int:
        return int(self._wall() * 1000) - self.now_ms() if self._follows_wall else 0
