"""The window in which devices may be let in."""

from shared.identity.window import (
    GUESSES,
    LONGEST_PAUSE_S,
    SHUT,
    WINDOW_MS,
    guessed,
    is_open,
    opened,
    pause_s,
)


def test_it_is_shut_until_staff_open_it_and_five_minutes_later() -> None:
    assert not is_open(SHUT, 0)
    window = opened(1000)
    assert is_open(window, 1000)
    assert is_open(window, 1000 + WINDOW_MS - 1)
    assert not is_open(window, 1000 + WINDOW_MS)


def test_the_sixth_guess_finds_it_shut() -> None:
    window = opened(0)
    for _ in range(GUESSES):
        assert is_open(window, 1)
        window = guessed(window)
    assert not is_open(window, 1)


def test_a_device_that_is_guessed_at_rests_longer_and_longer() -> None:
    pauses = [pause_s(wrong) for wrong in range(1, 30)]
    assert pauses[:3] == [5, 10, 20]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE_S
