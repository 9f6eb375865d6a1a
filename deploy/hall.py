"""``motcua hall``: a whole hall on this machine, with screens; without, a rehearsal of one."""

import argparse
import asyncio
import signal
import sys
import threading
from pathlib import Path

from deploy.places import COUNTERS, Places, places
from deploy.processes import PartFailed, Parts, screen_environment
from deploy.rehearsal import rehearse
from deploy.sample_catalogue import give_sample_catalogue
from deploy.sample_dossiers import with_dossiers
from deploy.trial import trial_start_ms
from shared.clock import HallClock
from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup, load_hall
from shared.domain.ids import OfficerId
from shared.domain.tasks import ListOfficers, OfficerList
from shared.identity.people import HEAD
from shared.link.addresses import state_folder
from shared.link.staff_call import asked, invited
from shared.ui.display import has_display

SAMPLE = Path(__file__).parent / "halls" / "large.toml"
LOOK_EVERY_S = 1.0

# Where each window stands, so that all are seen at once: x,y,width,height in percent.
BOARD_PART = "0,3,49,48"
DISPENSER_PART = "0,55,31,44"
KIOSK_PART = "32,55,17,44"
COUNTER_PARTS = (("50,3,19,62", "50,69,22,30"), ("69,3,19,62", "88,3,12,20"))
PRINTER_PART = "73,69,27,30"


def main(argv: list[str] | None = None) -> int:
    """Run until interrupted, or rehearse and return; 2 for a bad hall file."""
    options = _arguments(argv)
    try:
        setup = load_hall(options.hall or SAMPLE)
    except HallFileErrors as errors:
        print(errors, file=sys.stderr)
        return 2
    try:
        if options.headless or not has_display():
            return rehearse(options.hall or SAMPLE, setup, options.out)
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
        epilog="deploy/run takes the same options; it installs what is missing first.",
    )
    parser.add_argument("--hall", type=Path, metavar="FILE", help="its file, instead of a sample")
    parser.add_argument("--headless", action="store_true", help="rehearse, whatever the display")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="pictures")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the hub keeps its log")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace, setup: HallSetup) -> int:
    data = options.data or state_folder() / "halls" / setup.plan.hall_id
    with Parts(data / "logs", screen_environment(offscreen=False)) as parts:
        now_ms = HallClock().now_ms()
        start_ms = None if options.hall else trial_start_ms(setup.plan, now_ms)
        give_sample_catalogue(data, start_ms or now_ms)
        hall_file, _ = with_dossiers(options.hall or SAMPLE, data / "sample", start_ms or now_ms)
        printer = ["shared.ui.virtual_printer", "--part", PRINTER_PART, "--listen"]
        printer_at = parts.start_ready("printer", *printer, "tcp://127.0.0.1:0").split()[-1]
        here = places(setup)
        hub = ["shared.hub", "--data", str(data), "--hall", str(hall_file)]
        hub += [*here.awaited(), *_start_at(start_ms), "--port"]
        line = parts.start_ready("hub", *hub, "0")
        print(f"{line}\nlogs in {data / 'logs'}; end with Ctrl+C", flush=True)
        hub_at = line.split()[2]
        _say_codes(hub_at, data / "keys" / "keeper.pem", setup)
        starts = _device_starts(here, hub_at, printer_at)
        for name, words in starts.items():
            parts.start(name, *words)
        starts["printer"] = [*printer, printer_at]
        starts["hub"] = [*hub, hub_at.rsplit(":", 1)[1]]
        _keep_running(parts, starts)
    return 0


def _say_codes(hub: str, keeper: Path, setup: HallSetup) -> None:
    """Print a one-time code for everybody at this machine's counters who has no PIN yet."""
    known = asyncio.run(asked(hub, keeper, ListOfficers()))
    assert isinstance(known, OfficerList)
    new = [each.officer for each in known.officers if not each.has_pin][:COUNTERS]
    names = {id_: setup.plan.officers[id_].display_name for id_ in new}
    if not known.head_has_password:
        names[OfficerId(HEAD)] = "the head of the hall"
    for id_, name in names.items():
        code = asyncio.run(invited(hub, keeper, id_))
        print(f"first sign-in of {name}: one-time code {code}", flush=True)


def _start_at(start_ms: int | None) -> list[str]:
    """Return what the hub needs so that the sample hall is open, whatever the hour."""
    return [] if start_ms is None else ["--start-at", str(start_ms)]


def _device_starts(here: Places, hub: str, printer: str) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    if here.dispenser:
        options = ["--place", here.dispenser, "--printer", printer, "--part", DISPENSER_PART]
        starts["dispenser"] = ["ticket_dispenser", "--hub", hub, *options]
    if here.board:
        options = ["--place", here.board, "--part", BOARD_PART]
        starts["board"] = ["display_board", "--hub", hub, *options]
    for counter, (part, panel_part) in zip(here.counters, COUNTER_PARTS, strict=False):
        options = ["--place", counter, "--printer", printer]
        options += ["--part", part, "--panel-part", panel_part]
        starts[counter] = ["counter_terminal", "--hub", hub, *options]
    if here.kiosk:
        options = ["--place", here.kiosk, "--printer", printer, "--part", KIOSK_PART]
        starts["kiosk"] = ["kiosk", "--hub", hub, *options]
    return starts


def _keep_running(parts: Parts, starts: dict[str, list[str]]) -> None:
    """Start again what ends by itself, until interrupted."""
    stop = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    while not stop.wait(LOOK_EVERY_S):
        for name in parts.ended():
            print(f"{name} has ended and is started again", file=sys.stderr)
            parts.start(name, *starts[name])


if __name__ == "__main__":
    sys.exit(main())
