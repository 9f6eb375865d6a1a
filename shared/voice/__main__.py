"""``motcua voice``: which recordings a hall needs for its own voice, and which are missing."""

import argparse
import sys
from pathlib import Path

from shared.voice.clips import missing
from shared.voice.phrases import CHIME, SPOKEN, clips_needed, spoken_words


def main(argv: list[str] | None = None) -> int:
    """List the clips; 1 if some are missing in the given folder."""
    parser = argparse.ArgumentParser(
        prog="motcua voice",
        description="List the recordings that make up the voice, and those a folder lacks.",
    )
    parser.add_argument("--recordings", type=Path, metavar="DIR", help="folder of own recordings")
    parser.add_argument("--languages", default="vi", help=f"of {','.join(SPOKEN)}")
    options = parser.parse_args(argv)
    languages = tuple(options.languages.split(","))
    folder = options.recordings
    lacking = set(missing(folder, languages)) if folder else set()
    for clip in clips_needed(languages):
        words = "two soft tones" if clip == CHIME else f"“{spoken_words(clip)}”"
        print(f"{'missing' if clip in lacking else '       '}  {clip}.wav  {words}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
