"""The kiosk's screen for QML: properties from the view state, slots for touches and scans."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from kiosk import view_state as view
from kiosk.view_state import Message, ViewState
from shared.i18n import Words, languages, names_in
from shared.i18n.time_words import time_of
from shared.link.client import steady_ms
from shared.protocol.messages import HubFrame
from shared.protocol.session import Expired, LinkChanged
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown

TICK_MS = 500
WORDS = ("title", "prompt", "find", "erase")


class MyTicketController(QObject):
    """Holds the view state and asks the hub where a ticket stands."""

    def __init__(self, link: QtLink, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._state = ViewState(
            language=language, first_language=language, now_ms=steady_ms(), touched_ms=steady_ms()
        )
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        link.expired.connect(lambda id_: self._take(Expired(id_)))
        self._shown = Shown(self._values, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._take(view.Tick(steady_ms())))
        self._timer.start(TICK_MS)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Somebody touched a language."""
        self._take(view.LanguageChosen(code))

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """Somebody touched a key; "" takes the last one back."""
        self._take(view.Typed(letter))

    @Slot(str)
    def lookUp(self, text: str) -> None:
        """Somebody asks for a typed number or a scanned code."""
        question = view.question(text)
        if question is not None:
            self._take(view.Asked(self._link.ask(question)))

    @Slot()
    def goBack(self) -> None:
        """Somebody is done."""
        self._take(view.WentBack())

    def _heard(self, frame: HubFrame) -> None:
        self._take(frame)

    def _link_changed(self, change: LinkChanged) -> None:
        self._take(change)

    def _take(self, message: Message) -> None:
        state = view.update(self._state, message)
        if state != self._state:
            self._state = state
            self._shown.refresh()

    @property
    def _words(self) -> Words:
        return Words(self._state.language)

    def _name(self, which: str) -> str:
        setup = self._state.setup
        return names_in(getattr(setup.plan, which), self._state.language) if setup else ""

    def _time(self) -> str:
        setup, now = self._state.setup, self._link.hub_now_ms()
        return time_of(now, setup.plan.utc_offset_min) if setup and now else ""

    def _languages(self) -> list[dict[str, str]]:
        offered = self._state.setup.plan.languages if self._state.setup else languages()
        return [{"code": c, "name": Words(c).text("common.language_name")} for c in offered]

    def _waiting(self) -> str:
        now = self._state.now
        return self._words.counted("kiosk.waiting", now.waiting) if now else ""

    def _values(self) -> dict[str, Any]:
        return {
            "hallName": self._name("names"),
            "unitAbove": self._name("unit_above"),
            "time": self._time(),
            "banner": view.banner(self._state, self._words),
            "waiting": self._waiting(),
            "typed": self._state.typed,
            "letters": view.letters(self._state),
            "place": view.place_words(self._state, self._words),
            "language": self._state.language,
            "languages": self._languages(),
            "words": {key: self._words.text(f"kiosk.{key}") for key in WORDS},
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
