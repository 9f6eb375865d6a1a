"""The virtual printer as a program: listens, prints, keeps pictures, fails as told, and ends."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from shared.printing.escpos import ticket_bytes
from shared.printing.picture import Picture

TICKET = Picture(576, 64, b"\xf0" * 72 * 64)


@contextmanager
def serving(*words: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run ``motcua printer serve``; give the process and the address it tells."""
    with subprocess.Popen(
        [sys.executable, "-m", "shared.printing.virtual", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        found = re.match(r"printer ready (\S+)\n", process.stdout.readline())
        assert found
        yield process, found[1]
        process.send_signal(signal.SIGTERM)


def test_each_ticket_becomes_a_picture_of_the_whole_paper(tmp_path: Path) -> None:
    words = ("--listen", "tcp://127.0.0.1:0", "--out", str(tmp_path), "--speed-mm-s", "10000")
    with serving(*words) as (process, address):
        port = int(address.rpartition(":")[2])
        for _ in range(2):
            with socket.create_connection(("127.0.0.1", port), 10) as host:
                host.sendall(b"\x01" + ticket_bytes(TICKET) + b"\x1dr\x01")
                assert host.recv(1) == b"\x00", "all before is done"
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        assert process.stderr.read().count("unknown byte 01") == 2
        assert process.wait(10) == 0
    for name in ("ticket-001.png", "ticket-002.png"):
        with Image.open(tmp_path / name) as image:
            assert image.size == (576, 120 + 64)
            lead = image.crop((0, 0, 576, 120))
            assert lead.getextrema() == (255, 255), "white between head and blade"


def test_a_fault_is_there_when_told(tmp_path: Path) -> None:
    words = ("--listen", "tcp://127.0.0.1:0", "--fault", "cover-open@before")
    with serving(*words) as (_, address):
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 10) as host:
            host.sendall(b"\x10\x04\x02")
            assert host.recv(1) == b"\x16"


def test_a_serial_port_made_of_software(tmp_path: Path) -> None:
    name = tmp_path / "printer"
    with serving("--listen", f"pty:{name}?baud=9600") as (process, address):
        assert address == f"serial://{name}?baud=9600&flow=none"
        assert name.is_char_device()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    assert not name.is_symlink()
