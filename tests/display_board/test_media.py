"""Pictures and videos on the board."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSizeF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from display_board import media
from display_board.media import MediaShow

RED, BLUE = (220, 20, 20), (20, 20, 220)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    window.resize(400, 300)
    window.show()
    yield window
    window.close()


@pytest.fixture
def show(window: QQuickWindow) -> MediaShow:
    place = QQuickItem(window.contentItem())
    show = MediaShow(place)
    place.setSize(QSizeF(400, 300))
    return show


def picture(folder: Path, name: str, colour: tuple[int, int, int]) -> str:
    file = folder / name
    Image.new("RGB", (200, 100), colour).save(file)
    return str(file)


def film(folder: Path, colour: tuple[int, int, int]) -> str:
    file = folder / "film.gif"
    frames = [Image.new("RGB", (200, 100), colour) for _ in range(10)]
    frames[5] = Image.new("RGB", (200, 100), (250, 250, 250))
    frames[0].save(file, save_all=True, append_images=frames[1:], duration=40)
    return str(file)


def shows(window: QQuickWindow, colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 30 for a, b in zip(pixel(window, 150), colour, strict=True))


def pixel(window: QQuickWindow, y: int) -> tuple[int, int, int]:
    seen = window.grabWindow().pixelColor(200, y)
    return seen.red(), seen.green(), seen.blue()


def test_pictures_take_turns_in_their_own_shape(
    window: QQuickWindow, show: MediaShow, tmp_path: Path, qtbot: QtBot
) -> None:
    show.set_files([picture(tmp_path, "a.png", RED), picture(tmp_path, "b.png", BLUE)])
    qtbot.waitUntil(lambda: shows(window, RED))
    assert pixel(window, 20) == (255, 255, 255)
    show.show_next()
    qtbot.waitUntil(lambda: shows(window, BLUE))
    show.show_next()
    qtbot.waitUntil(lambda: shows(window, RED))


# Qt says that it has no GPU to convert frames with; that is what we paint without.
@pytest.mark.qt_log_ignore("No RHI backend")
def test_a_video_plays_and_gives_way_to_the_next(
    window: QQuickWindow, show: MediaShow, tmp_path: Path, qtbot: QtBot
) -> None:
    show.set_files([film(tmp_path, BLUE), picture(tmp_path, "a.png", RED)])
    qtbot.waitUntil(lambda: shows(window, BLUE), timeout=20_000)
    qtbot.waitUntil(lambda: shows(window, RED), timeout=20_000)


def test_what_cannot_be_shown_is_passed_over(
    show: MediaShow, window: QQuickWindow, tmp_path: Path, qtbot: QtBot,
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(media, "PICTURE_MS", 10)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    show.set_files([str(tmp_path / "broken.png"), picture(tmp_path, "a.png", RED)])
    qtbot.waitUntil(lambda: shows(window, RED))
    assert "broken.png" in caplog.text


def test_without_files_nothing_is_shown(
    show: MediaShow, window: QQuickWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    show.set_files([picture(tmp_path, "a.png", RED)])
    qtbot.waitUntil(lambda: shows(window, RED))
    show.set_files([])
    qtbot.waitUntil(lambda: shows(window, (255, 255, 255)))
