"""Screens under test: shown, touched, typed at, and looked over; used by the apps' tests."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickImageProvider, QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.ui.application import load_screen
from shared.ui.rehearsal import centre_of, find, items, press_key
from tests.qml.layout_check import layout_faults

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ListItem,
}


class Screen:
    """An app's window with the means to use it."""

    def __init__(self, window: QQuickWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def size(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self._qtbot.waitUntil(lambda: self.window.contentItem().width() == width)
        self.settle()

    def settle(self) -> None:
        """Let what is due be painted."""
        QCoreApplication.processEvents()
        self.window.grabWindow()

    def item(self, name: str) -> QQuickItem:
        """Return the visible item of this name, waiting for it."""
        self._qtbot.waitUntil(lambda: find(self.window, name) is not None)
        found = find(self.window, name)
        assert found is not None
        return found

    def descendants(self, name: str) -> list[QQuickItem]:
        """Return everything inside an item."""
        found, waiting = [], [self.item(name)]
        while waiting:
            children = waiting.pop().childItems()
            found += children
            waiting += children
        return found

    def gone(self, name: str) -> None:
        self._qtbot.waitUntil(lambda: find(self.window, name) is None)

    def press(self, name: str) -> None:
        """Click the middle of an item with the mouse."""
        self.item(name)
        self.settle()
        at = centre_of(self.item(name)).toPoint()
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at)
        )

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.window, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        for letter in text:
            press_key(self.window, 0, letter)

    def focused(self) -> str:
        """Return the name of what has the keyboard."""
        item = self.window.activeFocusItem()
        return item.objectName() if item is not None else ""

    def waits_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(is_so)

    def top_of(self, name: str) -> float:
        """Return how far below the window's top an item begins."""
        item = self.item(name)
        return item.mapToScene(item.boundingRect().topLeft()).y()

    def tab_stops(self) -> list[str]:
        """Return the names of the controls that Tab must reach."""
        return [
            item.objectName()
            for item in items(self.window)
            if item.isEnabled() and item.objectName() and item.property("activeFocusOnTab")
        ]

    def text(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def shows(self, name: str, text: str) -> None:
        """Wait until an item says so."""
        self._qtbot.waitUntil(lambda: self.text(name) == text)

    def shows_somewhere(self, text: str) -> None:
        """Wait until the screen says so."""
        self._qtbot.waitUntil(lambda: text in self.texts())

    def says(self, words: str) -> None:
        """Wait until some text on the screen holds these words."""
        self._qtbot.waitUntil(lambda: any(words in text for text in self.texts()))

    def texts(self) -> list[str]:
        """Return all words on the screen."""
        return [str(item.property("text")) for item in items(self.window) if item.property("text")]

    def check_layout(self) -> None:
        """Fail on words that are cut, out of the window, or one upon the other."""
        self.settle()
        faults = layout_faults(self.window)
        assert not faults, "\n".join(faults)

    def overlaps(self) -> list[tuple[str, str]]:
        """Return the names of controls that lie over each other; scrolled ones aside."""
        self.settle()
        controls = [item for item in items(self.window) if _is_control(item)]
        places = [(c.objectName(), c.mapRectToScene(c.boundingRect())) for c in controls]
        return [
            (one, two)
            for at, (one, first) in enumerate(places)
            for two, second in places[at + 1 :]
            if first.adjusted(1, 1, -1, -1).intersects(second)
        ]

    def unnamed_controls(self) -> list[str]:
        """Return the controls that a screen reader could not name."""
        QAccessible.setActive(True)
        root = QAccessible.queryAccessibleInterface(self.window)
        return [str(each.rect()) for each in _walk(root) if _is_unnamed(each)]


def _is_control(item: QQuickItem) -> bool:
    kind = item.metaObject().className()
    if not kind.startswith(("MButton", "Tile", "Door", "KeyCap", "Key_", "MarkButton")):
        return False
    above = item.parentItem()
    while above is not None and above.property("contentY") is None:
        above = above.parentItem()
    return above is None


def _walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield from _walk(child)


def _is_unnamed(interface: QAccessibleInterface) -> bool:
    named = interface.text(QAccessible.Text.Name)
    return interface.role() in CONTROLS and not named and not interface.state().invisible


@contextmanager
def shown(
    qml: Path,
    controller: QObject,
    qtbot: QtBot,
    images: Mapping[str, QQuickImageProvider] | None = None,
) -> Iterator[Screen]:
    """Show a screen; whatever QML complains of fails the test."""
    complaints: list[str] = []
    engine = load_screen(qml, {"screenModel": controller}, images)
    engine.warnings.connect(lambda errors: complaints.extend(e.toString() for e in errors))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    window.requestActivate()
    qtbot.waitUntil(window.isActive)
    yield Screen(window, qtbot)
    assert complaints == []
    window.close()
    # Before the controller: its bindings would read what is no longer there.
    shiboken6.delete(engine)
