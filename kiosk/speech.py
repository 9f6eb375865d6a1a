"""Reads the screen aloud: a pack's recordings where there are any, else the machine's own voice.

The machine's voice (speech-dispatcher on Linux) is looked for only when somebody asks for it,
and in a thread of its own: starting it may take a while, and it may not be there.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QThread, Signal, Slot

from shared.i18n.words import catalogue
from shared.voice.clips import BadClip, read_wav

log = logging.getLogger(__name__)

NOT_A_VOICE = "mock"
"""Qt's engine for tests speaks in silence."""

SOUNDS = "sounds"
"""The folder of a language pack with recordings, named after the words' keys."""


class MachineVoice(QObject):
    """The machine's voice; lives in a thread of its own."""

    found = Signal(list)

    def __init__(self, engine: str | None = None) -> None:
        """``engine`` is looked for when none is named."""
        super().__init__()
        self._engine = engine
        self._speaks: dict[str, QLocale] = {}

    @Slot()
    def look(self) -> None:
        """Find the languages that can be spoken."""
        # Here, so that a kiosk at which nobody asks never loads it.
        from PySide6.QtTextToSpeech import QTextToSpeech

        there = QTextToSpeech.availableEngines()
        wanted = [self._engine or each for each in there if each != NOT_A_VOICE]
        engine = next((each for each in wanted if each in there), "")
        if engine:
            self._voice = QTextToSpeech(engine, self)
            for locale in self._voice.availableLocales():
                self._speaks.setdefault(locale.name()[:2], locale)
        self.found.emit(sorted(self._speaks))

    @Slot(str, str)
    def say(self, text: str, language: str) -> None:
        """Say a text, breaking off what is being said."""
        if language in self._speaks:
            self._voice.stop()
            self._voice.setLocale(self._speaks[language])
            self._voice.say(text)

    @Slot()
    def hush(self) -> None:
        """Be silent."""
        if self._speaks:
            self._voice.stop()


class Speech(QObject):
    """Says texts of the screen. Use from the GUI thread."""

    changed = Signal()
    _wanted = Signal()
    _spoken = Signal(str, str)
    _hushed = Signal()

    def __init__(
        self, packs: Path | None, engine: str | None = None, parent: QObject | None = None
    ) -> None:
        """``packs`` is the hall's folder of languages."""
        super().__init__(parent)
        self._packs = packs
        # Here, so that asking the program for help loads no sound.
        from shared.voice.output import Output

        self._output = Output(parent=self)
        self._languages: list[str] | None = None
        self._voice = MachineVoice(engine)
        self._thread = QThread(self)
        self._voice.moveToThread(self._thread)
        self._voice.found.connect(self._found)
        self._wanted.connect(self._voice.look)
        self._spoken.connect(self._voice.say)
        self._hushed.connect(self._voice.hush)
        # In its own thread, where its timers run.
        self._thread.finished.connect(self._voice.deleteLater)

    def start(self) -> None:
        """Look for the machine's voice; ``changed`` when it is known whether there is one."""
        if not self._thread.isRunning():
            self._thread.start()
            self._wanted.emit()

    def stop(self) -> None:
        """End for good."""
        self._thread.quit()
        self._thread.wait()

    def speaks(self, language: str) -> bool | None:
        """Tell whether a language can be spoken; None while that is not known yet."""
        if self._sounds(language) is not None:
            return True
        return None if self._languages is None else language in self._languages

    def say(self, text: str, language: str) -> None:
        """Say a text of the screen in its language, breaking off what is being said."""
        self.hush()
        recording = self._recording(text, language)
        if recording is None:
            self._spoken.emit(text, language)
            return
        try:
            self._output.play(read_wav(recording))
        except BadClip as error:
            log.error("%s", error)

    def hush(self) -> None:
        """Be silent."""
        self._output.stop()
        self._hushed.emit()

    def _found(self, languages: list[str]) -> None:
        self._languages = languages
        log.info("this machine speaks: %s", ", ".join(languages) or "nothing")
        self.changed.emit()

    def _sounds(self, language: str) -> Path | None:
        folder = self._packs / language / SOUNDS if self._packs else None
        return folder if folder is not None and folder.is_dir() else None

    def _recording(self, text: str, language: str) -> Path | None:
        """Return the recording of words that stand in a catalogue just so."""
        folder = self._sounds(language)
        if folder is None:
            return None
        keys = [key for key, words in catalogue(language).items() if words == text]
        files = [folder / f"{key}.wav" for key in keys]
        return next((file for file in files if file.is_file()), None)
