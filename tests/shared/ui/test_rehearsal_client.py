"""Playing an app from outside: it ends when we do, and says so when it cannot go on."""

import os
from pathlib import Path

import pytest

from shared.ui.rehearsal_client import PlayedApp, StageFailed

GALLERY = "tests.qml.gallery"


def test_an_app_ends_with_its_stage(tmp_path: Path) -> None:
    with PlayedApp(GALLERY, env=os.environ, log=tmp_path / "log") as app:
        app.says("number", "A012")
    assert (tmp_path / "log").read_text() == ""
    assert app._process.poll() == 0
    app.close()  # a second time does no harm


def test_an_app_that_died_is_told_by_name() -> None:
    with PlayedApp(GALLERY, env=os.environ) as app:
        app.says("number", "A012")
        app._process.kill()
        with pytest.raises(StageFailed, match=rf"{GALLERY}.*has died"):
            app.picture(Path("never.png"))


def test_an_app_that_does_not_start_is_told_by_name(tmp_path: Path) -> None:
    with (
        PlayedApp("tests.qml.no_such_app", env=os.environ, log=tmp_path / "log") as app,
        pytest.raises(StageFailed, match=r"no_such_app.*has died"),
    ):
        app.says("number", "A012")
    assert "No module named" in (tmp_path / "log").read_text()


def test_what_the_app_refuses_names_what_was_asked() -> None:
    with (
        PlayedApp(GALLERY, env=os.environ) as app,
        pytest.raises(StageFailed, match=r"'window', 'elsewhere'.*error"),
    ):
        app.window("elsewhere")
