"""The virtual printer's window: the newest ticket on top."""

import shiboken6
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from shared.printing.picture import Picture
from shared.ui.application import load_screen
from shared.ui.virtual_printer.window import MAIN_QML, SHOWN, PaperTray

BLACK = Picture(576, 400, b"\xff" * 72 * 400)


def test_a_cut_ticket_appears_as_paper(qtbot: QtBot, fonts: None) -> None:
    tray = PaperTray()
    engine = load_screen(MAIN_QML, {"tray": tray})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    tray.cut.emit(BLACK)
    qtbot.waitUntil(lambda: window.grabWindow().pixelColor(240, 150).value() == 0)
    shiboken6.delete(engine)


def test_only_the_newest_are_kept() -> None:
    tray = PaperTray()
    for height in range(1, SHOWN + 3):
        tray.cut.emit(Picture(8, height, b"\xff" * height))
    papers = tray.property("papers")
    assert len(papers) == SHOWN
    assert papers[0]["height"] == SHOWN + 2
