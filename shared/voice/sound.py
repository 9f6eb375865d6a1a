"""Sound as numbers: 16-bit mono at 22,050 a second; trimmed, faded, levelled, joined. Pure."""

import math
from array import array
from collections.abc import Sequence

RATE_HZ = 22_050
FADE_MS = 8
QUIET = 300
"""Samples below this are silence at the ends of a clip."""

LOUDNESS = 5_200.0
"""Root mean square that every clip is brought to."""

PEAK = 29_000
GAP_MS = 60
CHIME_GAP_MS = 250


def samples(duration_ms: float) -> int:
    """Return how many samples last so long."""
    return round(duration_ms * RATE_HZ / 1000)


def duration_ms(sound: Sequence[int]) -> int:
    """Return how long a sound lasts."""
    return round(len(sound) * 1000 / RATE_HZ)


def trimmed(sound: "array[int]") -> "array[int]":
    """Return the sound without the silence at its ends."""
    loud = [at for at, value in enumerate(sound) if abs(value) > QUIET]
    return sound[loud[0] : loud[-1] + 1] if loud else array("h")


def faded(sound: "array[int]") -> "array[int]":
    """Return the sound beginning and ending at nothing, so that joins do not click."""
    result = array("h", sound)
    length = min(samples(FADE_MS), len(result) // 2)
    for at in range(length):
        result[at] = round(result[at] * at / length)
        result[-1 - at] = round(result[-1 - at] * at / length)
    return result


def levelled(sound: "array[int]") -> "array[int]":
    """Return the sound at the loudness of all clips, never clipped."""
    if not sound:
        return sound
    rms = math.sqrt(sum(value * value for value in sound) / len(sound))
    peak = max(abs(value) for value in sound)
    gain = min(LOUDNESS / max(rms, 1.0), PEAK / max(peak, 1))
    return array("h", (round(value * gain) for value in sound))


def joined(clips: Sequence["array[int]"]) -> "array[int]":
    """Return clips one after the other with short silences; the first is the chime."""
    result = array("h")
    for at, clip in enumerate(clips):
        if at:
            gap_ms = CHIME_GAP_MS if at == 1 else GAP_MS
            result.extend([0] * samples(gap_ms))
        result.extend(clip)
    return result


def chime() -> "array[int]":
    """Return two soft tones, the second lower, each fading away."""
    tones = [_tone(659.25, 420), _tone(523.25, 620)]
    return faded(tones[0] + tones[1])


def _tone(frequency_hz: float, length_ms: int) -> "array[int]":
    count = samples(length_ms)
    attack = samples(12)
    values = array("h")
    for at in range(count):
        angle = 2 * math.pi * frequency_hz * at / RATE_HZ
        shape = min(1.0, at / attack) * math.exp(-4.0 * at / count) * (1 - at / count)
        values.append(round(11_000 * shape * (math.sin(angle) + 0.25 * math.sin(2 * angle))))
    return values
