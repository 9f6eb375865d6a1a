"""A scanner that types like a keyboard: its codes told from what people type, key by key."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from shared.link.client import steady_ms
from shared.ui import scanning

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyReader:
    """Follows the keys that are pressed, and tells what a scanner sent."""

    def __init__(self, *, cards: bool = False) -> None:
        """``cards`` tells whether ID cards may be read, too."""
        self._cards = cards
        self._burst = scanning.Burst()

    def code(self, event: QKeyEvent) -> str:
        """Return the code that this key has ended, "" for every other key."""
        if event.key() in ENTER:
            code = scanning.scanned(self._burst, steady_ms(), cards=self._cards)
            self._burst = scanning.Burst()
            return code
        if event.text() and not event.isAutoRepeat():
            self._burst = scanning.typed(self._burst, event.text(), steady_ms())
        return ""

    @property
    def sent(self) -> str:
        """What has come so fast that a scanner may be sending it."""
        return self._burst.text

    def is_amid_code(self) -> bool:
        """Tell whether the last key came so fast after another that no person pressed it."""
        return len(self._burst.text) > 1


class KeyScanner(QObject):
    """An event filter on a window where nobody types; tells every code, ID cards too.

    The spaces in somebody's name would press whatever has the focus: none of a scanner's keys but
    the first reaches the screen.
    """

    scanned = Signal(str)

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._reader = KeyReader(cards=True)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Pass an event on (False), or keep it from the screen (True)."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        code = self._reader.code(event)
        if code:
            self.scanned.emit(code)
        return bool(code) or self._reader.is_amid_code()
