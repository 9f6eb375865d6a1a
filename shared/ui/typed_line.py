"""A line typed on the screen's keys or on a real keyboard, for QML.

What keys become is decided in shared.vietnamese.composing; the rows of the on-screen keyboard
are here because QML writes no letters of its own.
"""

from collections import deque

from PySide6.QtCore import Property, QObject, Signal, Slot

from shared.vietnamese.composing import Typing, line
from shared.vietnamese.letters import ACUTE, DOT, GRAVE, HOOK, TILDE

ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm.,", "ăâđêôơư-/?")
TONE_NAMES = {"acute": ACUTE, "grave": GRAVE, "hook": HOOK, "tilde": TILDE, "dot": DOT}
LONGEST = 200
REMEMBERED = 16
"""So many keys can be taken back: more than of an ID card come before it is known as one."""


class TypedLine(QObject):
    """One line of text; ``changed`` whenever it is another."""

    changed = Signal()
    shiftChanged = Signal()

    def __init__(self, longest: int = LONGEST, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._typing = Typing()
        self._before: deque[Typing] = deque(maxlen=REMEMBERED)
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
        self._before.append(self._typing)
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
        self._before.clear()
        self._set(Typing(composes=self._typing.composes))

    def take_back(self, keys: int) -> None:
        """Be as before the last keys that were pressed, at most REMEMBERED."""
        before = self._typing
        for _ in range(min(keys, len(self._before))):
            before = self._before.pop()
        self._set(before)

    @Slot()
    def toggleShift(self) -> None:
        """The next letter is a capital, or is not."""
        self._shifted = not self._shifted
        self.shiftChanged.emit()

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
