"""Makes all clips with espeak-ng, once, at installation: ``python -m shared.voice.build_clips``.

The engine is given written-out words only, never digits: it reads numbers its own way.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from shared.voice.clips import BUILT, missing, read_wav, write_wav
from shared.voice.phrases import CHIME, SPOKEN, clips_needed, spoken_words
from shared.voice.sound import chime, faded, levelled, trimmed

VOICES = {"vi": "vi", "en": "en"}
WORDS_A_MINUTE = 135


def main(argv: list[str] | None = None) -> int:
    """Make the clips that are missing; 1 if the speech engine is not there."""
    parser = argparse.ArgumentParser(description="Make the voice clips with espeak-ng.")
    parser.add_argument("--out", type=Path, default=BUILT, metavar="DIR")
    folder = parser.parse_args(argv).out
    try:
        for clip in missing(folder, tuple(SPOKEN)):
            _build(folder, clip)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"cannot make the voice clips: {error}", file=sys.stderr)
        return 1
    print(f"{len(clips_needed(tuple(SPOKEN)))} voice clips in {folder}")
    return 0


def _build(folder: Path, clip: str) -> None:
    if clip == CHIME:
        write_wav(folder / f"{CHIME}.wav", chime())
        return
    language = clip.partition("/")[0]
    with tempfile.TemporaryDirectory() as scratch:
        raw = Path(scratch) / "raw.wav"
        speed, voice = str(WORDS_A_MINUTE), VOICES[language]
        command = ["espeak-ng", "-v", voice, "-s", speed, "-w", str(raw), spoken_words(clip)]
        subprocess.run(command, check=True, capture_output=True)
        write_wav(folder / f"{clip}.wav", faded(levelled(trimmed(read_wav(raw)))))


if __name__ == "__main__":
    sys.exit(main())
