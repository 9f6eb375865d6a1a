"""The virtual printer's window as a program."""

import os
import re
import signal
import socket
import subprocess
import sys

import pytest

from shared.ui.virtual_printer.app import main


def test_it_tells_where_to_print_and_ends_when_told() -> None:
    words = ["--listen", "tcp://127.0.0.1:0", "--size", "960x675", "--language", "en"]
    with subprocess.Popen(
        [sys.executable, "-m", "shared.ui.virtual_printer", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
        text=True,
    ) as process:
        assert process.stdout is not None
        found = re.match(r"printer ready tcp://127\.0\.0\.1:(\d+)\n", process.stdout.readline())
        assert found
        with socket.create_connection(("127.0.0.1", int(found[1])), 10) as host:
            host.sendall(b"\x10\x04\x01")
            assert host.recv(1) == b"\x16"
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_where_it_cannot_listen_it_says_so_and_ends() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-m", "shared.ui.virtual_printer", "--listen", address],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert done.returncode == 2
    assert re.match("motcua printer: .*in use", done.stderr.splitlines()[-1])


@pytest.mark.parametrize("address", ["nonsense", "file:///dev/usb/lp0"])
def test_a_bad_address_is_refused(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--listen", address])
    assert "argument --listen: " in capsys.readouterr().err
