"""The bench's officer presses in a process of their own, and says when."""

import time
from pathlib import Path

from deploy.measures.officer import officer
from deploy.measures.server import served
from shared.storage.event_log import EventLog


def test_a_citizen_is_called_and_served_and_each_press_has_its_moment(tmp_path: Path) -> None:
    begun = time.perf_counter()
    presses = []
    with (
        served("deploy.measures.hub_process", str(tmp_path)) as hub,
        officer(f"wss://127.0.0.1:{hub.port}", tmp_path) as staff,
    ):
        for deed in ("issue", "call", "begin", "finish"):
            staff.does(deed)
            presses.append(staff.pressed_s())
    moments = [begun, *presses, time.perf_counter()]
    assert moments == sorted(moments)
    log = EventLog(tmp_path)
    assert any("TicketFinished" in row.body for row in log.today())
    log.close()
