"""The board's screen for QML, and its word to the hub: painted, spoken, or no sound."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal

from display_board import view_state as view
from display_board.view_state import Message, ViewState
from shared.domain.commands import ConfirmShown, ConfirmSpoken
from shared.domain.ids import BoardId
from shared.i18n import Words, names_in
from shared.i18n.time_words import day_in_words, local_time, time_of
from shared.link.client import steady_ms
from shared.protocol.messages import Announce, HubFrame, Report
from shared.protocol.session import LinkChanged
from shared.protocol.topics import Announcement
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown

TICK_MS = 200
WORDS = (
    "invite",
    "to_counter",
    "again",
    "nobody_called",
    "counter",
    "waiting",
    "last_calls",
    "ready",
)


class BoardController(QObject):
    """Holds the view state; confirms each call once its card has been painted."""

    called = Signal(object)

    def __init__(
        self, link: QtLink, board: str, language: str, parent: QObject | None = None
    ) -> None:
        """``called`` is emitted for every new call, for the voice."""
        super().__init__(parent)
        self._link = link
        self._words = Words(language)
        self._state = ViewState(board=BoardId(board), now_ms=steady_ms())
        self._unpainted: list[Announcement] = []
        self._confirmed: set[ConfirmShown | ConfirmSpoken] = set()
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        self._shown = Shown(self._values, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def painted(self) -> None:
        """The window has painted a frame: confirm the calls that are in it."""
        if not view.is_known(self._state):
            return  # nothing but the stamp is shown yet
        calls, self._unpainted = self._unpainted, []
        for call in calls:
            self._confirm(ConfirmShown(call=call.call))

    def spoken(self, call: int) -> None:
        """The voice has spoken a call."""
        self._link.report(Report(kind="no_sound", active=False))
        self._confirm(ConfirmSpoken(call=call))

    def not_spoken(self, call: int) -> None:
        """The voice could not speak: staff must know."""
        self._link.report(Report(kind="no_sound", active=True))

    def _heard(self, frame: HubFrame) -> None:
        before = self._state.latest
        self._tick()
        self._take(frame)
        if isinstance(frame, Announce):
            if self._state.latest[0] != before[0]:
                self._confirmed.clear()  # calls of a new day count from one again
            for call in frame.calls:
                if (call.day, call.call) > before:
                    self.called.emit(call)
                else:
                    self._confirm_again(call.call)

    def _confirm(self, word: ConfirmShown | ConfirmSpoken) -> None:
        self._confirmed.add(word)
        self._link.send(word)

    def _confirm_again(self, call: int) -> None:
        """The hub asks for a call that is known here: the confirmation did not reach it."""
        for word in (ConfirmShown(call=call), ConfirmSpoken(call=call)):
            if word in self._confirmed:
                self._link.send(word)

    def _link_changed(self, change: LinkChanged) -> None:
        self._take(change)

    def _tick(self) -> None:
        self._take(view.Tick(steady_ms(), self._link.hub_now_ms()))

    def _take(self, message: Message) -> None:
        before, self._state = self._state, view.update(self._state, message)
        shown = {card.call for card in before.cards}
        self._unpainted += [c.call for c in self._state.cards if c.call not in shown]
        if self._state != before:
            self._shown.refresh()

    def _name(self, which: str) -> str:
        setup = self._state.setup
        return names_in(getattr(setup.plan, which), self._words.language) if setup else ""

    def _window_title(self) -> str:
        return " – ".join(filter(None, (self._words.text("board.window"), self._name("names"))))

    def _time(self) -> str:
        now, setup = self._state.hub_ms, self._state.setup
        return time_of(now, setup.plan.utc_offset_min) if setup and now else ""

    def _date(self) -> str:
        now, setup = self._state.hub_ms, self._state.setup
        if not setup or not now:
            return ""
        day = local_time(now, setup.plan.utc_offset_min).date().isoformat()
        return day_in_words(day, self._words)

    def _media(self) -> list[str]:
        plan = view.plan_of(self._state)
        return list(plan.media) if plan else []

    def _values(self) -> dict[str, Any]:
        # Each counter by itself: a call then repaints one cell, not all of them.
        rows = view.counter_rows(self._state, self._words)
        return {
            "windowTitle": self._window_title(),
            "hallName": self._name("names"),
            "unitAbove": self._name("unit_above"),
            "time": self._time(),
            "date": self._date(),
            "stamp": view.stamp(self._state, self._words),
            "known": view.is_known(self._state),
            "cards": view.card_rows(self._state, self._words),
            **{f"counter{at}": row for at, row in enumerate(rows)},
            "counterCount": len(rows),
            "waiting": view.waiting_rows(self._state, self._words),
            "lastCalls": view.last_calls(self._state, self._words),
            "figures": view.figures(self._state, self._words),
            "ready": view.ready(self._state),
            "notice": view.notice(self._state),
            "runningText": view.running_text(self._state),
            "media": self._media(),
            "words": {key: self._words.text(f"board.{key}") for key in WORDS},
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
