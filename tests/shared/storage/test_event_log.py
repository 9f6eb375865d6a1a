"""The log on a real disk."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from shared.storage.event_log import EventLog, RecordedReply, StorageFailed
from tests.shared.storage.events import MONDAY, TUESDAY, opening, shown


def reply(number: int) -> RecordedReply:
    return RecordedReply(f"request-{number}", number, "{}", "{}")


def tamper(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "hall.db")) as conn, conn:
        conn.execute(sql)


def test_what_was_appended_is_there_after_reopening(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1), shown(2)], [reply(1)])
    with closing(EventLog(tmp_path)) as log:
        assert [(row.seq, row.at_ms) for row in log.today()] == [(1, 1), (2, 2)]
        assert list(log.replies_since(0)) == [reply(1)]
        assert list(log.replies_since(2)) == []
        assert (log.last_seq, log.last_day) == (2, MONDAY)
        log.append([shown(3)], [])
        assert [row.seq for row in log.today()] == [1, 2, 3]


def test_only_the_current_day_is_read(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        assert list(log.today()) == []
        log.append([opening(1), shown(2)], [])
        log.append([opening(3, TUESDAY), shown(4, TUESDAY)], [])
        assert [row.seq for row in log.today()] == [3, 4]


def test_more_rows_than_one_statement_takes(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(0), *(shown(at) for at in range(1, 6_000))], [])
        assert [row.at_ms for row in log.today()] == list(range(6_000))


def test_old_answers_are_forgotten_when_told(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1)], [reply(1), reply(5), reply(9)])
        log.append([opening(10, TUESDAY)], [reply(10)], forget_before_ms=5)
        assert [each.at_ms for each in log.replies_since(0)] == [5, 9, 10]


def test_a_failed_append_leaves_nothing_behind(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1)], [reply(1)])
        with pytest.raises(StorageFailed, match=r"hall\.db"):
            log.append([opening(2)], [reply(2)])
    with closing(EventLog(tmp_path)) as log:
        assert log.last_seq == 1
        assert list(log.replies_since(0)) == [reply(1)]


def test_a_full_disk_is_told_and_forgiven(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1)], [])
        log._db.execute("PRAGMA max_page_count = 12")
        with pytest.raises(StorageFailed, match="full"):
            log.append([shown(number) for number in range(10_000)], [])
    with closing(EventLog(tmp_path)) as log:
        log.append([shown(2)], [])
        assert [row.at_ms for row in log.today()] == [1, 2]


def test_two_hubs_cannot_hold_one_log(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)), pytest.raises(StorageFailed, match="another hub"):
        EventLog(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed, match="cannot open"):
        EventLog(tmp_path / "file")


def test_a_file_that_is_no_log_is_told(tmp_path: Path) -> None:
    (tmp_path / "hall.db").write_bytes(b"garbage" * 1000)
    with pytest.raises(StorageFailed, match="not a database"):
        EventLog(tmp_path)


def test_a_damaged_row_of_today_is_not_served(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1), shown(2)], [])
        log.append([opening(3, TUESDAY), shown(4, TUESDAY)], [])
    tamper(tmp_path, "UPDATE events SET body = '{}' WHERE seq = 1")
    with closing(EventLog(tmp_path)) as log:
        assert len(list(log.today())) == 2, "yesterday is for verify"
    tamper(tmp_path, "UPDATE events SET body = '{}' WHERE seq = 4")
    with closing(EventLog(tmp_path)) as log, pytest.raises(StorageFailed, match="row 4"):
        list(log.today())


def test_a_damaged_answer_is_not_given(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1)], [reply(1)])
    tamper(tmp_path, "UPDATE replies SET reply = '[]'")
    with closing(EventLog(tmp_path)) as log, pytest.raises(StorageFailed, match="damaged"):
        list(log.replies_since(0))


DIES_WHILE_WRITING = """
import os, sqlite3, sys
from pathlib import Path
from shared.storage.event_log import EventLog, StorageFailed
from tests.shared.storage.events import opening, shown
log = EventLog(Path(sys.argv[1]))
log.append([opening(1)], [])
log._db.conn.set_trace_callback(lambda sql: sql == "COMMIT" and os._exit(9))
log.append([shown(2), shown(3)], [])
"""


def test_a_death_between_rows_and_commit_leaves_nothing_behind(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(tmp_path)], check=False)
    assert dead.returncode == 9
    with closing(EventLog(tmp_path)) as log:
        assert [row.at_ms for row in log.today()] == [1]


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        pragmas = {
            name: log._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "locking_mode")
        }
    assert pragmas == {"synchronous": 2, "journal_mode": "wal", "locking_mode": "exclusive"}
