"""What all pages of the kiosk share, for QML: the visit, its language, its comforts, its end."""

import time
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk import view_state as view
from kiosk.speech import Speech
from kiosk.view_state import Message, Page, ViewState
from shared.domain.plan import HO_CHI_MINH_OFFSET_MIN, Plan
from shared.i18n import Words, languages, names_in
from shared.i18n.time_words import local_time, time_of
from shared.link.client import steady_ms
from shared.protocol.messages import Report
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown

TICK_MS = 500
WORDS = (
    "finish", "call_staff", "staff_called", "touch_to_begin", "greeting", "text_size",
    "high_contrast", "low_reach", "patient", "speech", "idle_title", "idle_stay",
)  # fmt: skip
KEYBOARD_WORDS = (
    "erase", "shift", "space", "done", "tone", "tone_acute", "tone_grave", "tone_hook",
    "tone_tilde", "tone_dot",
)  # fmt: skip


class VisitController(QObject):
    """Holds the visit; pages ask it for words and the plan, and hear when they are left."""

    changed = Signal()
    pageLeft = Signal()
    warned = Signal()

    def __init__(
        self,
        link: QtLink,
        language: str,
        place: str,
        speech: Speech,
        parent: QObject | None = None,
    ) -> None:
        """``place`` is this kiosk's id in the hall file."""
        super().__init__(parent)
        self._speech = speech
        speech.changed.connect(self._refresh)
        self.place = place
        self._link = link
        self.state = ViewState(
            place=place,
            language=language,
            first_language=language,
            now_ms=steady_ms(),
            touched_ms=steady_ms(),
        )
        link.frame.connect(self.take)
        link.linkChanged.connect(self.take)
        self._shown = Shown(self._values, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.take(view.Tick(steady_ms())))
        self._timer.start(TICK_MS)

    @property
    def words(self) -> Words:
        """The words in the visit's language."""
        return Words(self.state.language)

    @property
    def plan(self) -> Plan | None:
        """The hall's plan, once the hub has told it."""
        return self.state.setup.plan if self.state.setup else None

    @property
    def gives_numbers(self) -> bool:
        """Whether people may take a number at this kiosk."""
        kiosks = self.state.setup.devices.kiosks if self.state.setup else {}
        return self.place in kiosks and kiosks[self.place].gives_numbers

    def day(self) -> str:
        """Return the hall's date (ISO), by the hub's clock or, before it is heard, our own."""
        offset_min = self.plan.utc_offset_min if self.plan else HO_CHI_MINH_OFFSET_MIN
        now_ms = self._link.hub_now_ms() or int(time.time() * 1000)
        return local_time(now_ms, offset_min).date().isoformat()

    @property
    def dossier_factors(self) -> tuple[str, ...]:
        """What else is asked of somebody with a dossier's code; none: no lookup."""
        return self.state.setup.devices.dossier_factors if self.state.setup else ()

    @property
    def feedback_url(self) -> str:
        """The address of the official channel for feedback, or ""."""
        return self.state.setup.devices.feedback_url if self.state.setup else ""

    @Slot(str)
    def open(self, page: str) -> None:
        """Somebody went to a page."""
        self.take(view.Opened(Page(page)))

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self.take(view.Tick(steady_ms()))
        self.take(view.Touched())

    @Slot()
    def finish(self) -> None:
        """Somebody is done with the kiosk."""
        self.take(view.Finished())

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Somebody touched a language."""
        self.take(view.LanguageChosen(code))

    @Slot()
    def nextTextSize(self) -> None:
        """Somebody wants larger letters, or the usual ones again."""
        self.take(view.TextSizeChanged())

    @Slot(str)
    def toggle(self, comfort: str) -> None:
        """Somebody touched one of the comforts."""
        self.take(view.Toggled(comfort))

    @Slot()
    def toggleHelp(self) -> None:
        """Somebody calls staff, or needs them no more."""
        self.take(view.HelpToggled())

    def take(self, message: Message) -> None:
        """Take in anything that happened."""
        before, self.state = self.state, view.update(self.state, message)
        if self.state == before:
            return
        if bool(self.state.help_ms) != bool(before.help_ms):
            self._link.report(Report(kind="help_wanted", active=bool(self.state.help_ms)))
        if self.state.page != before.page:
            self.pageLeft.emit()
        if self.state.comfort.speech != before.comfort.speech:
            (self._speech.start if self.state.comfort.speech else self._speech.hush)()
        if (self.state.link, self.state.card_ms) != (before.link, before.card_ms):
            self.say(view.banner(self.state, self.words))
        if view.seconds_left(self.state) and not view.seconds_left(before):
            self.warned.emit()
        self._refresh()

    def say(self, text: str) -> None:
        """Read something aloud, if that is wanted."""
        if text and self.state.comfort.speech:
            self._speech.say(text, self.state.language)

    @property
    def speaks(self) -> bool:
        """Whether things are read aloud now."""
        wanted = self.state.comfort.speech
        return wanted and bool(self._speech.speaks(self.state.language))

    def _refresh(self) -> None:
        self._shown.refresh()
        self.changed.emit()

    def _no_voice(self) -> str:
        wanted = self.state.comfort.speech
        silent = wanted and self._speech.speaks(self.state.language) is False
        return self.words.text("kiosk.no_voice") if silent else ""

    def _window_title(self) -> str:
        return " – ".join(filter(None, (self.words.text("kiosk.window"), self._name("names"))))

    def _name(self, which: str) -> str:
        return names_in(getattr(self.plan, which), self.state.language) if self.plan else ""

    def _time(self) -> str:
        now = self._link.hub_now_ms()
        return time_of(now, self.plan.utc_offset_min) if self.plan and now else ""

    def _languages(self) -> list[dict[str, Any]]:
        offered = self.plan.languages if self.plan else languages()
        return [
            {
                "code": code,
                "name": Words(code).text("common.language_name"),
                "begin": Words(code).text("kiosk.touch_to_begin"),
            }
            for code in offered
        ]

    def _doors(self) -> list[dict[str, str]]:
        return [
            {
                "page": page.value,
                "title": self.words.text(f"kiosk.door_{page.value}"),
                "subtitle": self.words.text(f"kiosk.behind_{page.value}"),
            }
            for page in view.doors(self.state)
        ]

    def _waiting(self) -> str:
        now = self.state.now
        return self.words.counted("kiosk.waiting", now.waiting) if now else ""

    def _values(self) -> dict[str, Any]:
        state, words = self.state, self.words
        left = view.seconds_left(state)
        return {
            "hallName": self._name("names"),
            "windowTitle": self._window_title(),
            "unitAbove": self._name("unit_above"),
            "time": self._time(),
            "banner": view.banner(state, words) or self._no_voice(),
            "waiting": self._waiting(),
            "page": state.page.value,
            "doors": self._doors(),
            "language": state.language,
            "languages": self._languages(),
            "comfort": {
                "textScale": state.comfort.text_percent / 100,
                "highContrast": state.comfort.high_contrast,
                "lowReach": state.comfort.low_reach,
                "patient": state.comfort.patient,
                "speech": state.comfort.speech,
            },
            "helpWanted": bool(state.help_ms),
            "idle": words.counted("kiosk.idle", left) if left else "",
            "words": (
                {key: words.text(f"kiosk.{key}") for key in WORDS}
                | {key: words.text(f"common.{key}") for key in ("back", "home")}
                | {key: words.text(f"keyboard.{key}") for key in KEYBOARD_WORDS}
            ),
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
