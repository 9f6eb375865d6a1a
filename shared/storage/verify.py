"""Walks a whole log and says whether it is whole, or which row is the first bad one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec

from shared.domain.events import AnyEvent, DayOpened, Event
from shared.storage.chain import START, Broken, Row, reply_hash, whole
from shared.storage.event_log import FILE_NAME, StorageFailed

_event_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


@dataclass(frozen=True, slots=True)
class Finding:
    """How many rows were walked, and the first bad one with the reason, if any.

    ``bad_seq`` is 0 when the rows are whole but what is kept beside them is not.
    """

    rows: int
    bad_seq: int | None = None
    reason: str = ""


def verify(folder: Path) -> Finding:
    """Check every row: hash, number, time, and that it is an event.

    Then the days' first rows and the recorded answers. Changes nothing; raises StorageFailed
    if there is no log to read, or a hub holds it.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        raise StorageFailed(f"no log in {folder}")
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=2.0)) as conn:
            # Text that is not UTF-8 is a bad row, not the end of the walk.
            conn.text_factory = _text
            conn.execute("SELECT count(*) FROM sqlite_schema")
            return _walked(conn)
    except (sqlite3.Error, UnicodeError) as error:  # SQLite may quote damage as it is
        raise StorageFailed(_plain(path, error)) from error


def _walked(conn: sqlite3.Connection) -> Finding:
    count, days = 0, dict[str, int]()
    try:
        for row in whole(_rows(conn), 1, START):
            if _event_of(row) is DayOpened:
                days[row.day] = row.seq
            count = row.seq
        reason = _beside(conn, days)
        return Finding(rows=count, bad_seq=0 if reason else None, reason=reason)
    except Broken as broken:
        return Finding(rows=count, bad_seq=broken.seq, reason=str(broken))
    except sqlite3.DatabaseError as error:
        return Finding(rows=count, bad_seq=count + 1, reason=f"it cannot be read: {error}")


def _beside(conn: sqlite3.Connection, days: dict[str, int]) -> str:
    """Return what is wrong with the tables beside the log, or ""."""
    if dict(conn.execute("SELECT day, first_seq FROM days")) != days:
        return "the days do not begin where the table of days says"
    for *columns, stored in conn.execute(
        "SELECT request, at_ms, command, reply, hash FROM replies"
    ):
        if reply_hash(*columns) != stored:
            return f"the recorded answer to request {columns[0]} is damaged"
    fault: str = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if fault == "ok" else fault


def _rows(conn: sqlite3.Connection) -> Iterator[tuple[Row, bytes]]:
    query = "SELECT seq, at_ms, day, request, actor, body, hash FROM events ORDER BY seq"
    for *columns, stored in conn.execute(query):
        yield Row(*columns), stored


def _event_of(row: Row) -> type[Event]:
    try:
        return type(_event_decoder.decode(row.body))
    except msgspec.DecodeError as error:
        raise Broken(row.seq, f"it is no event of this program: {error}") from error


def _text(stored: bytes) -> str:
    return stored.decode(errors="replace")


def _plain(path: Path, error: Exception) -> str:
    if "locked" in str(error):
        return f"{path} is in use: stop the hub first"
    return f"cannot read {path}: {error}"
