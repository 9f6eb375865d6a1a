"""How every app starts and ends: faces, windows, a log for Qt, and a clean end when told."""

import argparse
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtQuick import QQuickWindow

from shared.ui import application
from shared.ui.application import ScreenFailed
from shared.ui.rehearsal_client import PlayedApp

FACES = {
    "Be Vietnam Pro": ["Regular", "Medium", "SemiBold", "Bold", "ExtraBold"],
    "Inter": ["SemiBold", "Bold", "ExtraBold"],
}
WEIGHTS = [400, 500, 600, 700, 800]
TWO_SCREENS = [
    {"name": "wall", "x": 0, "y": 0, "width": 1920, "height": 1080},
    {"name": "panel", "x": 1920, "y": 0, "width": 1280, "height": 800},
]
IDLE_APP = """
import sys
from PySide6.QtCore import QTimer
from shared.ui import application

app = application.make_application("idle")
QTimer.singleShot(0, lambda: print("idle", flush=True))
sys.exit(application.run(app, lambda: print("cleaned up", flush=True)))
"""
EMPTY_QML = "import QtQuick\nimport Motcua\nMWindow {{ {} }}\n"


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    yield window
    window.close()


def qml(tmp_path: Path, body: str) -> Path:
    file = tmp_path / "Main.qml"
    file.write_text(EMPTY_QML.format(body), encoding="utf-8")
    return file


def test_the_software_renderer_is_the_reference() -> None:
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert os.environ["QT_QPA_UPDATE_IDLE_TIME"] == "0"


@pytest.mark.parametrize(("family", "styles"), FACES.items())
def test_all_weights_join_one_family(fonts: None, family: str, styles: list[str]) -> None:
    assert set(styles) <= {style.replace(" ", "") for style in QFontDatabase.styles(family)}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_words_are_set_in_the_weight_asked_for(fonts: None, weight: int) -> None:
    font = QFont("Be Vietnam Pro", 20)
    font.setWeight(QFont.Weight(weight))
    info = QFontInfo(font)
    assert (info.family(), info.weight()) == ("Be Vietnam Pro", weight)


def test_the_command_line_is_shared_by_all_apps() -> None:
    options = application.arguments("board", "The board.").parse_args(
        ["--hub", "wss://127.0.0.1:8700", "--size", "1280x720", "--fullscreen", "--rehearse"]
    )
    assert options == argparse.Namespace(
        hub="wss://127.0.0.1:8700", hall=None, place=None, language="vi", size="1280x720",
        fullscreen=True, screen=None, rehearse=True, part=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        ("--size", "100"), ("--size", "0x100"), ("--hub", "foo"), ("--hub", "127.0.0.1:8750"),
        ("--hub", "ws://"), ("--part", "50,50"), ("--part", "0,0,0,50"),
    ],
)  # fmt: skip
def test_what_was_mistyped_is_told_at_once(
    wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        application.arguments("board", "The board.").parse_args(wrong)
    assert repr(wrong[1]) in capsys.readouterr().err


def test_a_window_stands_in_the_part_of_the_screen_asked_for(window: QQuickWindow) -> None:
    part = application.screen_part("50,10,19,62")
    application.show(window, None, fullscreen=False, screen=None, part=part)
    whole = window.screen().availableGeometry()
    assert window.position().toTuple() == (whole.width() // 2, whole.height() // 10)
    assert (window.width(), window.height()) == (
        whole.width() * 19 // 100,
        whole.height() * 62 // 100,
    )


def test_a_window_has_the_size_asked_for(window: QQuickWindow) -> None:
    application.show(window, "1280x720", fullscreen=False, screen=None)
    assert (window.width(), window.height()) == (1280, 720)
    assert window.isVisible()


def test_a_window_covers_the_screen_asked_for(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": TWO_SCREENS}), encoding="utf-8")
    env = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    for screen in TWO_SCREENS:
        options = ("--fullscreen", "--screen", str(screen["name"]))
        with PlayedApp("tests.qml.gallery", *options, env=env) as app:
            app.await_("gallery-content", "width", screen["width"])


def test_an_unknown_screen_is_logged_and_another_one_serves(
    window: QQuickWindow, caplog: pytest.LogCaptureFixture
) -> None:
    application.show(window, None, fullscreen=False, screen="elsewhere")
    assert "there is no screen elsewhere" in caplog.text
    assert window.isVisible()


def test_a_screen_that_loads_is_an_engine_with_its_window(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    engine = application.load_screen(qml(tmp_path, 'title: "loaded"'), {})
    assert [root.property("title") for root in engine.rootObjects()] == ["loaded"]


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_screen_that_does_not_load_is_our_fault(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(ScreenFailed, match=r"Main\.qml does not load"):
        application.load_screen(qml(tmp_path, "noSuchProperty: 1"), {})


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtInfoMsg, logging.INFO),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
    ],
)
def test_what_qt_says_is_in_the_log(
    kind: QtMsgType, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "motcua.screen")
    application._log_qt(kind, None, "100 % heard")  # type: ignore[arg-type]  # no context needed
    assert caplog.record_tuples == [("motcua.screen", level, "100 % heard")]


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_an_app_ends_cleanly_when_told(told: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, "-c", IDLE_APP], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "idle\n"
    process.send_signal(told)
    try:
        said, _ = process.communicate(timeout=20)
    finally:
        process.kill()
    assert (said, process.returncode) == ("cleaned up\n", 0)
