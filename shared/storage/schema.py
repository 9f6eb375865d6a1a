"""The tables of the log and the steps by which older ones become today's.

A step is applied once, in a transaction with its own record; steps are never edited.
"""

from collections.abc import Callable

from sqlite_utils import Database

Step = Callable[[Database], None]


class SchemaTooNew(Exception):
    """The database was written by a newer motcua than this one."""


def _create_log(db: Database) -> None:
    db.table("events").create(
        {
            "seq": int,
            "at_ms": int,
            "day": str,
            "request": str,
            "actor": str,
            "body": str,
            "hash": bytes,
        },
        pk="seq",
        not_null={"at_ms", "day", "request", "actor", "body", "hash"},
        strict=True,
    )
    # No index: only two days of it are kept and read as a whole, and a tree of random request
    # ids would have every commit write a page for each of them.
    db.table("replies").create(
        {"seq": int, "request": str, "at_ms": int, "command": str, "reply": str, "hash": bytes},
        pk="seq",
        not_null={"request", "at_ms", "command", "reply", "hash"},
        strict=True,
    )
    db.table("days").create(
        {"day": str, "first_seq": int}, pk="day", not_null={"first_seq"}, strict=True
    )


STEPS: tuple[Step, ...] = (_create_log,)


def migrate(db: Database) -> None:
    """Bring an open database to today's tables; raises SchemaTooNew."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS):
        raise SchemaTooNew(f"schema {version}, this program knows {len(STEPS)}")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        with db.atomic():
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
