"""A scanner that types like a keyboard: heard whole, and told from a person."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.ui import key_scanner
from shared.ui.key_scanner import KeyScanner

CARD = "062051001234||Y Hiêng|23111951|Nu|Kon Tum|20052021"


def scan(window: QObject, text: str) -> None:
    """Press and release the keys of a scanner, letters that no keyboard has too."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(window, event)


def test_a_code_is_told_when_its_enter_comes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_scanner, "steady_ms", lambda: 1_000)
    window = QQuickWindow()
    codes: list[str] = []
    scanner = KeyScanner(window)
    scanner.scanned.connect(codes.append)
    scan(window, CARD)
    assert codes == []
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert codes == [CARD]
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert codes == [CARD], "an Enter alone is no code"
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t", True
    )
    scan(window, "a")
    assert not scanner.eventFilter(window, held), "a key that is held down is a person's"
    scanner.deleteLater()
