"""Clips made alike, and joined without clicks."""

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.voice.sound import (
    PEAK,
    chime,
    duration_ms,
    faded,
    joined,
    levelled,
    samples,
    trimmed,
)

LARGEST_STEP = 9_000
SOUNDS = st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=500).map(
    lambda values: array("h", values)
)


def test_silence_at_the_ends_is_cut_away() -> None:
    assert trimmed(array("h", [0, 5, 400, -500, 2, 0])) == array("h", [400, -500])
    assert trimmed(array("h", [0, 5])) == array("h")


@given(SOUNDS)
def test_a_faded_sound_begins_and_ends_at_nothing(sound: "array[int]") -> None:
    result = faded(sound)
    assert len(result) == len(sound)
    if len(sound) > 1:
        assert result[0] == result[-1] == 0


@given(SOUNDS)
def test_nothing_is_ever_clipped(sound: "array[int]") -> None:
    assert max(abs(value) for value in levelled(sound)) <= PEAK


def test_quiet_and_loud_clips_become_equally_loud() -> None:
    quiet = levelled(array("h", [100, -100] * 1000))
    loud = levelled(array("h", [9_000, -9_000] * 1000))
    assert quiet == loud
    assert levelled(array("h")) == array("h")


def test_clips_are_joined_in_order_with_silence_between() -> None:
    one, two = array("h", [1] * 10), array("h", [2] * 10)
    result = joined([one, two, one])
    assert [value for value in result if value] == [1] * 10 + [2] * 10 + [1] * 10
    assert duration_ms(result) == duration_ms([0] * (30 + samples(250) + samples(60)))


def test_the_chime_does_not_click() -> None:
    sound = chime()
    assert sound[0] == sound[-1] == 0
    assert max(abs(two - one) for one, two in pairwise(sound)) < LARGEST_STEP
