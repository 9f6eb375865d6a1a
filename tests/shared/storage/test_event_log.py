"""The log on a real disk."""

import sqlite3
from pathlib import Path

import pytest

from shared.storage.event_log import Entry, EventLog, RecordedReply, StorageFailed


def entry(number: int, day: str = "2026-11-23", opens_day: bool = False) -> Entry:
    return Entry(number, day, f"request-{number}", "hub/hub", f'{{"n":{number}}}', opens_day)


def reply(number: int) -> RecordedReply:
    return RecordedReply(f"request-{number}", number, "{}", "{}")


def test_what_was_appended_is_there_after_reopening(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append([entry(1, opens_day=True), entry(2)], [reply(1)])
    log.close()
    log = EventLog(tmp_path)
    assert [row.body for row in log.today()] == ['{"n":1}', '{"n":2}']
    assert list(log.replies_since(0)) == [reply(1)]
    assert list(log.replies_since(2)) == []
    assert log.last_seq == 2
    log.append([entry(3)], [])
    assert [row.seq for row in log.rows_from(3)] == [3]
    log.close()


def test_only_the_current_day_is_read(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append([entry(1, opens_day=True), entry(2)], [])
    log.append([entry(3, "2026-11-24", opens_day=True), entry(4, "2026-11-24")], [])
    assert [row.seq for row in log.today()] == [3, 4]
    log.close()


def test_a_failed_append_leaves_nothing_behind(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append([entry(1)], [reply(1)])
    with pytest.raises(StorageFailed, match=r"hall\.db"):
        log.append([entry(2)], [reply(1)])
    log.close()
    log = EventLog(tmp_path)
    assert log.last_seq == 1
    log.close()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log._db.execute("PRAGMA max_page_count = 12")
    entries = [entry(number) for number in range(10_000)]
    with pytest.raises(StorageFailed, match="full"):
        log.append(entries, [])
    log.close()


def test_two_hubs_cannot_hold_one_log(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append([entry(1)], [])
    with pytest.raises(StorageFailed, match="locked"):
        EventLog(tmp_path)
    log.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed, match="cannot open"):
        EventLog(tmp_path / "file")


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    EventLog(tmp_path).close()
    conn = sqlite3.connect(tmp_path / "hall.db")
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    with pytest.raises(StorageFailed, match="schema 99"):
        EventLog(tmp_path)


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    pragmas = {
        name: log._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "journal_mode", "locking_mode")
    }
    assert pragmas == {"synchronous": 2, "journal_mode": "wal", "locking_mode": "exclusive"}
    log.close()
