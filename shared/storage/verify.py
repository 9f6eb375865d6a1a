"""Walks a whole log and says whether it is whole, or which row is the first bad one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from shared.storage.chain import START, Row, row_hash
from shared.storage.event_log import FILE_NAME, StorageFailed


@dataclass(frozen=True, slots=True)
class Finding:
    """How many rows were walked, and the first bad one with the reason, if any."""

    rows: int
    bad_seq: int | None = None
    reason: str = ""


def verify(folder: Path) -> Finding:
    """Check every row's hash, number and time; raises StorageFailed if it cannot be read."""
    path = folder / FILE_NAME
    if not path.is_file():
        raise StorageFailed(f"no log in {folder}")
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=2.0)) as conn:
            return _walk(_rows(conn))
    except (sqlite3.Error, UnicodeError) as error:
        raise StorageFailed(_plain(path, error)) from error


def _rows(conn: sqlite3.Connection) -> Iterator[tuple[Row, bytes]]:
    query = "SELECT seq, at_ms, day, request, actor, body, hash FROM events ORDER BY seq"
    for *columns, stored in conn.execute(query):
        yield Row(*columns), stored


def _walk(rows: Iterator[tuple[Row, bytes]]) -> Finding:
    previous, count, at_ms = START, 0, 0
    for row, stored in rows:
        reason = _fault(row, stored, previous, count, at_ms)
        if reason:
            return Finding(rows=count, bad_seq=row.seq, reason=reason)
        previous, count, at_ms = stored, count + 1, row.at_ms
    return Finding(rows=count)


def _fault(row: Row, stored: bytes, previous: bytes, count: int, at_ms: int) -> str:
    if row.seq != count + 1:
        return f"row {count + 1} is missing"
    if row_hash(previous, row) != stored:
        return "its content does not match its hash"
    if row.at_ms < at_ms:
        return "it is earlier than the row before it"
    return ""


def _plain(path: Path, error: Exception) -> str:
    if "locked" in str(error):
        return f"{path} is in use: stop the hub first"
    return f"cannot read {path}: {error}"
