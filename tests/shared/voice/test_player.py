"""What was really said: recorded from a sound card made of software, the clips found in it."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from shared.voice.clips import BUILT, read_wav
from shared.voice.phrases import phrase
from shared.voice.sound import RATE_HZ
from tests.shared.voice.speak import CALLS

pytestmark = pytest.mark.xdist_group("serial")

FOUND = 0.7
"""Correlation of a clip with the place where it was played; of others it stays far below."""

Sound = np.ndarray[tuple[int], np.dtype[np.float64]]


def recorded(env: dict[str, str], folder: Path) -> tuple[Sound, str]:
    """Return what the hall heard, and what the player said of it."""
    raw = folder / "heard.raw"
    options = ["--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1"]
    with raw.open("wb") as file:
        recorder = subprocess.Popen(
            ["parecord", *options, "--device=hall.monitor", "--latency-msec=50"],
            stdout=file,
            env=env,
        )
        while not raw.stat().st_size:
            assert recorder.poll() is None
        done = subprocess.run(
            [sys.executable, "-m", "tests.shared.voice.speak"],
            env=env,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        recorder.terminate()
        recorder.wait()
    return np.frombuffer(raw.read_bytes(), dtype="<i2").astype(np.float64), done.stdout


def best_match(heard: Sound, clip: str) -> tuple[float, int]:
    """Return the best normalised correlation of a clip with what was heard, and where."""
    sound = np.array(read_wav(BUILT / f"{clip}.wav"), dtype=np.float64)
    size = len(heard) + len(sound)
    products = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sound, size)), size)
    energy = np.cumsum(np.concatenate([[0.0], heard**2]))
    count = len(heard) - len(sound)
    norms = np.sqrt((energy[len(sound) : len(sound) + count] - energy[:count]) * (sound**2).sum())
    scores = products[:count] / np.maximum(norms, 1e6)
    at = int(np.argmax(scores))
    return float(scores[at]), at


def test_both_calls_are_heard_whole_and_in_order(
    sound_card: dict[str, str], tmp_path: Path
) -> None:
    heard, told = recorded(sound_card, tmp_path)
    assert told == "spoken 1\nspoken 2\n"
    position = 0
    for number, counter in CALLS:
        for clip in phrase(number, counter, ("vi",)):
            score, at = best_match(heard[position:], clip)
            first = _first_good(heard[position:], clip)
            assert score > FOUND, f"{clip} was not heard after {position / RATE_HZ:.1f} s"
            assert first <= at
            length = len(read_wav(BUILT / f"{clip}.wav"))
            position += first + int(length * 0.9)
    assert best_match(heard, "vi/9")[0] < FOUND, "a word was heard that was not said"


def _first_good(heard: Sound, clip: str) -> int:
    """Return where a clip is heard first: the earliest place that is good enough."""
    window = int(RATE_HZ * 2.5) + len(read_wav(BUILT / f"{clip}.wav"))
    score, at = best_match(heard[:window], clip)
    assert score > FOUND, f"{clip} was not heard soon enough"
    return at


def test_without_a_sound_card_the_hall_is_told_at_once(tmp_path: Path) -> None:
    env = os.environ | {"PULSE_SERVER": f"unix:{tmp_path}/nothing", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.shared.voice.speak"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "failed 1\nfailed 2\n"
