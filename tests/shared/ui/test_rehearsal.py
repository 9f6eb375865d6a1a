"""An app played by lines: every verb, and every answer that is not "ok"."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from shared.ui.rehearsal_client import PlayedApp, StageFailed

GALLERY = "tests.qml.gallery"
FAULTY_QML = """
import QtQuick
import Motcua
MWindow {
    required property var screenModel
    width: 1920; height: 1080; title: "faulty"
    Column {
        MButton { objectName: "warns"; text: "1"; onClicked: noSuchThing.doIt() }
        MButton { objectName: "raises"; text: "2"; onClicked: screenModel.press("nonsense") }
        MButton { objectName: "works"; text: "3" }
    }
}
"""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[PlayedApp]:
    with PlayedApp(GALLERY, env=os.environ, log=tmp_path / "log") as app:
        yield app


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[PlayedApp]:
    qml = tmp_path / "Faulty.qml"
    qml.write_text(FAULTY_QML, encoding="utf-8")
    with PlayedApp(GALLERY, "--qml", str(qml), env=os.environ, log=tmp_path / "log") as app:
        yield app


def answers(*lines: str) -> list[str]:
    """Return what the gallery answers to lines, until it ends by itself."""
    done = subprocess.run(
        [sys.executable, "-m", GALLERY, "--rehearse"],
        input="\n".join(lines) + "\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_touches_and_keys_reach_what_they_are_meant_for(app: PlayedApp) -> None:
    app.press("language-en")
    app.await_("language-en", "kind", "primary")
    app.press("entry")
    app.type("H01")
    app.await_("entry", "text", "H01")
    app.key("Backspace")
    app.await_("entry", "text", "H0")
    app.says("number", "A01")
    app.gone("no-such-thing")


def test_pictures_have_the_size_of_the_window(app: PlayedApp, tmp_path: Path) -> None:
    app.size("1280x720")
    app.await_("gallery-content", "width", 1280)
    app.picture(tmp_path / "shot.png")
    image = QImage(str(tmp_path / "shot.png"))
    assert (image.width(), image.height()) == (1280, 720)


def test_everything_with_a_name_is_listed(app: PlayedApp) -> None:
    assert {"tile-civil", "button-primary", "banner", "entry"} <= set(app.names())


@pytest.mark.parametrize(
    "line",
    [
        "not json", "[]", "5", '["dance"]', '["press"]', '["key", "NoSuchKey"]',
        '["window", "elsewhere"]', '["size", "large"]', '["picture", "/nowhere/shot.png"]',
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_answered_and_the_next_line_is_heard(line: str) -> None:
    bad, good, end = answers(line, '["says", "number", "A012"]')
    assert bad.startswith("error ")
    assert (good, end) == ("ok", "ok")


def test_lines_are_answered_in_their_order() -> None:
    names, *rest = answers('["list"]', '["window", "gallery"]', '["press", "tile-civil"]')
    assert "tile-civil" in json.load(io.StringIO(names.removeprefix("ok ")))
    assert rest == ["ok", "ok", "ok"]


@pytest.mark.parametrize(
    ("name", "complaint"), [("warns", "noSuchThing is not defined"), ("raises", "LookupError")]
)
def test_what_goes_wrong_inside_is_told_once(faulty: PlayedApp, name: str, complaint: str) -> None:
    with pytest.raises(StageFailed, match=complaint):
        faulty.press(name)
    faulty.press("works")
