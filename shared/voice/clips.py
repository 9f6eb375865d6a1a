"""Clips on disk: the hall's own recordings first, then those made at installation."""

import logging
import sys
import wave
from array import array
from pathlib import Path

from shared.voice.phrases import clips_needed
from shared.voice.sound import RATE_HZ

log = logging.getLogger(__name__)

BUILT = Path(__file__).parent / "clips"


class BadClip(Exception):
    """A recording cannot be used; the text names the file and the reason."""


class Clips:
    """Finds and keeps clips; a recording that cannot be used is reported and passed over."""

    def __init__(self, recordings: Path | None = None, built: Path = BUILT) -> None:
        self._folders = [folder for folder in (recordings, built) if folder is not None]
        self._kept: dict[str, array[int]] = {}

    def get(self, clip: str) -> "array[int]":
        """Return a clip's samples; an unknown clip is silence, and is logged."""
        if clip not in self._kept:
            self._kept[clip] = self._read(clip)
        return self._kept[clip]

    def _read(self, clip: str) -> "array[int]":
        for folder in self._folders:
            path = folder / f"{clip}.wav"
            if path.is_file():
                try:
                    return read_wav(path)
                except BadClip as error:
                    log.error("%s", error)
        log.error("no clip %s", clip)
        return array("h")


def missing(folder: Path, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the clips that a folder lacks."""
    return tuple(c for c in clips_needed(languages) if not (folder / f"{c}.wav").is_file())


def read_wav(path: Path) -> "array[int]":
    """Return a WAV file's samples as 16-bit mono at our rate; raises BadClip."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != 2:
                raise BadClip(f"{path}: record with 16 bits a sample")
            sound = array("h", file.readframes(file.getnframes()))
            channels, rate = file.getnchannels(), file.getframerate()
    except (wave.Error, EOFError, OSError) as error:
        raise BadClip(f"{path}: {error}") from error
    if sys.byteorder == "big":
        sound.byteswap()
    mono = sound[::channels]
    if rate == RATE_HZ:
        return mono
    count = len(mono) * RATE_HZ // rate
    return array("h", (mono[at * rate // RATE_HZ] for at in range(count)))


def write_wav(path: Path, sound: "array[int]") -> None:
    """Write samples as a WAV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(sound.tobytes())
