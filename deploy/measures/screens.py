"""The screens' rows: from a press to the paint, and each app's start and memory."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.measures.row import Row, at_most, percentile
from deploy.measures.server import memory_mb
from deploy.processes import screen_environment
from shared.ui.rehearsal_client import PlayedApp

CALLS = 100
DEVICES = 60
APPS = {
    "dispenser": ("ticket_dispenser", "dispenser-1"),
    "board": ("display_board", "board-1"),
    "counter": ("counter_terminal", "counter-0"),
    "kiosk": ("kiosk", "kiosk-1"),
}


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the screens' rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield from _starts(scratch, 1 if quick else 3)
    from deploy.measures.touching import press_to_paint_ms
    from shared.ui.application import make_application

    app = make_application("bench")
    count = 20 if quick else CALLS
    alone = percentile(press_to_paint_ms(app, scratch / "alone", count, 0), 99)
    yield at_most("press at the counter -> board painted, alone, p99", alone, "ms", 5)
    crowded = percentile(press_to_paint_ms(app, scratch / "crowd", count, DEVICES), 99)
    name = f"press at the counter -> board painted, {DEVICES} devices, p99"
    yield at_most(name, crowded, "ms", 16)


def _starts(scratch: Path, times: int) -> Iterator[Row]:
    env = screen_environment(offscreen=True)
    for name, (module, place) in APPS.items():
        seconds, megabytes = [], []
        for _ in range(times + 1):
            begun = time.perf_counter()
            with PlayedApp(module, "--hub", "ws://127.0.0.1:9", "--place", place, env=env,
                           log=scratch / "log") as app:  # fmt: skip
                app.names()
                seconds.append(time.perf_counter() - begun)
                megabytes.append(memory_mb(app.pid))
        yield at_most(f"{name}: start to first screen, warm", min(seconds[1:]), "s", 0.6)
        yield at_most(f"{name}: memory", max(megabytes), "MB", 140)
