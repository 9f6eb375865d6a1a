"""The screens' rows: from a press to the paint, and each app's start and memory."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.measures.limits import answer_ms, bare_start
from deploy.measures.row import Row, at_most, middle, percentile
from deploy.measures.server import memory_mb
from deploy.processes import screen_environment
from shared.domain.commands import Role
from shared.identity.credentials import Authority
from shared.link.own import own_path
from shared.ui.rehearsal_client import PlayedApp

CALLS, QUICK_CALLS = 100, 20
DEVICES = 60
ROUNDS = 3
APPS = {
    "dispenser": ("ticket_dispenser", "dispenser-1"),
    "board": ("display_board", "board-1"),
    "counter": ("counter_terminal", "counter-0"),
    "kiosk": ("kiosk", "kiosk-1"),
}


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the screens' rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield from _starts(scratch, 1 if quick else ROUNDS)
    # Qt reads the environment when it is loaded.
    from deploy.measures.touching import press_to_paint_ms
    from shared.ui.application import make_application

    app = make_application("bench")
    count = QUICK_CALLS if quick else CALLS
    for among, others, most_ms in (("alone", 0, 5), (f"{DEVICES} devices", DEVICES, 16)):
        pairs = []
        for at in range(ROUNDS):
            presses = press_to_paint_ms(app, scratch / f"{others}-{at}", count, others)
            pairs.append((percentile(presses, 99), answer_ms(scratch, 1000)))
        value, limit = middle(pairs)
        name = f"press at the counter -> board painted, {among}, p99"
        yield at_most(name, value, "ms", most_ms, limit)


def _starts(scratch: Path, times: int) -> Iterator[Row]:
    bare_s, bare_mb = bare_start("deploy.measures.bare_screen", times + 1)
    hall = Authority.new("bench")
    for name, (module, place) in APPS.items():
        hall.device(name, place).save(own_path(scratch / "motcua", Role(name), place))
        starts = [_start(module, place, scratch) for _ in range(times + 1)]
        first_frame_s, megabytes = min(starts[1:])
        yield at_most(f"{name}: start to first frame, warm", first_frame_s, "s", 0.6, bare_s)
        yield at_most(f"{name}: memory", megabytes, "MB", 140, bare_mb)


def _start(module: str, place: str, scratch: Path) -> tuple[float, float]:
    """Return the time until an app has painted its window, and its memory then."""
    begun = time.perf_counter()
    words = ("--hub", "wss://127.0.0.1:9", "--place", place)
    env = screen_environment(offscreen=True) | {"XDG_STATE_HOME": str(scratch)}
    with PlayedApp(module, *words, env=env, log=scratch / "log") as app:
        app.picture(scratch / "first.bmp")
        return time.perf_counter() - begun, memory_mb(app.pid)
