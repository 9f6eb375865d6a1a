"""Time for the hub and the devices: the wall clock read once, then the steady one.

Holds the clock only; calendars and opening hours live in shared.domain.opening.
"""

import time
from collections.abc import Callable


class HallClock:
    """Tells UTC milliseconds that never jump and never go back.

    The wall clock is read at the start; afterwards time advances by the monotonic clock,
    because cheap machines change their wall clock under a running program (dead battery,
    late time server). ``speed`` above 1 makes the clock run faster, for rehearsals.
    ``start_ms`` replaces the wall clock's reading.
    """

    def __init__(
        self,
        *,
        start_ms: int | None = None,
        speed: float = 1.0,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.speed = speed
        self._steady = steady
        self._origin_ms = int(wall() * 1000) if start_ms is None else start_ms
        self._origin_steady = steady()

    def now_ms(self) -> int:
        """Return the hall's time in UTC milliseconds."""
        elapsed_s = self._steady() - self._origin_steady
        return self._origin_ms + int(elapsed_s * self.speed * 1000)

    def not_before(self, at_ms: int) -> None:
        """Set the clock forward to a moment (UTC ms) that has certainly been, if it is behind."""
        self._origin_ms += max(0, at_ms - self.now_ms())
