"""What the command line says about a virtual printer, with a window or without."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from shared.printing.layout import WIDTH_DOTS
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.listening import PtyAddress, parse_listening
from shared.printing.virtual.profile import KINDS, Profile
from shared.printing.virtual.script import parse_fault
from shared.printing.virtual.server import IDLE_CLOSE_S, PrinterServer

T = TypeVar("T")
USUAL = Profile()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a command line say what sort of printer this is, and where hosts reach it."""
    parser.add_argument(
        "--listen",
        type=_read_by(parse_listening),
        default="tcp://127.0.0.1:9100",
        metavar="ADDRESS",
        help="tcp://HOST:PORT, or pty:[NAME][?baud=19200], a serial port made of software",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep each ticket as a picture")
    parser.add_argument(
        "--fault",
        type=_read_by(parse_fault),
        action="append",
        default=[],
        metavar="NAME@STAGE",
        help="let something go wrong: cover-open@mid-rows; with +5s after it, it is put right "
        f"5 seconds later. Names: {', '.join(Fault)}. Stages: {', '.join(Stage)}",
    )
    parser.add_argument("--kind", choices=sorted(KINDS), default="full", help="what it answers")
    parser.add_argument("--paper", type=int, choices=sorted(WIDTH_DOTS), default=80)
    parser.add_argument("--speed-mm-s", type=float, default=USUAL.speed_mm_s, metavar="N")
    parser.add_argument("--buffer-bytes", type=int, default=USUAL.buffer_bytes, metavar="N")
    parser.add_argument(
        "--idle-close-s",
        type=float,
        default=IDLE_CLOSE_S,
        metavar="N",
        help="put a host out that has been silent so long (network only)",
    )


def make_server(options: argparse.Namespace) -> PrinterServer:
    """Return the printer that was asked for; call it in the loop that runs it."""
    listen = options.listen
    profile = replace(
        USUAL,
        width_dots=WIDTH_DOTS[options.paper],
        answers=KINDS[options.kind],
        speed_mm_s=options.speed_mm_s,
        buffer_bytes=options.buffer_bytes,
        baud=listen.baud if isinstance(listen, PtyAddress) else None,
    )
    return PrinterServer(
        profile, listen, out=options.out, faults=options.fault, idle_close_s=options.idle_close_s
    )


def _read_by(read: Callable[[str], T]) -> Callable[[str], T]:
    """Let argparse tell a reader's own words."""

    def reader(text: str) -> T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return reader
