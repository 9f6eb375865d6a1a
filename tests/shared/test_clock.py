"""Time that never jumps, whatever the wall clock does."""

from shared.clock import HallClock


class Clocks:
    """A wall clock and a steady clock, moved by hand."""

    wall_s = 1_000.0
    steady_s = 5.0

    def hall_clock(self, speed: float = 1.0, start_ms: int | None = None) -> HallClock:
        return HallClock(
            start_ms=start_ms,
            speed=speed,
            wall=lambda: self.wall_s,
            steady=lambda: self.steady_s,
        )


def test_it_starts_with_the_wall_and_goes_on_steadily() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock()
    clocks.steady_s += 2
    assert clock.now_ms() == 1_002_000


def test_a_wall_clock_that_jumps_changes_nothing() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock()
    clocks.wall_s -= 7_200
    assert clock.now_ms() == 1_000_000


def test_a_rehearsal_starts_when_it_likes_and_runs_faster() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock(speed=20, start_ms=500)
    clocks.steady_s += 0.5
    assert clock.now_ms() == 10_500
