"""The command: what it lists, what it refuses, and that it starts without Qt."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from deploy.motcua import PARTS, main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("words", [["--help"], ["-h"], []], ids=["long", "short", "nothing"])
def test_help_tells_what_each_part_does(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    told = capsys.readouterr().out
    for name, (_, what) in PARTS.items():
        assert f"  {name:<10} {what}\n" in told


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue"]) == 2
    assert "there is no 'queue'" in capsys.readouterr().err


def test_the_version_is_the_projects(capsys: pytest.CaptureFixture[str]) -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"motcua {version}\n"


def test_every_part_says_what_it_does() -> None:
    program = f"""
import sys
from deploy.motcua import main
for part in {list(PARTS)}:
    try:
        main([part, "--help"])
    except SystemExit as end:
        assert end.code == 0, part
    if part == "board":
        assert "PySide6.QtMultimedia" not in sys.modules, "it complains of what is not there"
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    for part in PARTS:
        assert f"usage: motcua {part} " in done.stdout


def test_a_parts_exit_code_is_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "deploy" / "halls" / "commune.toml")]) == 0
    assert main(["check", str(ROOT / "no-such-hall.toml")]) != 0


def test_the_command_itself_loads_nothing_heavy() -> None:
    program = "import sys, deploy.motcua as m; m.main(['--help']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"PySide6", "asyncio", "msgspec", "sqlite3", "websockets"}
