"""``motcua hall --headless``: a morning in the commune's hall, from one command."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from deploy.hall import SAMPLE

pytestmark = pytest.mark.xdist_group("serial")


def test_a_morning_without_a_dispenser_leaves_every_picture(tmp_path: Path) -> None:
    out = tmp_path / "out"
    hall = SAMPLE.with_name("commune.toml")
    command = [sys.executable, "-m", "deploy.motcua", "hall", "--headless"]
    done = subprocess.run(
        [*command, "--hall", hall, "--out", out], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "log whole" in done.stdout
    screens = {file.stem for file in out.glob("*.png")}
    wanted = {
        "board-quiet-vi", "board-call-vi", "board-calls-vi", "board-4k-vi", "board-en",
        "counter-sign-in-vi",
        "counter-issue-vi", "counter-given-vi", "counter-called-vi", "counter-called-en",
        "counter-finish-vi", "kiosk-home-portrait-vi", "kiosk-my-ticket-landscape-en",
        "kiosk-procedure-portrait-vi", "kiosk-dossier-landscape-en",
        "panel-called-vi", "panel-rating-vi", "panel-rating-en", "panel-thanks-vi",
    }  # fmt: skip
    assert wanted <= screens
    assert len(list((out / "tickets").glob("*.png"))) >= 14
    for file in out.glob("*.png"):
        image = QImage(str(file))
        points = ((x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 31))
        assert len({image.pixel(x, y) for x, y in points}) > 4, f"{file.name} is empty"
