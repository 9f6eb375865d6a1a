"""``motcua hub``: run the hub of one hall."""

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path

from shared import logs
from shared.clock import HallClock
from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup, load_hall
from shared.discovery.advertise import Advertiser, own_addresses
from shared.hub.running import DateDoubtful, HubOptions, run_hub
from shared.identity.credentials import CredentialsBroken
from shared.identity.hall_keys import HallKeys
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.link.addresses import state_folder
from shared.storage.event_log import StorageFailed

log = logging.getLogger("motcua.hub")


def main(argv: list[str] | None = None) -> int:
    """Run until told to stop; 0 when told, 1 when disk or date fail, 2 for a bad hall or option."""
    arguments = _arguments(argv)
    logs.set_up()
    try:
        setup = load_hall(arguments.hall)
    except HallFileErrors as errors:
        print(errors, file=sys.stderr)
        return 2
    if unknown := set(arguments.awaited) - {*setup.devices.boards, *setup.devices.dispensers}:
        print(f"motcua hub: the hall has no board or dispenser {min(unknown)}", file=sys.stderr)
        return 2
    try:
        _run(_served(arguments, setup))
    except (StorageFailed, CredentialsBroken, DateDoubtful, OSError) as failure:
        log.critical("the hub stops: %s", failure)
        return 1
    return 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua hub",
        description="Run the hub of one hall: the only authority over its queue. Prints one "
        "line with its address when it is ready.",
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="keeps the log")
    parser.add_argument(
        "--keys", type=Path, metavar="DIR", help="keeps who belongs; else keys/ in the data folder"
    )
    parser.add_argument("--hall", type=Path, required=True, metavar="FILE", help="the hall file")
    parser.add_argument("--port", type=port, default=8750, help="0 takes any free one")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to serve the LAN")
    parser.add_argument("--no-mdns", action="store_true", help="do not advertise on the LAN")
    parser.add_argument(
        "--accept-day",
        metavar="DATE",
        default="",
        help="begin this day, however long after the last",
    )
    parser.add_argument(
        "--await",
        dest="awaited",
        action="append",
        default=[],
        metavar="PLACE",
        help="tell staff when this board or dispenser is away, and no other not named so; "
        "else of every one",
    )
    parser.add_argument("--start-at", metavar="MS", type=int, help="rehearsal: start the clock at")
    parser.add_argument("--speed", type=float, default=1.0, help="rehearsal: run the clock faster")
    return parser.parse_args(argv)


def port(text: str) -> int:
    """Return a TCP port, 0 to 65535; an argparse type."""
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


async def _served(arguments: argparse.Namespace, setup: HallSetup) -> None:
    loop = asyncio.get_running_loop()
    stop, ready = asyncio.Event(), loop.create_future()
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no handlers on the loop
            loop.add_signal_handler(name, stop.set)
    options = HubOptions(
        data=arguments.data,
        host=arguments.host,
        port=arguments.port,
        accepted_day=arguments.accept_day,
        awaited=tuple(arguments.awaited),
        dossiers=setup.dossiers,
        feedback_days=setup.feedback_days,
    )
    clock = HallClock(start_ms=arguments.start_at, speed=arguments.speed)
    keys = HallKeys(arguments.keys or arguments.data / "keys", setup.plan.hall_id, clock.now_ms())
    hub = asyncio.create_task(
        run_hub(options, setup.plan, setup.devices, keys, clock, ready=ready, stop=stop)
    )
    await asyncio.wait([hub, ready], return_when=asyncio.FIRST_COMPLETED)
    if not ready.done():
        return await hub
    _leave_note(arguments.host, ready.result(), setup, keys)
    _say_ready(arguments.host, ready.result(), setup)
    _say_code(keys, clock.now_ms())
    advertising = None
    if not arguments.no_mdns:
        advertising = asyncio.create_task(_advertiser(arguments.host, ready.result(), setup).run())
    try:
        await hub
    finally:
        if advertising is not None:
            advertising.cancel()
            with suppress(asyncio.CancelledError):
                await advertising


def _leave_note(host: str, port: int, setup: HallSetup, keys: HallKeys) -> None:
    """Let the other programs of this user find the hub; without it they are paired as others."""
    here = "127.0.0.1" if host == "0.0.0.0" else host
    keeper = str((keys.folder / "keeper.pem").resolve())
    note = LocalHub(hall=setup.plan.hall_id, address=f"wss://{here}:{port}", keeper=keeper)
    try:
        LocalHubs(state_folder() / "hubs").leave(note)
    except OSError as error:
        log.warning("this machine's own devices must be paired: %s", error)


def _say_code(keys: HallKeys, now_ms: int) -> None:
    code = keys.first_code(now_ms)
    if code is not None:
        print(f"set-up code for the head of the hall, for one use: {code}", flush=True)


def _say_ready(host: str, port: int, setup: HallSetup) -> None:
    shown = own_addresses()[0] if host in ("0.0.0.0", "::") else host
    print(f"hub ready wss://{shown}:{port} {setup.plan.hall_id}", flush=True)


def _advertiser(host: str, port: int, setup: HallSetup) -> Advertiser:
    addresses = own_addresses() if host in ("0.0.0.0", "::") else [host]
    return Advertiser(setup.plan.hall_id, setup.plan.names["vi"], port, addresses)


def _run(main_task: Coroutine[None, None, None]) -> None:
    try:
        import uvloop
    except ImportError:  # no uvloop on Windows
        asyncio.run(main_task)
    else:
        uvloop.run(main_task)


if __name__ == "__main__":
    sys.exit(main())
