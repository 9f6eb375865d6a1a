"""The command line of a virtual printer."""

import argparse
import asyncio
from pathlib import Path

import pytest

from shared.printing.address import TcpAddress
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.options import add_options, make_server
from shared.printing.virtual.profile import KINDS, Profile


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="printer")
    add_options(parser)
    return parser.parse_args(words)


def profile(*words: str) -> Profile:
    async def make() -> Profile:
        return make_server(parsed(*words)).running.printer.profile

    return asyncio.run(make())


def test_the_usual_printer() -> None:
    assert parsed().listen == TcpAddress("127.0.0.1", 9100)
    assert profile() == Profile()


def test_what_can_be_chosen() -> None:
    chosen = profile(
        *("--paper", "58", "--kind", "clone", "--speed-mm-s", "80", "--buffer-bytes", "45"),
        *("--listen", "pty:?baud=9600"),
    )
    assert chosen == Profile(
        width_dots=384, answers=KINDS["clone"], speed_mm_s=80, buffer_bytes=45, baud=9600
    )


def test_faults_before_the_first_ticket_are_there_at_once(tmp_path: Path) -> None:
    async def faults() -> frozenset[Fault]:
        words = ("--fault", "near-end@before", "--fault", "mute@before", "--out", str(tmp_path))
        return make_server(parsed(*words)).running.printer.faults

    assert asyncio.run(faults()) == {Fault.PAPER_NEAR_END, Fault.MUTE}


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--listen", "nonsense", "a printer's address begins with tcp:"),
        ("--fault", "fire@before", "a fault is one of near-end"),
    ],
)
def test_mistakes_are_told_in_our_words(
    option: str, value: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parsed(option, value)
    assert told in capsys.readouterr().err
