"""The waits after wrong secrets, kept in a small file so that a restart of the hub ends none.

How long somebody waits is decided in shared.identity.backoff. The file holds ids, counts and
ages of the last hour, nothing that was typed. Use from one thread at a time.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from shared.identity.backoff import BackOff, Wrong
from shared.identity.safe_file import write_safely

log = logging.getLogger(__name__)


class _Kept(Struct, frozen=True):
    """What the file holds: wrong tries, and the time (UTC ms) at which their ages were true."""

    at_ms: int
    wrong: list[Wrong]


class Waits:
    """The waits of one hall, in memory and on disk."""

    def __init__(
        self, path: Path, now_ms: int, steady: Callable[[], float] = time.monotonic
    ) -> None:
        """Go on from where the last start of the hub ended."""
        self._path = path
        self._steady = steady
        kept = _read(path)
        # A machine that lost its date makes people wait as long as there was left, not longer.
        away_s = max(0, now_ms - kept.at_ms) / 1000
        self._backoff = BackOff.of(kept.wrong, steady() - away_s)

    def wait_s(self, device: str, person: str) -> float:
        """Return how long somebody must wait at a device before the next try."""
        return self._backoff.wait_s(device, person, self._steady())

    def wrong(self, device: str, person: str, now_ms: int) -> None:
        """A try was wrong."""
        self._backoff.wrong(device, person, self._steady())
        self._write(now_ms)

    def right(self, device: str, person: str, now_ms: int) -> None:
        """A try was right."""
        if self._backoff.right(device, person):
            self._write(now_ms)

    def forget(self, person: str, now_ms: int) -> None:
        """Keep nothing of somebody any more."""
        if self._backoff.forget(person):
            self._write(now_ms)

    def _write(self, now_ms: int) -> None:
        kept = _Kept(at_ms=now_ms, wrong=self._backoff.kept(self._steady()))
        try:
            write_safely(self._path, msgspec.json.encode(kept).decode())
        except OSError as error:  # the wait itself holds, until the hub starts anew
            log.error("waits after wrong PINs cannot be kept: %s", error)


def _read(path: Path) -> _Kept:
    """Return what is kept; without a readable file people wait for nothing, and it is told."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except FileNotFoundError:
        pass
    except (OSError, msgspec.DecodeError) as error:
        log.error("waits after wrong PINs are forgotten, %s cannot be read: %s", path, error)
    return _Kept(at_ms=0, wrong=[])
