"""Marks of ID cards: hashes under a key that is thrown away when the business day ends.

The number of a card comes this far and no farther: what the queue, its log and the recorded
answers hold is the mark. Without the key nobody can tell whose card it was, although there are
few enough card numbers to try them all. The key stays on the hub, in a file beside the log and
not in it, so that after a restart a mark is the same.
"""

import hmac
import logging
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct

from shared.identity.safe_file import write_safely

log = logging.getLogger(__name__)

MARK_LETTERS = 32


class _Kept(Struct, frozen=True):
    """The key (hex) and the business day (ISO) that it is good for."""

    day: str
    key: str


class DayKey:
    """The key of the present business day. Use from one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Read the key that there is, if any."""
        self._path = path
        self._kept = _read(path)

    def mark(self, day: str, field: str, number: str) -> str:
        """Return the mark of a card for a day and field; raises OSError if no key can be kept.

        The same card has another mark in another field: the log tells nobody's errands.
        """
        if self._kept is None or self._kept.day != day:
            self._renew(day)
        assert self._kept is not None, "a key was made"
        key = bytes.fromhex(self._kept.key)
        return hmac.digest(key, f"{field}:{number}".encode(), "sha256").hex()[:MARK_LETTERS]

    def throw_away_unless(self, day: str) -> None:
        """Let nothing be left of another day's key; raises OSError."""
        if self._kept is not None and self._kept.day != day:
            self._path.unlink(missing_ok=True)
            self._kept = None

    def _renew(self, day: str) -> None:
        fresh = _Kept(day=day, key=secrets.token_hex(32))
        write_safely(self._path, msgspec.json.encode(fresh).decode())
        self._kept = fresh


def _read(path: Path) -> _Kept | None:
    """Return what is kept; a key that cannot be read is as good as thrown away."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        bytes.fromhex(kept.key)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.error("people may take a second number today, %s cannot be read: %s", path, error)
        return None
    return kept
