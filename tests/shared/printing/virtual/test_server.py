"""The virtual printer as a program: listens, prints, keeps pictures."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from shared.printing.escpos import ticket_bytes
from shared.printing.picture import Picture
from shared.ui.virtual_printer.__main__ import main

TICKET = Picture(576, 64, b"\xf0" * 72 * 64)


def test_each_ticket_becomes_a_picture(tmp_path: Path) -> None:
    words = ["--listen", "tcp://127.0.0.1:0", "--no-window", "--out", str(tmp_path)]
    command = [sys.executable, "-m", "shared.ui.virtual_printer", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    found = re.match(r"printer ready tcp://127\.0\.0\.1:(\d+)", process.stdout.readline())
    assert found
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", int(found[1]))) as connection:
            connection.sendall(b"\x10\x04\x01" + ticket_bytes(TICKET) + b"\x01")
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(1) == b"\x16"
            assert connection.recv(1) == b"", "it closes when the sender has"
    process.terminate()
    assert "unknown byte 01" in process.stderr.read()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    for name in ("ticket-001.png", "ticket-002.png"):
        with Image.open(tmp_path / name) as image:
            assert image.size == (576, 64)


@pytest.mark.parametrize("address", ["nonsense", "file:///dev/usb/lp0"])
def test_where_it_cannot_listen_it_says_so(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--listen", address]) == 2
    assert "motcua printer:" in capsys.readouterr().err
