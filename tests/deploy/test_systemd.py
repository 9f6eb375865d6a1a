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


def _read(path: Path) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]  # keys have capitals
    unit.read(path, encoding="utf-8")
    return unit


def _help(part: str) -> str:
    command = [sys.executable, "-m", PARTS[part][0], "--help"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
