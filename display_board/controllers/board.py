"""The board's screen for QML, and its word to the hub: painted, spoken, or no sound."""

from PySide6.QtCore import Property, QObject, QTimer, Signal

from display_board import view_state as view
from display_board.view_state import Message, ViewState
from shared.domain.commands import ConfirmShown, ConfirmSpoken
from shared.domain.ids import BoardId
from shared.i18n import Words, names_in
from shared.i18n.time_words import day_in_words, local_time, time_of
from shared.link.client import steady_ms
from shared.protocol.messages import Announce, HubFrame
from shared.protocol.session import LinkChanged
from shared.protocol.topics import Announcement
from shared.ui.qt_link import QtLink

TICK_MS = 200
WORDS = (
    "invite",
    "to_counter",
    "again",
    "nobody_called",
    "counter",
    "waiting",
    "last_calls",
    "received",
    "on_time",
    "overdue",
    "today",
)


class BoardController(QObject):
    """Holds the view state; confirms each call once its card has been painted."""

    changed = Signal()
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
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def painted(self) -> None:
        """The window has painted a frame: confirm the calls that are in it."""
        calls, self._unpainted = self._unpainted, []
        for call in calls:
            self._link.send(ConfirmShown(call=call.call))

    def spoken(self, call: int) -> None:
        """The voice has spoken a call."""
        self._link.report("no_sound", False)
        self._link.send(ConfirmSpoken(call=call))

    def not_spoken(self, call: int) -> None:
        """The voice could not speak: staff must know."""
        self._link.report("no_sound", True)

    def _heard(self, frame: HubFrame) -> None:
        before = self._state.latest
        self._take(frame)
        if isinstance(frame, Announce):
            for call in frame.calls:
                if (call.day, call.call) > before:
                    self.called.emit(call)

    def _link_changed(self, change: LinkChanged) -> None:
        self._take(change)

    def _tick(self) -> None:
        self._take(view.Tick(steady_ms(), self._link.hub_now_ms()))

    def _take(self, message: Message) -> None:
        before, self._state = self._state, view.update(self._state, message)
        shown = {card.call for card in before.cards}
        self._unpainted += [c.call for c in self._state.cards if c.call not in shown]
        if self._state != before:
            self.changed.emit()

    def _name(self, which: str) -> str:
        setup = self._state.setup
        return names_in(getattr(setup.plan, which), self._words.language) if setup else ""

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

    hallName = Property(str, lambda self: self._name("names"), notify=changed)
    unitAbove = Property(str, lambda self: self._name("unit_above"), notify=changed)
    time = Property(str, _time, notify=changed)
    date = Property(str, _date, notify=changed)
    stamp = Property(str, lambda self: view.stamp(self._state, self._words), notify=changed)
    cards = Property(list, lambda self: view.card_rows(self._state, self._words), notify=changed)
    counters = Property(
        list, lambda self: view.counter_rows(self._state, self._words), notify=changed
    )
    waiting = Property(
        list, lambda self: view.waiting_rows(self._state, self._words), notify=changed
    )
    lastCalls = Property(
        list, lambda self: view.last_calls(self._state, self._words), notify=changed
    )
    figures = Property(dict, lambda self: view.figures(self._state), notify=changed)
    notice = Property(str, lambda self: view.notice(self._state, self._words), notify=changed)
    runningText = Property(
        str, lambda self: view.running_text(self._state, self._words), notify=changed
    )
    media = Property(list, _media, notify=changed)
    words = Property(
        dict,
        lambda self: {key: self._words.text(f"board.{key}") for key in WORDS},
        notify=changed,
    )
