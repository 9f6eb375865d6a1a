"""Stands where Speech stands: remembers what it would say."""

from PySide6.QtCore import QObject, Signal


class FakeSpeech(QObject):
    """A voice for the languages that the test gives it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.languages: list[str] | None = None
        self.started = False
        self.said: list[str] = []

    def start(self) -> None:
        self.started = True

    def speaks(self, language: str) -> bool | None:
        return None if self.languages is None else language in self.languages

    def say(self, text: str, language: str) -> None:
        self.said.append(text)

    def hush(self) -> None:
        self.said.append("")

    def find(self, *languages: str) -> None:
        """The machine speaks these."""
        self.languages = list(languages)
        self.changed.emit()
