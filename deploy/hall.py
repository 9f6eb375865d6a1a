"""``motcua hall``: a whole hall on this machine, with screens; without, a rehearsal of one."""

import argparse
import os
import signal
import sys
import threading
import time
from pathlib import Path

from deploy.places import Places, places
from deploy.processes import PartFailed, Parts, screen_environment
from deploy.rehearsal import rehearse
from deploy.sample_catalogue import give_sample_catalogue
from deploy.sample_dossiers import with_dossiers
from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup, load_hall
from shared.link.addresses import state_folder

SAMPLE = Path(__file__).parent / "halls" / "large.toml"
LOOK_EVERY_S = 1.0


def main(argv: list[str] | None = None) -> int:
    """Run until interrupted, or rehearse and return; 2 for a bad hall file."""
    options = _arguments(argv)
    try:
        setup = load_hall(options.hall)
    except HallFileErrors as errors:
        print(errors, file=sys.stderr)
        return 2
    try:
        if options.headless or not _has_display():
            return rehearse(options.hall, setup, options.out)
        return _run(options, setup)
    except PartFailed as failure:
        print(f"motcua hall: {failure}", file=sys.stderr)
        return 1


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua hall",
        description="Start a whole hall on this machine: hub, dispenser, board, two counters, "
        "kiosk, and a virtual printer. Without a display it plays a quarter of an hour of a "
        "morning and leaves pictures of every screen and ticket.",
    )
    parser.add_argument("--hall", type=Path, default=SAMPLE, metavar="FILE", help="the hall file")
    parser.add_argument("--headless", action="store_true", help="rehearse, whatever the display")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="pictures")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the hub keeps its log")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace, setup: HallSetup) -> int:
    data = options.data or state_folder() / "halls" / setup.plan.hall_id
    with Parts(data / "logs", screen_environment(offscreen=False)) as parts:
        now_ms = int(time.time() * 1000)
        give_sample_catalogue(data, now_ms)
        hall_file, _ = with_dossiers(options.hall, data / "sample", now_ms)
        printer = parts.start_ready(
            "printer", "shared.ui.virtual_printer", "--listen", "tcp://127.0.0.1:0"
        ).split()[-1]
        line = parts.start_ready(
            "hub", "shared.hub", "--data", str(data), "--hall", str(hall_file), "--port", "0"
        )
        print(f"{line}\nlogs in {data / 'logs'}; end with Ctrl+C", flush=True)
        modules = _device_starts(places(setup), line.split()[2], printer)
        for name, (module, *words) in modules.items():
            parts.start(name, module, *words)
        _keep_running(parts, modules)
    return 0


def _device_starts(here: Places, hub: str, printer: str) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    if here.dispenser:
        options = ["--place", here.dispenser, "--printer", printer, "--size", "960x540"]
        starts["dispenser"] = ["ticket_dispenser", "--hub", hub, *options]
    if here.board:
        options = ["--place", here.board, "--size", "1280x720"]
        starts["board"] = ["display_board", "--hub", hub, *options]
    for counter in here.counters:
        options = ["--place", counter, "--printer", printer, "--panel-size", "800x500"]
        starts[counter] = ["counter_terminal", "--hub", hub, *options]
    if here.kiosk:
        options = ["--place", here.kiosk, "--printer", printer, "--size", "540x960"]
        starts["kiosk"] = ["kiosk", "--hub", hub, *options]
    return starts


def _keep_running(parts: Parts, starts: dict[str, list[str]]) -> None:
    """Start devices again that end by themselves; end when interrupted or the hub has ended."""
    stop = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    while not stop.wait(LOOK_EVERY_S):
        for name in parts.ended():
            if name not in starts:
                print(f"{name} has ended", file=sys.stderr)
                return
            module, *words = starts[name]
            parts.start(name, module, *words)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
