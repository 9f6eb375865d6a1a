"""``motcua hub`` as a process: what it prints, and how it ends."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.storage.event_log import Entry, EventLog

HALL = """
[hall]
name = "Bộ phận Một cửa"

[[field]]
id = "justice"
name = "Tư pháp"
prefix = "A"
"""
READY = re.compile(r"hub ready wss://127\.0\.0\.1:(\d+) [a-z0-9-]+\n")


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
    assert code == 0
    assert re.fullmatch(r"set-up code for the head of the hall, for one use: \S+\n", more)
    assert "Traceback" not in errors


def test_a_bad_hall_file_is_told(hall: Path) -> None:
    hall.write_text(HALL + 'colour = "red"\n', encoding="utf-8")
    with hub(hall, "--port", "0") as process:
        code, out, errors = ended(process)
    assert (code, out) == (2, "")
    assert "colour" in errors


def test_a_port_that_is_none_is_told(hall: Path) -> None:
    with hub(hall, "--port", "99999") as process:
        code, _, errors = ended(process)
    assert code == 2
    assert "'99999' is no port" in errors


def test_nobody_can_be_awaited_who_is_not_of_the_hall(hall: Path) -> None:
    with hub(hall, "--port", "0", "--await", "board-1", "--await", "board-9") as process:
        code, _, errors = ended(process)
    assert code == 2
    assert errors == "motcua hub: the hall has no board or dispenser board-9\n"


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


def test_a_date_far_ahead_of_the_log_is_not_believed(hall: Path) -> None:
    year_ms = 365 * 24 * 3_600_000
    log = EventLog(hall.parent / "data")
    opened = json.dumps({"event": "DayOpened", "day": "2019-12-20", "key": "5eed" * 8})
    log.append([Entry(50 * year_ms, "2019-12-20", "", "hub/hub", opened, opens_day=True)], [])
    log.close()
    with hub(hall, "--port", "0", "--start-at", str(60 * year_ms)) as process:
        code, out, errors = ended(process)
    assert (code, out) == (1, "")
    later = ["--port", "0", "--start-at", str(60 * year_ms)]
    with hub(hall, *later, "--accept-day", errors.split()[-1]) as process:
        assert process.stdout is not None
        assert READY.fullmatch(process.stdout.readline())


def test_a_second_hub_on_the_same_log_gives_way(hall: Path) -> None:
    with hub(hall, "--port", "0") as first:
        assert first.stdout is not None
        assert READY.fullmatch(first.stdout.readline())
        with hub(hall, "--port", "0") as second:
            code, out, errors = ended(second)
        assert first.poll() is None
    assert (code, out) == (1, "")
    assert "another hub" in errors
