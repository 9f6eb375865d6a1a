"""The event log in SQLite: appended in transactions, read from the current business day on.

An append is on disk when it returns (WAL, synchronous=FULL). After StorageFailed nobody knows
whether the batch is on disk: the hub must stop and start again from the log.
One thread at a time may use an EventLog.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from shared.storage.chain import START, Row, row_hash
from shared.storage.schema import SchemaTooNew, migrate

FILE_NAME = "hall.db"


class StorageFailed(Exception):
    """The disk or the database refused; the text says what and where."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event to append; ``opens_day`` marks the first event of a business day."""

    at_ms: int
    day: str
    request: str
    actor: str
    body: str
    opens_day: bool = False


@dataclass(frozen=True, slots=True)
class RecordedReply:
    """The answer that a request got; ``command`` and ``reply`` are JSON."""

    request: str
    at_ms: int
    command: str
    reply: str


class EventLog:
    """The open log of one hall, held exclusively."""

    def __init__(self, folder: Path) -> None:
        """Open or create ``folder/hall.db``; raises StorageFailed."""
        self.path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = Database(_connect(self.path))
            migrate(self._db)
            self._last_seq, self._last_hash = self._tail()
        except (sqlite3.Error, OSError, SchemaTooNew) as error:
            raise StorageFailed(f"cannot open {self.path}: {error}") from error

    @property
    def last_seq(self) -> int:
        """Return the number of the newest row, 0 for an empty log."""
        return self._last_seq

    def append(self, entries: Sequence[Entry], replies: Sequence[RecordedReply]) -> None:
        """Write events and the answers they were given in one transaction."""
        seq, previous = self._last_seq, self._last_hash
        rows, days = [], []
        for entry in entries:
            seq += 1
            row = Row(seq, entry.at_ms, entry.day, entry.request, entry.actor, entry.body)
            previous = row_hash(previous, row)
            rows.append((seq, *_columns(entry), previous))
            if entry.opens_day:
                days.append((entry.day, seq))
        self._commit(rows, replies, days)
        self._last_seq, self._last_hash = seq, previous

    def today(self) -> Iterator[Row]:
        """Yield the rows of the current business day, oldest first."""
        query = "SELECT max(first_seq) FROM days"
        first_seq = self._db.execute(query).fetchone()[0] or 1
        return self.rows_from(first_seq)

    def rows_from(self, seq: int) -> Iterator[Row]:
        """Yield the rows from number ``seq`` on."""
        query = "SELECT seq, at_ms, day, request, actor, body FROM events WHERE seq >= ?"
        for row in self._db.execute(query + " ORDER BY seq", [seq]):
            yield Row(*row)

    def replies_since(self, at_ms: int) -> Iterator[RecordedReply]:
        """Yield the answers given since a moment (UTC ms)."""
        query = "SELECT request, at_ms, command, reply FROM replies WHERE at_ms >= ?"
        for row in self._db.execute(query, [at_ms]):
            yield RecordedReply(*row)

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _tail(self) -> tuple[int, bytes]:
        row = self._db.execute("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, START)

    def _commit(
        self,
        rows: Sequence[tuple[int | str | bytes, ...]],
        replies: Sequence[RecordedReply],
        days: Sequence[tuple[str, int]],
    ) -> None:
        # Plain SQL here: this is the hot path, and the table API costs 25 us a row.
        conn = self._db.conn
        try:
            with self._db.atomic():
                conn.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
                conn.executemany(
                    "INSERT INTO replies VALUES (?, ?, ?, ?)",
                    [(r.request, r.at_ms, r.command, r.reply) for r in replies],
                )
                if days:
                    conn.executemany("INSERT INTO days VALUES (?, ?)", days)
        except sqlite3.Error as error:
            raise StorageFailed(f"cannot write {self.path}: {error}") from error


def _connect(path: Path) -> sqlite3.Connection:
    # The hub opens the log in one thread and hands it to its writer thread for good.
    conn = sqlite3.connect(path, check_same_thread=False, timeout=2.0)
    conn.execute("PRAGMA locking_mode = EXCLUSIVE")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    return conn


def _columns(entry: Entry) -> tuple[int, str, str, str, str]:
    return entry.at_ms, entry.day, entry.request, entry.actor, entry.body
