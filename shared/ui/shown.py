"""What a screen shows, handed to QML value by value: only what differs is announced.

A list that is announced makes QML build its delegates anew, so lists that stayed the same
must not be. Refreshing waits for the event loop: never in the middle of a touch, and many
messages make one refresh.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlPropertyMap


class Shown(QQmlPropertyMap):
    """The values of one screen; ``make`` returns all of them from the screen's state."""

    def __init__(self, make: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__()
        self.setParent(parent)
        self._make = make
        self._last: dict[str, Any] = {}
        self._due = False
        self._refresh()

    def refresh(self) -> None:
        """Show the new state as soon as the event loop runs."""
        if not self._due:
            self._due = True
            QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        self._due = False
        for key, value in self._make().items():
            if key not in self._last or self._last[key] != value:
                self._last[key] = value
                self.insert(key, value)
