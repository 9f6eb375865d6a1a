"""Speaks one call after the other; nothing overlaps, nothing is dropped, nothing hangs.

Lives in the GUI thread. Without a sound device every call fails at once, and the next one
tries again, so that a device plugged in later just works.
"""

from collections import deque

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from shared.voice.clips import Clips
from shared.voice.phrases import phrase
from shared.voice.sound import RATE_HZ, duration_ms, joined

STUCK_AFTER_MS = 3_000
"""A device that has not finished so long after the sound's end is taken for dead."""


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
        self._volume = volume_percent / 100
        self._waiting: deque[tuple[int, str, str]] = deque()
        self._speaking: int | None = None
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._ended(heard=False))

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
        sound = joined([self._clips.get(c) for c in phrase(number, counter, self._languages)])
        if QMediaDevices.defaultAudioOutput().isNull():
            # Told from the event loop, never from within say().
            QTimer.singleShot(0, self, lambda: self._ended(heard=False))
            return
        self._play(sound.tobytes())
        self._patience.start(duration_ms(sound) + STUCK_AFTER_MS)

    def _play(self, data: bytes) -> None:
        layout = QAudioFormat()
        layout.setSampleRate(RATE_HZ)
        layout.setChannelCount(1)
        layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), layout, self)
        self._sink.setVolume(self._volume)
        # Without the signal's argument: PySide 6.11 cannot convert it.
        self._sink.stateChanged.connect(lambda: self._state_changed())
        self._sink.start(self._buffer)

    def _state_changed(self) -> None:
        if self._sink is None:
            return
        if self._sink.state() is QtAudio.State.IdleState:
            self._ended(heard=True)
        elif self._sink.state() is QtAudio.State.StoppedState:
            self._ended(heard=self._sink.error() is QtAudio.Error.NoError)

    def _ended(self, heard: bool) -> None:
        call, self._speaking = self._speaking, None
        if call is None:
            return
        self._patience.stop()
        self._let_go()
        (self.spoken if heard else self.failed).emit(call)
        self._next()

    def _let_go(self) -> None:
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None and buffer is not None:
            sink.stop()
            sink.deleteLater()
            buffer.deleteLater()
