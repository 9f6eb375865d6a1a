"""``--rehearse``: an app played by lines on standard input, through real touches and keys.

One line in, one line out (``ok …`` or ``error …``), JSON arrays of words:
``["press", NAME]`` · ``["type", TEXT]`` · ``["key", "F5"]`` · ``["await", NAME, PROPERTY, VALUE]``
``["says", NAME, PART OF ITS TEXT]`` · ``["gone", NAME]``
``["picture", FILE]`` · ``["size", "1080x1920"]`` · ``["list"]`` · ``["quit"]``
NAME is an objectName; a second window is named by ``["window", NAME]`` before.
A warning of QML, or an exception that nobody caught, makes the next answer an error.
"""

import json
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQml import QQmlError, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

PATIENCE_MS = 15_000
LOOK_EVERY_MS = 20
SETTLE_MS = 60

ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Rehearsal(QObject):
    """Carries out one line after the other in the GUI thread."""

    line = Signal(str)

    def __init__(self, windows: list[QQuickWindow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows = windows
        self._window = windows[0]
        self._lines: deque[str] = deque()
        self._busy = False
        self._complaints: list[str] = []
        sys.excepthook = _noting(self._complaints)
        for window in windows:
            engine = qmlEngine(window)
            assert engine is not None
            engine.warnings.connect(self._complain)
        self.line.connect(self._queue)
        threading.Thread(target=self._read, name="rehearsal", daemon=True).start()

    def _read(self) -> None:
        for text in sys.stdin:
            self.line.emit(text)
        self.line.emit('["quit"]')

    def _queue(self, text: str) -> None:
        self._lines.append(text)
        self._next()

    def _next(self) -> None:
        if not self._busy and self._lines:
            self._busy = True
            line = self._lines.popleft()
            try:
                verb, *words = json.loads(line)
                getattr(self, f"_do_{verb}")(*words)
            except (AttributeError, LookupError, StopIteration, TypeError, ValueError) as error:
                # Whoever sent it waits for an answer.
                self._answer(f"error {error!r} in {line.strip()}")

    def _complain(self, errors: list[QQmlError]) -> None:
        self._complaints += [error.toString() for error in errors]

    def _answer(self, text: str) -> None:
        """Answer a line, and take the next one once the screen has settled."""
        if self._complaints:
            text = f"error {'; '.join(self._complaints)}"
            self._complaints.clear()
        print(text, flush=True)
        self._busy = False
        QTimer.singleShot(SETTLE_MS, self, self._next)

    def _do_press(self, name: str) -> None:
        self._when(lambda: _pressable(self._window, name), lambda item: _press(self._window, item))

    def _do_await(self, name: str, prop: str, value: Any) -> None:
        def found() -> QQuickItem | None:
            item = find(self._window, name)
            return item if item is not None and item.property(prop) == value else None

        self._when(found, lambda item: None)

    def _do_says(self, name: str, part: str) -> None:
        def found() -> QQuickItem | None:
            item = find(self._window, name)
            return item if item is not None and part in str(item.property("text")) else None

        self._when(found, lambda item: None)

    def _do_gone(self, name: str) -> None:
        content = self._window.contentItem()
        self._when(lambda: content if find(self._window, name) is None else None, lambda item: None)

    def _do_type(self, text: str) -> None:
        for letter in text:
            press_key(self._window, 0, letter)
        self._answer("ok")

    def _do_key(self, name: str) -> None:
        key = Qt.Key[f"Key_{name}"]
        press_key(self._window, key.value, "")
        self._answer("ok")

    def _do_picture(self, path: str) -> None:
        image = self._window.grabWindow()
        self._answer("ok" if image.save(path) else f"error cannot write {path}")

    def _do_size(self, size: str) -> None:
        width, height = (int(part) for part in size.split("x"))
        self._window.resize(width, height)
        self._answer("ok")

    def _do_window(self, name: str) -> None:
        self._window = next(window for window in self._windows if window.objectName() == name)
        self._window.requestActivate()  # keys go to the window that people turned to
        self._answer("ok")

    def _do_list(self) -> None:
        self._answer(
            "ok " + json.dumps([i.objectName() for i in items(self._window) if i.objectName()])
        )

    def _do_quit(self) -> None:
        self._answer("ok")
        QGuiApplication.exit()

    def _when(
        self, look: Callable[[], QQuickItem | None], then: Callable[[QQuickItem], None]
    ) -> None:
        """Look until something is found or patience ends; never blocks the GUI thread."""
        timer = QTimer(self)
        looks = PATIENCE_MS // LOOK_EVERY_MS

        def again() -> None:
            nonlocal looks
            looks -= 1
            item = look()
            if item is not None:
                then(item)
                self._answer("ok")
            elif looks <= 0:
                self._answer("error nothing such appears")
            if item is not None or looks <= 0:
                timer.stop()
                timer.deleteLater()

        timer.timeout.connect(again)
        timer.start(LOOK_EVERY_MS)


def _noting(complaints: list[str]) -> ExceptHook:
    """Return an excepthook that also notes what was raised."""

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        complaints.append(repr(error))
        sys.__excepthook__(kind, error, trace)

    return note


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Yield all visible items of a window, delegates too."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(item.childItems())


def find(window: QQuickWindow, name: str) -> QQuickItem | None:
    """Return the visible item with an objectName."""
    return next((item for item in items(window) if item.objectName() == name), None)


def _pressable(window: QQuickWindow, name: str) -> QQuickItem | None:
    item = find(window, name)
    if item is None or not item.isEnabled() or item.width() <= 0 or _scrolled_to(item):
        return None
    centre = centre_of(item)
    inside = 0 <= centre.x() < window.width() and 0 <= centre.y() < window.height()
    return item if inside else None


def _scrolled_to(item: QQuickItem) -> bool:
    """Scroll the list that an item is in until it is whole in sight; tell whether it had to."""
    view = item.parentItem()
    while view is not None and view.property("contentY") is None:
        view = view.parentItem()
    if view is None:
        return False
    place = view.mapRectFromItem(item, item.boundingRect())
    beyond = max(0.0, place.bottom() - view.height()) or min(0.0, place.top())
    if abs(beyond) < 1:
        return False
    view.setProperty("contentY", float(view.property("contentY")) + beyond)
    return True


def centre_of(item: QQuickItem) -> QPointF:
    """Return the middle of an item in its window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def _press(window: QQuickWindow, item: QQuickItem) -> None:
    at = centre_of(item)
    globally = QPointF(window.mapToGlobal(QPoint(int(at.x()), int(at.y()))))
    left = Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, at, globally, left, held, Qt.KeyboardModifier.NoModifier)
        QGuiApplication.sendEvent(window, event)


def press_key(window: QQuickWindow, key: int, text: str) -> None:
    """Send a key's press and release to whatever has the keyboard in a window."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QGuiApplication.sendEvent(window, event)
