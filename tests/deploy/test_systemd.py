"""The units start parts that exist, with options that these parts have."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.motcua import PARTS

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
COMMAND = re.compile(r"/opt/motcua/\.venv/bin/motcua (\S+)(.*)$")


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_starts_its_part_again_whatever_ends_it(path: Path) -> None:
    unit = _read(path)
    assert unit["Service"]["Restart"] == "always"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_uses_options_that_its_part_has(path: Path) -> None:
    command = COMMAND.search(_read(path)["Service"]["ExecStart"])
    assert command is not None
    named, options = command.groups()
    parts = ("board", "dispenser", "kiosk") if named == "%i" else (named,)
    for part in parts:
        known = _help(part)
        for option in re.findall(r"--[a-z-]+", options):
            assert option in known, f"{part} has no {option}"


@pytest.mark.parametrize(("name", "most"), [("motcua-hub", 1.1), ("motcua-screen@", 1.5)])
def test_a_unit_is_as_shut_as_the_page_says(name: str, most: float) -> None:
    """The figures stand in deploy/README.md; lower is better, a plain unit has 9.2."""
    path = ROOT / "deploy" / "systemd" / f"{name}.service"
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    score = re.search(r"Overall exposure level.*: (\d+\.\d)", told)
    assert score is not None, told
    assert float(score[1]) <= most
    assert f"{most}" in (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")


def test_a_screen_cannot_be_left_for_another_console() -> None:
    unit = _read(ROOT / "deploy" / "systemd" / "motcua-screen@.service")["Service"]
    words = unit["ExecStart"].split()
    assert words[0] == "/usr/bin/cage"
    assert "-s" not in words[: words.index("--")], "cage -s lets people switch terminals"
    assert unit["User"] == "motcua-%i", "each device has a user of its own"


@pytest.mark.parametrize("name", ["logind", "sysctl", "usbguard", "modprobe"])
def test_what_locks_a_kiosk_down_is_told_on_the_page(name: str) -> None:
    text = (ROOT / "deploy" / "lockdown" / f"{name}.conf").read_text(encoding="utf-8")
    assert f"{name}.conf" in (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "["))]
    assert all(re.fullmatch(r"[\w.]+ ?= ?\S.*|install \S+ /bin/false", line) for line in lines)


def _read(path: Path) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None, strict=False)  # keys may repeat
    unit.optionxform = str  # type: ignore[assignment, method-assign]  # keys have capitals
    unit.read(path, encoding="utf-8")
    return unit


def _help(part: str) -> str:
    command = [sys.executable, "-m", PARTS[part][0], "--help"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
