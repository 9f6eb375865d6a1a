"""Plays one sound at a time on the machine's sound device; never hangs. For the GUI thread.

Without a device every sound fails at once, and the next one tries again, so that a device
plugged in later just works.
"""

from array import array

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from shared.voice.sound import RATE_HZ, duration_ms

STUCK_AFTER_MS = 3_000
"""A device that has not finished so long after the sound's end is taken for dead."""


class Output(QObject):
    """Plays sounds; ``ended(heard)`` once for each that was not stopped."""

    ended = Signal(bool)

    def __init__(self, volume_percent: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = volume_percent / 100
        self._playing = False
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._end(heard=False))

    def play(self, sound: "array[int]") -> None:
        """Play a sound; one that is playing is stopped."""
        self.stop()
        self._playing = True
        if QMediaDevices.defaultAudioOutput().isNull():
            # Told from the event loop, never from within play().
            QTimer.singleShot(0, self, lambda: self._end(heard=False))
            return
        self._start(sound.tobytes())
        self._patience.start(duration_ms(sound) + STUCK_AFTER_MS)

    def stop(self) -> None:
        """Be silent; what was playing has not ended."""
        self._playing = False
        self._patience.stop()
        self._let_go()

    def _start(self, data: bytes) -> None:
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
            self._end(heard=True)
        elif self._sink.state() is QtAudio.State.StoppedState:
            self._end(heard=self._sink.error() is QtAudio.Error.NoError)

    def _end(self, heard: bool) -> None:
        if self._playing:
            self.stop()
            self.ended.emit(heard)

    def _let_go(self) -> None:
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None and buffer is not None:
            sink.stop()
            sink.deleteLater()
            buffer.deleteLater()
