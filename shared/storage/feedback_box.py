"""Messages to the head of the hall, in a file of their own beside the log: ``feedback.db``.

Not in the log: a citizen may have written something personal, and the head of the hall must be
able to delete it; after a time it goes by itself. What is deleted is overwritten.
Read with ``motcua feedback``, also while the hub runs. Any thread may use a box.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from shared.storage.event_log import StorageFailed

FILE_NAME = "feedback.db"
LAST_SERIAL = """SELECT coalesce(max(cast(substr(code, instr(code, '-') + 1) AS INTEGER)), 0)
    FROM messages WHERE day = ?"""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is kept; ``at_ms`` is UTC, ``day`` the hall's ISO date of it."""

    code: str
    at_ms: int
    day: str
    place: str
    reason: str
    text: str
    language: str


class FeedbackBox:
    """The box; raises StorageFailed when the disk or the database refuses."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        # A hub that stops does not wait for a thread that is at the box: closing the database
        # under its hands would crash the process.
        self._turn = threading.Lock()
        with self._told("open"):
            folder.mkdir(parents=True, exist_ok=True)
            self._db = _opened(self.path)

    def code_of(self, request: str) -> str:
        """Return the code of the message that a request brought, or ""."""
        with self._told("read"):
            query = "SELECT code FROM messages WHERE request = ?"
            row = self._db.execute(query, [request]).fetchone()
            return str(row[0]) if row else ""

    def put(self, request: str, message: Message) -> str:
        """Keep a message on disk; return its code: ``message.code`` and the day's next serial."""
        with self._told("write"), self._db.atomic():
            serial = self._db.execute(LAST_SERIAL, [message.day]).fetchone()[0] + 1
            code = f"{message.code}-{serial:03d}"
            self._db.execute(
                "INSERT INTO messages VALUES (?,?,?,?,?,?,?,?)",
                [code, request, message.at_ms, message.day, message.place, message.reason,
                 message.text, message.language],
            )  # fmt: skip
            return code

    def times_since(self, place: str, at_ms: int) -> list[int]:
        """Return when a kiosk's messages came since a moment (UTC ms), oldest first."""
        query = "SELECT at_ms FROM messages WHERE place = ? AND at_ms > ? ORDER BY at_ms"
        with self._told("read"):
            return [row[0] for row in self._db.execute(query, [place, at_ms])]

    def messages(self, since_day: str = "") -> list[Message]:
        """Return the messages from a day on, oldest first."""
        query = (
            "SELECT code, at_ms, day, place, reason, text, language FROM messages"
            " WHERE day >= ? ORDER BY at_ms, code"
        )
        with self._told("read"):
            return [Message(*row) for row in self._db.execute(query, [since_day])]

    def forget_before(self, at_ms: int) -> int:
        """Delete the messages of before a moment (UTC ms) from the disk; return how many."""
        with self._told("delete from"):
            with self._db.atomic():
                query = "DELETE FROM messages WHERE at_ms < ?"
                count = self._db.execute(query, [at_ms]).rowcount
            self._leave_no_trace()
            return count

    def erase(self, code: str) -> bool:
        """Delete what a message says from the disk, not that it was there; False if unknown."""
        with self._told("delete from"):
            with self._db.atomic():
                query = "UPDATE messages SET text = '', reason = '' WHERE code = ?"
                count = self._db.execute(query, [code]).rowcount
            self._leave_no_trace()
            return count > 0

    def _leave_no_trace(self) -> None:
        # secure_delete has overwritten the rows; what the write-ahead log holds of them goes now,
        # or with the next deletion if somebody reads at this moment.
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file, once nobody is at it any more."""
        with self._turn:
            self._db.close()

    @contextmanager
    def _told(self, action: str) -> Iterator[None]:
        try:
            with self._turn:
                yield
        except (sqlite3.Error, OSError) as error:
            raise StorageFailed(f"cannot {action} {self.path}: {error}") from error


def _opened(path: Path) -> Database:
    conn = sqlite3.connect(path, check_same_thread=False, timeout=2.0)
    try:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA secure_delete = ON")
        db = Database(conn)
        db.table("messages").create(
            {
                "code": str,
                "request": str,
                "at_ms": int,
                "day": str,
                "place": str,
                "reason": str,
                "text": str,
                "language": str,
            },
            pk="code",
            not_null={"request", "at_ms", "day", "place", "reason", "text", "language"},
            if_not_exists=True,
            strict=True,
        )
    except BaseException:
        conn.close()
        raise
    return db
