"""Parts of a hall as processes: ready, ended by themselves, stopped."""

from pathlib import Path

import pytest

from deploy.processes import PartFailed, Parts, screen_environment


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder of small programs, importable by the parts started."""
    folder = tmp_path / "programs"
    folder.mkdir()
    programs = {
        "ready_then_waits": "import sys; print('ready', *sys.argv[1:], flush=True); "
        "import signal; signal.pause()",
        "ends": "",
        "fails": "raise SystemExit('no such hall')",
    }
    for name, program in programs.items():
        (folder / f"{name}.py").write_text(program, encoding="utf-8")
    return folder


@pytest.fixture
def parts(tmp_path: Path, modules: Path) -> Parts:
    """No part started yet."""
    env = screen_environment(offscreen=True) | {"PYTHONPATH": str(modules)}
    return Parts(tmp_path / "logs", env)


def test_a_part_is_ready_when_it_says_so(parts: Parts) -> None:
    with parts:
        assert parts.start_ready("hub", "ready_then_waits", "--port", "0") == "ready --port 0"
        assert parts.ended() == []


def test_a_part_that_does_not_start_is_named_with_its_log(parts: Parts, tmp_path: Path) -> None:
    with parts, pytest.raises(PartFailed, match=r"hub did not start; see .*hub\.log"):
        parts.start_ready("hub", "fails")
    assert "no such hall" in (tmp_path / "logs" / "hub.log").read_text(encoding="utf-8")


def test_a_part_that_has_ended_is_told_once(parts: Parts) -> None:
    with parts:
        parts.start("board", "ends")
        ended: list[str] = []
        while not ended:
            ended = parts.ended()
        assert ended == ["board"]
        assert parts.ended() == []
