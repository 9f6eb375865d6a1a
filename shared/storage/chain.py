"""The hash chain of the log: each row's hash covers the whole row and the hash before it.

A changed, missing or moved row breaks the chain from there on. Recorded answers are hashed
one by one, because old ones are forgotten. Pure.
"""

import hashlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

START = b"\x00" * 32
"""What stands before the first row."""


class Broken(Exception):
    """Row ``seq`` is the first that does not belong where it stands; the text says why."""

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(reason)
        self.seq = seq


class Row(Struct, frozen=True):
    """One row of the log: ``body`` is the event as JSON, ``actor`` is ``role/place``."""

    seq: int
    at_ms: int
    day: str
    request: str
    actor: str
    body: str


def row_hash(previous: bytes, row: Row) -> bytes:
    """Return the SHA-256 that belongs to a row after the row with hash ``previous``."""
    texts = (row.seq, row.at_ms, row.day, row.request, row.actor, row.body)
    return hashlib.sha256(previous + _unmistakable(texts)).digest()


def reply_hash(request: str, at_ms: int, command: str, reply: str) -> bytes:
    """Return the SHA-256 over a whole recorded answer."""
    return hashlib.sha256(_unmistakable((request, at_ms, command, reply))).digest()


def whole(rows: Iterable[tuple[Row, bytes]], first_seq: int, previous: bytes) -> Iterator[Row]:
    """Yield rows read with their hashes, from ``first_seq`` on; raises Broken at a bad one."""
    at_ms = 0
    for seq, (row, stored) in enumerate(rows, first_seq):
        if row.seq != seq:
            raise Broken(seq, "it is missing")
        if row_hash(previous, row) != stored:
            raise Broken(seq, "its content does not match its hash")
        if row.at_ms < at_ms:
            raise Broken(seq, "it is earlier than the row before it")
        previous, at_ms = stored, row.at_ms
        yield row


def _unmistakable(values: tuple[object, ...]) -> bytes:
    # With its length before each, no two different rows are ever the same text.
    texts = [str(each) for each in values]
    return "".join([f"{len(each)}:{each}" for each in texts]).encode()
