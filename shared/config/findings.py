"""What is wrong with a hall file: collected, never raised one by one.

How a mistake is found is told by the readers of each section.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

KeyPath = tuple[str | int, ...]
"""Where a value stands: names of keys, and places in lists counted from zero."""


@dataclass(frozen=True, slots=True)
class HallFileError:
    """One mistake (or warning): the file, the key in it and a plain sentence.

    ``key`` counts places in lists from one, as in ``field[2].name``; ``line`` is the nearest
    line known, or None.
    """

    file: Path
    key: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class HallFileErrors(Exception):
    """The hall file cannot be used; ``errors`` holds all mistakes, in the order of reading."""

    def __init__(self, errors: Iterable[HallFileError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class Findings:
    """Collects the errors and warnings of one file."""

    def __init__(self, file: Path, lines: Mapping[KeyPath, int]) -> None:
        self._file = file
        self._lines = lines
        self.errors: list[HallFileError] = []
        self.warnings: list[HallFileError] = []

    def error(self, at: KeyPath, message: str) -> None:
        """Note a mistake that makes the file unusable."""
        self.errors.append(self._finding(at, message))

    def warn(self, at: KeyPath, message: str) -> None:
        """Note something that can be used but is hardly meant."""
        self.warnings.append(self._finding(at, message))

    def include(self, other: "Findings") -> None:
        """Add what was found in another file."""
        self.errors += other.errors
        self.warnings += other.warnings

    def _finding(self, at: KeyPath, message: str) -> HallFileError:
        nearest = (at, (*at, 0), *(at[:end] for end in range(len(at) - 1, 0, -1)))
        lines = (self._lines[place] for place in nearest if place in self._lines)
        return HallFileError(self._file, written(at), message, next(lines, None))


def written(at: KeyPath) -> str:
    """Return a key path as people write it: ``field[2].name``."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in at)
    return "".join(parts).removeprefix(".")
