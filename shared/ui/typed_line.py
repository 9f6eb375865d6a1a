"""A line typed on the screen's keys or on a real keyboard, for QML.

What keys become is decided in shared.vietnamese.composing; the rows of the on-screen keyboard
are here because QML writes no letters of its own.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot

from shared.link.client import steady_ms
from shared.ui.scanning import FAST_MS
from shared.vietnamese.composing import Typing, line
from shared.vietnamese.letters import ACUTE, DOT, GRAVE, HOOK, TILDE

ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm.,", "ăâđêôơư-/?")
TONE_NAMES = {"acute": ACUTE, "grave": GRAVE, "hook": HOOK, "tilde": TILDE, "dot": DOT}
LONGEST = 200


class TypedLine(QObject):
    """One line of text; ``changed`` whenever it is another."""

    changed = Signal()
    shiftChanged = Signal()

    def __init__(self, longest: int = LONGEST, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._typing = Typing()
        self._before_burst = Typing()
        self._pressed_ms = 0
        self._shifted = False

    @property
    def words(self) -> str:
        """The text typed so far."""
        return self._typing.text

    def set_composing(self, composes: bool) -> None:
        """Choose whether keys make Vietnamese words, or only stand for themselves."""
        self._set(line(self._typing.text, composes=composes))

    @Slot(str)
    def press(self, key: str) -> None:
        """Somebody pressed a key that writes; a capital is for one letter."""
        if not self._is_amid_burst():
            self._before_burst = self._typing
        self._pressed_ms = steady_ms()
        if len(self._typing.text) < self._longest:
            self._set(self._typing.pressed(key))
        if self._shifted:
            self.toggleShift()

    @Slot()
    def erase(self) -> None:
        """Take the last letter back."""
        self._set(self._typing.erased())

    @Slot()
    def clear(self) -> None:
        """Forget all of it."""
        self._set(Typing(composes=self._typing.composes))

    def take_back_scan(self) -> None:
        """Be as before a scanner typed what it is typing now."""
        if self._is_amid_burst():
            self._set(self._before_burst)

    @Slot()
    def toggleShift(self) -> None:
        """The next letter is a capital, or is not."""
        self._shifted = not self._shifted
        self.shiftChanged.emit()

    def _is_amid_burst(self) -> bool:
        return steady_ms() - self._pressed_ms <= FAST_MS

    def _set(self, typing: Typing) -> None:
        before, self._typing = self._typing.text, typing
        if typing.text != before:
            self.changed.emit()

    text = Property(str, lambda self: self._typing.text, notify=changed)
    shifted = Property(bool, lambda self: self._shifted, notify=shiftChanged)
    rows = Property(list, lambda self: [list(row) for row in ROWS], constant=True)
    tones = Property(
        list,
        lambda self: [{"name": name, "key": key} for name, key in TONE_NAMES.items()],
        constant=True,
    )
