"""Speaks one call after the other; nothing overlaps, nothing is dropped, nothing hangs.

Lives in the GUI thread.
"""

from collections import deque

from PySide6.QtCore import QObject, Signal

from shared.voice.clips import Clips
from shared.voice.output import Output
from shared.voice.phrases import phrase
from shared.voice.sound import joined


class Player(QObject):
    """Queues calls and tells when each was spoken to its end, or could not be."""

    spoken = Signal(int)
    failed = Signal(int)

    def __init__(
        self,
        clips: Clips,
        languages: tuple[str, ...],
        volume_percent: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clips = clips
        self._languages = languages
        self._waiting: deque[tuple[int, str, str]] = deque()
        self._speaking: int | None = None
        self._output = Output(volume_percent, self)
        self._output.ended.connect(self._ended)

    def say(self, call: int, number: str, counter: str) -> None:
        """Queue a call."""
        self._waiting.append((call, number, counter))
        if self._speaking is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        call, number, counter = self._waiting.popleft()
        self._speaking = call
        parts = phrase(number, counter, self._languages)
        self._output.play(joined([self._clips.get(clip) for clip in parts]))

    def _ended(self, heard: bool) -> None:
        call, self._speaking = self._speaking, None
        assert call is not None, "only calls are played"
        (self.spoken if heard else self.failed).emit(call)
        self._next()
