"""A scanner that types like a keyboard, heard before the screen hears its keys."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from shared.link.client import steady_ms
from shared.ui import scanning

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyScanner(QObject):
    """An event filter on a window; tells every code, ID cards too."""

    scanned = Signal(str)

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._burst = scanning.Burst()
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Keep the Enter that ends a code from the screen, and nothing else."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER:
            text = scanning.scanned(self._burst, steady_ms(), cards=True)
            self._burst = scanning.Burst()
            if text:
                self.scanned.emit(text)
            return bool(text)
        if event.text():
            self._burst = scanning.typed(self._burst, event.text(), steady_ms())
        return False
