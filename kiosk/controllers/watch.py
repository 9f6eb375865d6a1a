"""Sees every touch and key before the screen does: somebody is there, a scanner typed, no way out.

The window's close button, Alt+F4 and all other combinations with Ctrl, Alt or the system key
do nothing once the kiosk covers the screen; it ends by signal only.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from shared.domain.cards import begins_card
from shared.ui.key_scanner import ENTER, KeyReader

TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)
WAYS_OUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Watch(QObject):
    """An event filter on the kiosk's window."""

    touched = Signal()
    scanned = Signal(str)
    cardTyped = Signal()
    """A scanner has begun to type an ID card; its first number has reached the screen."""

    def __init__(self, window: QQuickWindow, locked: bool) -> None:
        """``locked``: nobody at the screen can close the window."""
        super().__init__(window)
        self.locked = locked
        self._reader = KeyReader()
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Pass an event on (False), or keep it from the screen (True)."""
        if event.type() is QEvent.Type.Close and self.locked:
            event.ignore()
            return True
        if event.type() in TOUCHES:
            self.touched.emit()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & WAYS_OUT:
            return True
        was_card = begins_card(self._reader.sent)
        code = self._reader.code(event)
        is_card = begins_card(self._reader.sent)
        if is_card and not was_card:
            self.cardTyped.emit()
        if was_card and (is_card or event.key() in ENTER):
            return True
        if code:
            # From the event loop: the screen may change under the key that is held.
            self.scanned.emit(code)
        return is_card or bool(code)
