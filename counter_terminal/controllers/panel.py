"""The citizen's panel for QML: properties from the panel's state, slots for touches."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from counter_terminal import panel_state as view
from counter_terminal.panel_state import Message, PanelState
from shared.domain.commands import RateService
from shared.domain.ids import CounterId
from shared.i18n import Words, languages, names_in
from shared.link.client import steady_ms
from shared.protocol.messages import HubFrame
from shared.protocol.session import LinkChanged
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown

TICK_MS = 500


class PanelController(QObject):
    """Holds the panel's state and sends the citizen's mark."""

    def __init__(
        self, link: QtLink, counter: str, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._state = PanelState(
            counter=CounterId(counter), language=language, first_language=language
        )
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        self._shown = Shown(self._values, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """The citizen touched a language."""
        self._take(view.LanguageChosen(code))

    @Slot(str)
    def rate(self, level: str) -> None:
        """The citizen touched a mark."""
        if view.needs_reason(self._state, level):
            self._take(view.LevelChosen(level))
        else:
            self._send(level)

    @Slot(str)
    def toggleReason(self, reason: str) -> None:
        """The citizen touched a reason."""
        self._take(view.ReasonToggled(reason))

    @Slot()
    def send(self) -> None:
        """The citizen has said why, or would rather not."""
        self._send(self._state.level)

    def _tick(self) -> None:
        self._take(view.Tick(steady_ms()))
        if view.reason_overdue(self._state):
            self._send(self._state.level)

    def _send(self, level: str) -> None:
        now = self._state.now
        if now is None or now.rating is None:
            return
        reasons = tuple(sorted(self._state.reasons))
        self._link.send(RateService(ticket=now.rating, level=level, reasons=reasons))
        self._take(view.Rated())

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

    def _languages(self) -> list[dict[str, str]]:
        offered = self._state.setup.plan.languages if self._state.setup else languages()
        return [{"code": c, "name": Words(c).text("common.language_name")} for c in offered]

    def _hall(self) -> str:
        setup = self._state.setup
        return names_in(setup.plan.names, self._state.language) if setup else ""

    def _counter(self) -> str:
        label = view.counter_label(self._state)
        return self._words.text("common.counter", label=label) if label else ""

    def _window_title(self) -> str:
        return self._words.text("panel.window", counter=self._counter() or self._state.counter)

    def _values(self) -> dict[str, Any]:
        return {
            "page": view.page(self._state),
            "headline": view.headline(self._state, self._words),
            "number": self._state.now.number if self._state.now else "",
            "label": view.counter_label(self._state),
            "counterWord": self._counter(),
            "windowTitle": self._window_title(),
            "hall": self._hall(),
            "officer": view.officer_name(self._state),
            "levels": view.levels(self._state, self._words),
            "reasons": view.reasons(self._state, self._words),
            "sendWord": self._words.text("panel.send"),
            "anonymous": self._words.text("panel.anonymous"),
            "language": self._state.language,
            "languages": self._languages(),
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
