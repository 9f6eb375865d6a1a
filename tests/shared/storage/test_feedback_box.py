"""The box of messages: nothing twice, nothing lost, readable while the hub writes."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from shared.storage.event_log import StorageFailed
from shared.storage.feedback_box import FILE_NAME, FeedbackBox, Message
from tests.fakes.halls import MONDAY_8_AM

SLOW = Message("PA261123", MONDAY_8_AM, "2026-11-23", "kiosk-1", "slow", "Chờ lâu quá", "vi")


@pytest.fixture
def box(tmp_path: Path) -> Iterator[FeedbackBox]:
    with closing(FeedbackBox(tmp_path / "hub")) as box:
        yield box


def test_codes_count_by_the_day(box: FeedbackBox) -> None:
    tuesday = replace(SLOW, code="PA261124", day="2026-11-24")
    codes = [box.put("request-1", SLOW), box.put("request-2", SLOW), box.put("request-3", tuesday)]
    assert codes == ["PA261123-001", "PA261123-002", "PA261124-001"]


def test_a_code_is_not_given_again_after_a_message_was_deleted(box: FeedbackBox) -> None:
    box.put("request-1", SLOW)
    box.put("request-2", SLOW)
    with closing(sqlite3.connect(box.path)) as other:
        other.execute("DELETE FROM messages WHERE request = 'request-1'")
        other.commit()
    assert box.put("request-3", SLOW) == "PA261123-003"


def test_a_request_is_known_again(box: FeedbackBox) -> None:
    assert box.code_of("request-1") == ""
    assert box.code_of("request-1") == ""
    code = box.put("request-1", SLOW)
    assert box.code_of("request-1") == code


def test_the_times_of_one_kiosk_are_told(box: FeedbackBox) -> None:
    box.put("request-1", SLOW)
    box.put("request-2", replace(SLOW, at_ms=MONDAY_8_AM + 5))
    box.put("request-3", replace(SLOW, place="kiosk-2"))
    assert box.times_since("kiosk-1", MONDAY_8_AM) == [MONDAY_8_AM + 5]
    assert box.times_since("kiosk-1", 0) == [MONDAY_8_AM, MONDAY_8_AM + 5]


def test_somebody_else_may_read_meanwhile(box: FeedbackBox) -> None:
    box.put("request-1", SLOW)
    with closing(FeedbackBox(box.path.parent)) as reader:
        assert reader.messages() == [replace(SLOW, code="PA261123-001")]
        tuesday = replace(SLOW, code="PA261124", day="2026-11-24", at_ms=MONDAY_8_AM + 1)
        box.put("request-2", tuesday)
        assert [each.day for each in reader.messages("2026-11-24")] == ["2026-11-24"]


def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    with closing(FeedbackBox(tmp_path)) as box:
        box.put("request-1", SLOW)
    with closing(FeedbackBox(tmp_path)) as box:
        assert len(box.messages()) == 1


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("no database, " * 100, encoding="utf-8")
    with pytest.raises(StorageFailed, match="cannot open"):
        FeedbackBox(tmp_path)


def test_a_disk_that_refuses_is_told(box: FeedbackBox) -> None:
    with closing(sqlite3.connect(box.path)) as other:
        other.execute("DROP TABLE messages")
        other.commit()
    with pytest.raises(StorageFailed, match="cannot write"):
        box.put("request-1", SLOW)


def on_disk(box: FeedbackBox) -> bytes:
    return b"".join(path.read_bytes() for path in box.path.parent.glob(f"{FILE_NAME}*"))


def test_what_is_too_old_is_gone_from_the_disk(box: FeedbackBox) -> None:
    box.put("request-1", SLOW)
    box.put("request-2", replace(SLOW, at_ms=MONDAY_8_AM + 5, text="Cảm ơn"))
    assert "Chờ lâu quá".encode() in on_disk(box)
    assert box.forget_before(MONDAY_8_AM + 1) == 1
    assert [each.text for each in box.messages()] == ["Cảm ơn"]
    assert "Chờ lâu quá".encode() not in on_disk(box)
    assert box.forget_before(MONDAY_8_AM + 1) == 0


def test_what_a_message_says_can_be_erased_and_its_code_is_not_given_again(
    box: FeedbackBox,
) -> None:
    code = box.put("request-1", SLOW)
    assert box.erase(code)
    assert "Chờ lâu quá".encode() not in on_disk(box)
    assert [(each.code, each.text) for each in box.messages()] == [(code, "")]
    assert box.put("request-2", SLOW) != code
    assert not box.erase("PA261123-999")


def test_a_box_is_closed_when_nobody_is_at_it_and_then_says_so(box: FeedbackBox) -> None:
    stop = threading.Event()
    failures: list[StorageFailed] = []

    def at_work() -> None:
        while not stop.is_set():
            try:
                box.put(uuid4().hex, SLOW)
                box.forget_before(MONDAY_8_AM + 1)
            except StorageFailed as failure:
                failures.append(failure)
                return

    workers = [threading.Thread(target=at_work) for _ in range(4)]
    for worker in workers:
        worker.start()
    box.close()
    stop.set()
    for worker in workers:
        worker.join()
    assert all("closed" in str(failure) for failure in failures)
