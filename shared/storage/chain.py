"""The hash chain of the log: each row's hash covers the whole row and the hash before it.

A changed, missing or moved row breaks the chain from there on. Pure.
"""

import hashlib
from dataclasses import dataclass

START = b"\x00" * 32
"""What stands before the first row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the log: ``body`` is the event as JSON, ``actor`` is ``role/place``."""

    seq: int
    at_ms: int
    day: str
    request: str
    actor: str
    body: str


def row_hash(previous: bytes, row: Row) -> bytes:
    """Return the SHA-256 that belongs to a row after the row with hash ``previous``."""
    texts = (str(row.seq), str(row.at_ms), row.day, row.request, row.actor, row.body)
    # With its length before each, no two different rows are ever the same text.
    text = "".join(f"{len(each)}:{each}" for each in texts)
    return hashlib.sha256(previous + text.encode()).digest()
