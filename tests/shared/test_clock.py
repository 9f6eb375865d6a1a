"""Time that never jumps, whatever the wall clock does."""

from shared.clock import HallClock, steady_s

HOUR_S = 3_600


class Clocks:
    """A wall clock and a steady clock, moved by hand."""

    wall_s = 1_000_000.0
    steady_s = 5.0

    def hall_clock(self, speed: float = 1.0, start_ms: int | None = None) -> HallClock:
        return HallClock(
            start_ms=start_ms,
            speed=speed,
            wall=lambda: self.wall_s,
            steady=lambda: self.steady_s,
        )

    def passes(self, clock: HallClock, seconds: int) -> list[int]:
        """Let time pass, followed every second; return what the clock told."""
        told = []
        for _ in range(seconds):
            self.wall_s += 1
            self.steady_s += 1
            clock.follow()
            told.append(clock.now_ms())
        return told


def test_it_starts_with_the_wall_and_goes_on_steadily() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock()
    clocks.steady_s += 2
    assert clock.now_ms() == 1_000_002_000


def test_a_wall_clock_that_leaps_changes_nothing_but_is_told() -> None:
    for leap_s in (-2 * HOUR_S, 2 * HOUR_S, 9 * 365 * 24 * HOUR_S):
        clocks = Clocks()
        clock = clocks.hall_clock()
        clocks.wall_s += leap_s
        assert clocks.passes(clock, 3)[-1] == 1_000_003_000
        assert clock.off_by_ms() == leap_s * 1000


def test_a_wall_clock_that_is_set_right_is_followed_slowly_and_never_back() -> None:
    for set_s in (-5, 5):
        clocks = Clocks()
        clock = clocks.hall_clock()
        clocks.wall_s += set_s
        told = clocks.passes(clock, 20)
        assert told == sorted(told)
        assert told[0] != clocks.wall_s * 1000
        assert clocks.passes(clock, 50)[-1] == clocks.wall_s * 1000
        assert clock.off_by_ms() == 0


def test_what_has_been_has_been_though_the_battery_is_dead() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock()
    clock.not_before(999_000_000)
    assert clock.now_ms() == 1_000_000_000
    clock.not_before(1_000_900_000)
    assert clock.now_ms() == 1_000_900_000
    assert clock.off_by_ms() == -900_000


def test_a_machine_that_started_in_the_past_believes_the_time_server_once() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock()
    clock.not_before(1_000_000_000 + 9 * 365 * 24 * HOUR_S * 1000)
    clocks.wall_s += 9 * 365 * 24 * HOUR_S + 16 * HOUR_S
    assert clocks.passes(clock, 1) == [clocks.wall_s * 1000]
    clocks.wall_s += 24 * HOUR_S
    assert clocks.passes(clock, 1)[0] == (clocks.wall_s - 24 * HOUR_S) * 1000


def test_a_rehearsal_starts_when_it_likes_and_runs_faster() -> None:
    clocks = Clocks()
    clock = clocks.hall_clock(speed=20, start_ms=500)
    clocks.steady_s += 0.5
    assert clock.now_ms() == 10_500
    clock.follow()
    assert clock.now_ms() == 10_500
    assert clock.off_by_ms() == 0


def test_the_steady_clock_goes_on() -> None:
    assert steady_s() <= steady_s()
