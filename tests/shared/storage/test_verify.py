"""A log that was tampered with, or rotted, is found out."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.storage.__main__ import main
from shared.storage.chain import START, Row, row_hash
from shared.storage.event_log import Entry, EventLog, StorageFailed
from shared.storage.verify import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    log = EventLog(tmp_path)
    for at_ms in range(1, 21):
        log.append([Entry(at_ms, "2026-11-23", f"r{at_ms}", "hub/hub", "{}")], [])
    log.close()
    return tmp_path


def tamper(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "hall.db")) as conn, conn:
        conn.execute(sql)


def test_an_untouched_log_is_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == "whole: 20 rows\n"


@pytest.mark.parametrize(
    ("sql", "bad_seq", "reason"),
    [
        ("UPDATE events SET body = '[]' WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET actor = 'counter/1' WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET at_ms = 3 WHERE seq = 7", 7, "hash"),
        ("DELETE FROM events WHERE seq = 7", 8, "row 7 is missing"),
        ("UPDATE events SET hash = zeroblob(32) WHERE seq = 7", 7, "hash"),
    ],
)
def test_the_first_bad_row_is_named(folder: Path, sql: str, bad_seq: int, reason: str) -> None:
    tamper(folder, sql)
    finding = verify(folder)
    assert finding.bad_seq == bad_seq
    assert reason in finding.reason


def test_time_does_not_go_back(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append([Entry(2, "d", "r", "a", "{}"), Entry(1, "d", "s", "a", "{}")], [])
    log.close()
    assert verify(tmp_path).reason == "it is earlier than the row before it"


def test_the_command_says_which_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(folder, "UPDATE events SET day = 'x' WHERE seq = 3")
    assert main([str(folder)]) == 1
    assert capsys.readouterr().out.startswith("row 3 is bad")


def test_no_log_and_garbage_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    (tmp_path / "hall.db").write_bytes(b"garbage" * 1000)
    assert main([str(tmp_path)]) == 2
    assert "cannot read" in capsys.readouterr().err


def test_a_running_hub_is_told_to_stop_first(folder: Path) -> None:
    log = EventLog(folder)
    log.append([Entry(99, "d", "r", "a", "{}")], [])
    with pytest.raises(StorageFailed, match="stop the hub first"):
        verify(folder)
    log.close()


ROWS = st.builds(Row, st.integers(), st.integers(), *[st.text(max_size=8)] * 4)


@settings(max_examples=200)
@given(ROWS, ROWS)
def test_different_rows_have_different_hashes(one: Row, two: Row) -> None:
    assert (row_hash(START, one) == row_hash(START, two)) == (one == two)
