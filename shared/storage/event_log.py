"""The event log in SQLite: appended in transactions, read from the current business day on.

An append is on disk when it returns (WAL, synchronous=FULL). After StorageFailed nobody knows
whether the batch is on disk: the hub must stop and start again from the log.
One thread at a time may use an EventLog.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain as joined
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from shared.storage.chain import START, Broken, Row, reply_hash, row_hash, whole
from shared.storage.schema import SchemaTooNew, migrate

FILE_NAME = "hall.db"
ROWS_A_STATEMENT = 1000
"""SQLite takes 32,766 values in one statement; a row has seven at most."""

IN_USE = "another hub, or another program, is using it"

Values = tuple[int | str | bytes | None, ...]


class StorageFailed(Exception):
    """The disk or the database refused; the text says what and where."""


class Entry(Struct, frozen=True):
    """An event to append; ``opens_day`` marks the first event of a business day."""

    at_ms: int
    day: str
    request: str
    actor: str
    body: str
    opens_day: bool = False


class RecordedReply(Struct, frozen=True):
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
        with self._told("open"):
            folder.mkdir(parents=True, exist_ok=True)
            self._db = _opened(self.path)
            query = "SELECT seq, day, hash FROM events ORDER BY seq DESC LIMIT 1"
            newest = self._db.execute(query).fetchone() or (0, "", START)
        self.last_seq: int = newest[0]
        self.last_day: str = newest[1]
        self._last_hash: bytes = newest[2]

    def append(
        self,
        entries: Sequence[Entry],
        replies: Sequence[RecordedReply],
        *,
        forget_before_ms: int = 0,
    ) -> None:
        """Write events and the answers they were given in one transaction.

        Answers older than ``forget_before_ms`` (UTC) are deleted with it. Raises StorageFailed.
        """
        seq, day, previous = self.last_seq, self.last_day, self._last_hash
        rows: list[Values] = []
        days: list[Values] = []
        for entry in entries:
            seq, day = seq + 1, entry.day
            row = Row(seq, entry.at_ms, day, entry.request, entry.actor, entry.body)
            previous = row_hash(previous, row)
            rows.append((seq, entry.at_ms, day, entry.request, entry.actor, entry.body, previous))
            if entry.opens_day:
                days.append((day, seq))
        with self._told("write"), self._db.conn:  # commits, or rolls back
            if forget_before_ms:
                self._db.conn.execute("DELETE FROM replies WHERE at_ms < ?", [forget_before_ms])
            self._insert("events", rows)
            self._insert("replies", [_columns(reply) for reply in replies])
            self._insert("days", days)
        self.last_seq, self.last_day, self._last_hash = seq, day, previous

    def today(self) -> Iterator[Row]:
        """Yield the rows of the current business day, oldest first; raises StorageFailed."""
        with self._told("read"):
            first_seq = self._db.execute("SELECT max(first_seq) FROM days").fetchone()[0] or 1
            before = self._db.execute("SELECT hash FROM events WHERE seq = ?", [first_seq - 1])
            previous = (before.fetchone() or (START,))[0]
            yield from whole(self._hashed_rows(first_seq), first_seq, previous)

    def replies_since(self, at_ms: int) -> Iterator[RecordedReply]:
        """Yield the answers given since a moment (UTC ms); raises StorageFailed."""
        query = "SELECT request, at_ms, command, reply, hash FROM replies WHERE at_ms >= ?"
        with self._told("read"):
            for *columns, stored in self._db.execute(query, [at_ms]):
                if reply_hash(*columns) != stored:
                    raise StorageFailed(f"an answer recorded in {self.path} is damaged")
                yield RecordedReply(*columns)

    def close(self) -> None:
        """Let go of the database; raises StorageFailed."""
        with self._told("close"):
            self._db.close()

    def _hashed_rows(self, seq: int) -> Iterator[tuple[Row, bytes]]:
        query = "SELECT seq, at_ms, day, request, actor, body, hash FROM events WHERE seq >= ?"
        for *columns, stored in self._db.execute(query + " ORDER BY seq", [seq]):
            yield Row(*columns), stored

    def _insert(self, table: str, rows: Sequence[Values]) -> None:
        # The hot path: the table API costs 25 us a row, and executemany gives up the
        # interpreter at every row, to get it back from a busy event loop 5 ms later.
        for start in range(0, len(rows), ROWS_A_STATEMENT):
            part = rows[start : start + ROWS_A_STATEMENT]
            places = ",".join(["(" + ",".join("?" * len(part[0])) + ")"] * len(part))
            sql = f"INSERT INTO {table} VALUES {places}"
            self._db.conn.execute(sql, list(joined.from_iterable(part)))

    @contextmanager
    def _told(self, action: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorname", "") == "SQLITE_BUSY"
            reason = IN_USE if busy else error
            raise StorageFailed(f"cannot {action} {self.path}: {reason}") from error
        except (sqlite3.Error, UnicodeError, OSError, SchemaTooNew) as error:
            raise StorageFailed(f"cannot {action} {self.path}: {error}") from error
        except Broken as error:
            message = f"row {error.seq} of {self.path} is bad: {error}"
            raise StorageFailed(message) from error


def _opened(path: Path) -> Database:
    # The hub opens the log in one thread and hands it to its writer thread for good.
    conn = sqlite3.connect(path, check_same_thread=False, timeout=2.0)
    try:
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        db = Database(conn)
        migrate(db)
    except BaseException:
        conn.close()
        raise
    return db


def _columns(reply: RecordedReply) -> Values:
    columns = (reply.request, reply.at_ms, reply.command, reply.reply)
    return (None, *columns, reply_hash(*columns))  # SQLite counts them
