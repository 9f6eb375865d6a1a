"""The bench's long past is a real log."""

from pathlib import Path

from deploy.measures.history import write_history
from shared.storage.event_log import EventLog
from shared.storage.verify import verify


def test_the_past_is_whole_and_not_read_at_the_start(tmp_path: Path) -> None:
    write_history(tmp_path, 4_000)
    assert verify(tmp_path).bad_seq is None
    log = EventLog(tmp_path)
    assert sum(1 for _ in log.today()) == 10_001, "one day of two thousand tickets, opened once"
    log.close()
