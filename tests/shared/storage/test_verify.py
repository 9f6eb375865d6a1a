"""A log that was tampered with, or rotted, is found out."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shared.storage.event_log import EventLog, RecordedReply, StorageFailed
from shared.storage.verify import verify
from tests.shared.storage.events import TUESDAY, opening, shown

FLIPS = 200
SEED = 20_261_124


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1)], [])
        for at_ms in range(2, 12):
            log.append([shown(at_ms)], [RecordedReply(f"request-{at_ms}", at_ms, "{}", "{}")])
        log.append([opening(12, TUESDAY), *(shown(at_ms, TUESDAY) for at_ms in range(13, 21))], [])
    return tmp_path


def tamper(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "hall.db")) as conn, conn:
        conn.execute(sql)


def test_an_untouched_log_is_whole(folder: Path) -> None:
    finding = verify(folder)
    assert (finding.rows, finding.bad_seq) == (20, None)


@pytest.mark.parametrize(
    ("sql", "bad_seq", "reason"),
    [
        ("UPDATE events SET body = '[]' WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET actor = 'counter/1' WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET at_ms = 3 WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET hash = zeroblob(32) WHERE seq = 7", 7, "hash"),
        ("UPDATE events SET body = CAST(x'ff' AS TEXT) WHERE seq = 7", 7, "hash"),
        ("DELETE FROM events WHERE seq = 7", 7, "missing"),
        ("DELETE FROM events WHERE seq = 1", 1, "missing"),
        ("UPDATE days SET first_seq = 13 WHERE first_seq = 12", 0, "days"),
        ("DELETE FROM days", 0, "days"),
        ("UPDATE replies SET reply = '[]' WHERE request = 'request-5'", 0, "request-5"),
    ],
)
def test_the_first_bad_row_is_named(folder: Path, sql: str, bad_seq: int, reason: str) -> None:
    tamper(folder, sql)
    finding = verify(folder)
    assert finding.bad_seq == bad_seq
    assert reason in finding.reason


def test_what_is_no_event_is_found(tmp_path: Path) -> None:
    stranger = opening(1)
    with closing(EventLog(tmp_path)) as log:
        log.append([stranger], [])
        log.append([type(stranger)(2, stranger.day, "", "hub/hub", '{"event":"X"}')], [])
    assert verify(tmp_path).bad_seq == 2


def read_by_hub(folder: Path) -> list[object]:
    with closing(EventLog(folder)) as log:
        return [log.last_day, list(log.today()), sorted(map(repr, log.replies_since(0)))]


def test_no_flipped_bit_goes_unnoticed(folder: Path) -> None:
    """Whatever bit rots: verify names it or it is harmless, and the hub never serves from it."""
    with closing(EventLog(folder)) as log:
        answers = [RecordedReply(f"request-{at_ms}", at_ms, "{}", "{}") for at_ms in range(21, 200)]
        log.append([shown(at_ms, TUESDAY) for at_ms in range(21, 200)], answers)
    file, points = folder / "hall.db", random.Random(SEED)
    sound, as_written = file.read_bytes(), read_by_hub(folder)
    noticed = 0
    for _ in range(FLIPS):
        rotten = bytearray(sound)
        rotten[points.randrange(len(sound))] ^= 1 << points.randrange(8)
        file.write_bytes(rotten)
        try:
            harmless = verify(folder).bad_seq is None
        except StorageFailed:
            harmless = False
        noticed += not harmless
        try:
            assert read_by_hub(folder) == as_written
        except StorageFailed:
            assert not harmless, "the hub refuses what verify calls whole"
    assert noticed > FLIPS / 2


def test_a_running_hub_is_told_to_stop_first(folder: Path) -> None:
    with closing(EventLog(folder)), pytest.raises(StorageFailed, match="stop the hub first"):
        verify(folder)


def test_the_log_of_a_killed_hub_can_be_walked(folder: Path) -> None:
    with closing(EventLog(folder)) as log:
        log.append([shown(30, TUESDAY)], [])
        left = {file.name: file.read_bytes() for file in folder.iterdir()}
    for name, content in left.items():
        (folder / name).write_bytes(content)
    assert (folder / "hall.db-wal").stat().st_size > 0
    assert verify(folder).rows == 21
