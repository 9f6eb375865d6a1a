"""The tables, and the way from older ones to today's."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from shared.storage import schema
from shared.storage.schema import STEPS, SchemaTooNew, migrate


def version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_database_gets_strict_tables_once() -> None:
    db = Database(memory=True)
    migrate(db)
    migrate(db)
    assert version(db) == len(STEPS)
    assert {"events", "replies", "days"} <= set(db.table_names())
    assert all(db.table(name).strict for name in ("events", "replies", "days"))


def test_a_newer_schema_is_refused() -> None:
    db = Database(memory=True)
    db.execute("PRAGMA user_version = 99")
    with pytest.raises(SchemaTooNew, match="schema 99"):
        migrate(db)


def test_a_step_that_fails_leaves_the_older_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bad_step(db: Database) -> None:
        db.execute("DROP TABLE replies")
        db.execute("nonsense")

    db = Database(sqlite3.connect(tmp_path / "hall.db"))
    migrate(db)
    monkeypatch.setattr(schema, "STEPS", (*STEPS, bad_step))
    with pytest.raises(sqlite3.OperationalError):
        migrate(db)
    assert version(db) == len(STEPS)
    assert "replies" in db.table_names()
    db.close()
