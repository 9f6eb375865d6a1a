"""``motcua hub`` as a process: what it prints, and how it ends."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HALL = """
[hall]
name = "Bộ phận Một cửa"

[[field]]
id = "justice"
name = "Tư pháp"
prefix = "A"
"""
READY = re.compile(r"hub ready ws://127\.0\.0\.1:(\d+) [a-z0-9-]+\n")


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    file = tmp_path / "hall.toml"
    file.write_text(HALL, encoding="utf-8")
    return file


@contextmanager
def hub(hall: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "shared.hub", "--hall", str(hall), "--no-mdns"]
    data = ["--data", str(hall.parent / "data")]
    with subprocess.Popen(
        [*command, *data, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, err = process.communicate(timeout=20)
    return process.returncode, out, err


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_ends_when_told(hall: Path, end: signal.Signals) -> None:
    with hub(hall, "--port", "0") as process:
        assert process.stdout is not None
        assert READY.fullmatch(process.stdout.readline())
        process.send_signal(end)
        code, more, errors = ended(process)
    assert (code, more) == (0, "")
    assert "Traceback" not in errors


def test_a_bad_hall_file_is_told(hall: Path) -> None:
    hall.write_text(HALL + 'colour = "red"\n', encoding="utf-8")
    with hub(hall, "--port", "0") as process:
        code, out, errors = ended(process)
    assert (code, out) == (2, "")
    assert "colour" in errors


def test_a_taken_port_is_told(hall: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        hub(hall, "--port", str(other.getsockname()[1])) as process,
    ):
        code, out, errors = ended(process)
    assert (code, out) == (1, "")
    assert "the hub stops" in errors
    assert "Traceback" not in errors


def test_a_log_that_cannot_be_read_is_told(hall: Path) -> None:
    data = hall.parent / "data"
    data.mkdir()
    (data / "hall.db").write_bytes(b"garbage" * 1000)
    with hub(hall, "--port", "0") as process:
        code, out, errors = ended(process)
    assert (code, out) == (1, "")
    assert "not a database" in errors
    assert "Traceback" not in errors


def test_a_second_hub_on_the_same_log_gives_way(hall: Path) -> None:
    with hub(hall, "--port", "0") as first:
        assert first.stdout is not None
        assert READY.fullmatch(first.stdout.readline())
        with hub(hall, "--port", "0") as second:
            code, out, errors = ended(second)
        assert first.poll() is None
    assert (code, out) == (1, "")
    assert "locked" in errors
