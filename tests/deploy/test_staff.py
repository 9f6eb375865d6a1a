"""``motcua pair``, ``devices`` and ``officers`` against a real hub process."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import staff
from deploy.motcua import main
from deploy.processes import Parts, screen_environment
from deploy.staff import Desk
from shared.discovery.browse import FoundHub
from shared.domain.commands import Role
from shared.domain.tasks import WaitingDevice
from shared.identity.credentials import Credentials
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.link import joining
from shared.link.addresses import state_folder
from shared.link.joining import Joining, Waiting, Wish
from shared.link.staff_call import enrolled_here
from tests.shared.hub.test___main__ import HALL

BOARD = '\n[[board]]\nid = "board-1"\n'


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(joining, "LOOK_S", 0.05)
    hall = tmp_path / "hall.toml"
    hall.write_text(HALL + BOARD, encoding="utf-8")
    with Parts(tmp_path / "logs", screen_environment(offscreen=True)) as parts:
        parts.start_ready(
            "hub", "shared.hub", "--data", str(tmp_path / "data"), "--hall", str(hall),
            "--port", "0", "--no-mdns",
        )  # fmt: skip
        yield staff.own_hub(None)


def new_device(hub: LocalHub, shown: list[Waiting], got: list[Credentials]) -> threading.Thread:
    """Start a device that waits to be let in."""
    found = (FoundHub(hub.hall, hub.hall, hub.address),)
    wish = Wish(Role.BOARD, "board-1")
    waits = Joining(wish, LocalHubs(Path("/none")), lambda: found, shown.append, lambda: "482913")
    thread = threading.Thread(target=lambda: got.append(asyncio.run(waits.joined())))
    thread.start()
    return thread


def test_a_device_is_paired_by_what_is_typed(
    hub: LocalHub, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Waiting] = []
    got: list[Credentials] = []
    device = new_device(hub, shown, got)
    answers = iter(["482 913", ""])

    def typed(question: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    def wait(seconds: float) -> None:
        if got:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        staff.pair(Desk(hub, type_in=typed, wait=wait), days=0)
    device.join()
    assert [each.place for each in got] == ["board-1"]
    told = capsys.readouterr().out
    assert "board/board-1 belongs to the hall." in told
    assert shown[0].mark in told
    assert Desk(hub).devices().open_s == 0, "the window is shut when the command ends"


def test_a_wrong_code_is_told_and_another_may_be_typed(
    hub: LocalHub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(joining, "pause_s", lambda wrong: 0.05)
    got: list[Credentials] = []
    broken = asyncio.run(enrolled_here(hub.address, Path(hub.keeper), Role.BOARD, "board-1"))
    device = new_device(hub, [], got)
    answers = iter(["000000", "", "n", "482913", "board-1", "y"])

    def wait(seconds: float) -> None:
        if got:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        staff.pair(Desk(hub, type_in=lambda question: next(answers), wait=wait), days=3)
    device.join()
    assert "not the one on the device's screen. 4 more" in capsys.readouterr().out
    staff.devices(Desk(hub), None, None)
    lines = capsys.readouterr().out.splitlines()
    old = next(line for line in lines if line.startswith(broken.fingerprint[:8].upper()))
    assert "revoked" in old
    assert any("until" in line for line in lines)


def test_devices_are_listed_renamed_and_revoked(
    hub: LocalHub, capsys: pytest.CaptureFixture[str]
) -> None:
    board = asyncio.run(enrolled_here(hub.address, Path(hub.keeper), Role.BOARD, "board-1"))
    mark = board.fingerprint[:8]
    assert main(["devices", "--rename", mark, "TV sảnh"]) == 0
    assert "TV sảnh" in capsys.readouterr().out
    assert main(["devices", "--revoke", mark]) == 0
    assert "revoked" in capsys.readouterr().out
    assert main(["devices", "--revoke", "00000000"]) == 1
    assert "could not be told" in capsys.readouterr().err


def test_officers_are_listed_invited_and_forgotten(
    hub: LocalHub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["officers"]) == 0
    told = capsys.readouterr().out
    assert "@head" in told
    assert "no PIN yet" in told
    officer = told.splitlines()[1].split()[0]
    assert main(["officers", "--invite", officer]) == 0
    assert "for one use" in capsys.readouterr().out
    assert main(["officers", "--forget", officer]) == 0


def test_without_a_hub_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert main(["devices"]) == 1
    assert "no hub of this user" in capsys.readouterr().err
    notes = LocalHubs(state_folder() / "hubs")
    for hall in ("a", "b"):
        notes.leave(LocalHub(hall=hall, address="wss://127.0.0.1:9", keeper="/none"))
    assert main(["devices"]) == 1
    assert "--hall: a, b" in capsys.readouterr().err
    assert main(["devices", "--hall", "a"]) == 1
    assert "there is no /none" in capsys.readouterr().err


def test_among_several_waiting_the_mark_tells_which(hub: LocalHub) -> None:
    listed = tuple(
        WaitingDevice(mark=mark, role=Role.BOARD, place="", address="10.0.0.9")
        for mark in ("7F3A", "0B1C")
    )
    assert staff._chosen(Desk(hub, type_in=lambda question: "0b1c"), listed).mark == "0B1C"


def test_the_commands_say_what_they_take() -> None:
    for part in ("pair", "devices", "officers"):
        words = [sys.executable, "-m", "deploy.motcua", part, "--help"]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        assert f"usage: motcua {part}" in done.stdout
