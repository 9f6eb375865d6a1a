"""Where the hub may be, best first."""

from pathlib import Path

import pytest

from shared.discovery.browse import FoundHub
from shared.link.addresses import Addresses, state_folder


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "state" / "last.json"


def addresses(
    memory: Path, *, hall: str = "hall-0", typed: str | None = None, found: int = 0
) -> Addresses:
    hubs = tuple(FoundHub(f"hall-{n}", f"Hall {n}", f"wss://10.0.0.{n}:1") for n in range(found))
    return Addresses(typed=typed, hall=hall, memory=memory, found=lambda: hubs)


def test_a_typed_address_comes_before_everything(memory: Path) -> None:
    assert addresses(memory, typed="wss://x:1", found=2).candidates() == ["wss://x:1"]


def test_only_hubs_that_call_themselves_the_halls_are_tried(memory: Path) -> None:
    assert addresses(memory, found=2).candidates() == ["wss://10.0.0.0:1"]
    assert addresses(memory, hall="hall-1", found=2).candidates() == ["wss://10.0.0.1:1"]
    assert addresses(memory).candidates() == []


def test_the_address_that_worked_comes_first_but_never_another_halls(memory: Path) -> None:
    addresses(memory).worked("hall-1", "wss://10.0.0.9:1")
    known = addresses(memory, hall="hall-1", found=2).candidates()
    assert known == ["wss://10.0.0.9:1", "wss://10.0.0.1:1"]
    assert addresses(memory, found=2).candidates() == ["wss://10.0.0.0:1"]


def test_a_typed_address_is_not_remembered(memory: Path) -> None:
    addresses(memory, typed="ws://x:1").worked("hall-1", "ws://x:1")
    assert not memory.exists()


def test_an_unreadable_memory_is_no_obstacle(memory: Path) -> None:
    memory.parent.mkdir()
    memory.write_text("{")
    assert addresses(memory, found=1).candidates() == ["wss://10.0.0.0:1"]
    memory.unlink()
    memory.parent.rmdir()
    memory.parent.write_text("in the way")
    addresses(memory).worked("hall-1", "wss://10.0.0.9:1")


def test_each_user_has_a_place_to_remember(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert state_folder() == Path("/somewhere/motcua")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert state_folder().parts[-3:] == (".local", "state", "motcua")
