"""The officer's window for QML: properties from the view state, slots for keys and clicks."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from counter_terminal import staff_sheets
from counter_terminal import view_state as view
from counter_terminal.alarm_words import alarm_text
from counter_terminal.sheets import command_for, sheet_words, ticket_kind
from counter_terminal.view_state import Message, ViewState
from counter_terminal.waiting_rows import waiting_rows
from shared.domain.commands import (
    BeginService,
    CallNext,
    DeviceCommand,
    MarkMissed,
    RecallTicket,
    ResumeCounter,
    SignOut,
)
from shared.domain.ids import CounterId, TicketId
from shared.domain.slips import PrintOutcome
from shared.domain.tasks import ListDevices
from shared.i18n import Words
from shared.i18n.time_words import time_of
from shared.link.client import steady_ms
from shared.printing.raster import sheet_picture
from shared.printing.sheets import rating_slip
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import Done, HubFrame, NumberGiven, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged
from shared.ui.paper_bridge import PaperBridge
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown

TICK_MS = 250
LIST_MS = 1000
AT_COUNTER_MS = 60_000
"""So long a citizen who was given a number here may still wait for the slip."""

SIMPLE: dict[str, DeviceCommand] = {
    "next": CallNext(),
    "recall": RecallTicket(),
    "begin": BeginService(),
    "missed": MarkMissed(),
    "resume": ResumeCounter(),
    "sign_out": SignOut(),
}
"""Actions that ask nothing more; others open a sheet of their name, or the ticket's."""


class StaffController(QObject):
    """Holds the view state and sends what the officer asks for."""

    def __init__(
        self,
        link: QtLink,
        printer: TicketPrinter,
        counter: str,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._words = Words(language)
        self._state = ViewState(counter=CounterId(counter), language=language)
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        link.expired.connect(lambda id_: self._take(Expired(id_)))
        self._given_ms = 0
        self._shown = Shown(self._values, self)
        self._bridge = PaperBridge(
            link,
            printer,
            show=lambda now: self._take(view.PaperChanged(now)),
            language=lambda: language,
            parent=self,
        )
        self._paper = self._bridge.desk
        self._bridge.otherEnded.connect(self._slip_ended)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self._listing = QTimer(self)
        self._listing.timeout.connect(self._keep_listing)
        self._listing.start(LIST_MS)

    @Slot(str)
    def act(self, action: str) -> None:
        """Do an action of the present stage; others are not there to be done."""
        if action not in view.enabled_actions(self._state):
            return
        desk = self._state.desk
        if action in SIMPLE:
            self._send(SIMPLE[action])
        elif action == "rating_slip":
            self._print_rating_slip()
        elif action == "cancel" and desk is not None and desk.current is not None:
            self._take(view.SheetOpened("ticket:called", desk.current.ticket))
        else:
            self._take(view.SheetOpened(action))

    @Slot(str, str)
    def openTicket(self, ticket: str, kind: str) -> None:
        """Ask what to do with a ticket of the list."""
        self._take(view.SheetOpened(f"ticket:{kind}", TicketId(ticket)))

    @Slot()
    def closeSheet(self) -> None:
        """Close the sheet without doing anything."""
        self._take(view.SheetOpened(""))

    @Slot(str)
    def toggle(self, toggle: str) -> None:
        """Turn a sheet's switch."""
        self._take(view.Toggled(toggle))

    @Slot(str)
    def searchChoices(self, text: str) -> None:
        """Look for one of the open sheet's choices."""
        self._take(view.Filtered(text))

    @Slot(str, str)
    def choose(self, choice: str, text: str) -> None:
        """Answer the open sheet."""
        if self._state.sheet == "pick":
            ticket = TicketId(choice)
            kind = ticket_kind(self._state, ticket)
            self._take(view.SheetOpened(f"ticket:{kind}" if kind else "", ticket))
            return
        if self._state.sheet.partition(":")[0] in staff_sheets.KINDS:
            self._choose_as_staff(choice, text)
            return
        command = command_for(self._state, choice, text)
        if command is None:
            self._take(view.ReasonNeeded())
        else:
            self._send(command)

    def _choose_as_staff(self, choice: str, text: str) -> None:
        sheet = staff_sheets.next_sheet(self._state, choice, text)
        if sheet:
            code = text if sheet.startswith("new_pin") else ""
            self._take(view.SheetOpened(sheet, code=code))
            return
        task = staff_sheets.task_for(self._state, choice, text)
        if task is None:
            self._take(view.EntryNeeded())
        else:
            self._take(view.Asked(self._link.manage(task[0]), then=task[1]))

    def _print_rating_slip(self) -> None:
        """Print a slip for the citizen who is served: not everybody likes to touch a screen."""
        setup, desk = self._state.setup, self._state.desk
        if setup is None or desk is None or desk.current is None:
            return
        slip = rating_slip(setup.plan, desk.current.number, self._words.language)
        self._bridge.print_other("rating_slip", lambda paper: sheet_picture(slip, paper))

    def _slip_ended(self, name: str, outcome: PrintOutcome) -> None:
        self._take(view.RatingSlipEnded(outcome is PrintOutcome.PRINTED))

    def _keep_listing(self) -> None:
        """Ask again who waits to be let in, for as long as the head looks."""
        if self._state.sheet == "waiting":
            self._take(view.Listed(self._link.manage(ListDevices())))

    def _send(self, command: DeviceCommand) -> None:
        self._take(view.Asked(self._link.send(command)))

    def _heard(self, frame: HubFrame) -> None:
        self._tick()
        mine = isinstance(frame, Done) and frame.id in self._state.requests
        given = frame.reply if isinstance(frame, Done) and mine else None
        if isinstance(given, NumberGiven | TrialNumberGiven):
            self._given_ms = steady_ms()
            self._paper.given(given)
        self._take(frame)

    def _link_changed(self, change: LinkChanged) -> None:
        self._take(change)

    def _tick(self) -> None:
        self._take(view.Tick(steady_ms(), self._link.hub_now_ms()))
        if self._state.paper.handing and steady_ms() - self._given_ms > AT_COUNTER_MS:
            self._paper.gone()

    def _take(self, message: Message) -> None:
        state = view.update(self._state, message)
        if state != self._state:
            self._state = state
            self._shown.refresh()

    def _time(self) -> str:
        now, setup = self._state.hub_ms, self._state.setup
        return time_of(now, setup.plan.utc_offset_min) if setup and now else ""

    def _title(self) -> str:
        setup = self._state.setup
        if setup is None:
            return ""
        return self._words.text(
            "common.counter", label=setup.plan.counters[self._state.counter].label
        )

    def _window_title(self) -> str:
        return self._words.text("counter.window", counter=self._title() or self._state.counter)

    def _officer(self) -> str:
        setup, desk = self._state.setup, self._state.desk
        if setup is None or desk is None or desk.officer is None:
            return ""
        return setup.plan.officers[desk.officer].display_name

    def _given(self) -> dict[str, Any]:
        if self._state.given_code:
            good = self._words.text("counter.code_good")
            return {"number": self._state.given_code, "ahead": good}
        handing = self._state.paper.handing
        given = handing.given if handing else None
        if isinstance(given, NumberGiven):
            ahead = self._words.counted("counter.given_ahead", given.ahead)
            return {"number": given.number, "ahead": ahead}
        if isinstance(given, TrialNumberGiven):
            return {"number": self._words.text("ticket.test_number", serial=given.serial)}
        return {}

    def _waiting_title(self) -> str:
        count = len(self._state.desk.waiting) if self._state.desk else 0
        return self._words.text("counter.waiting", count=count)

    def _values(self) -> dict[str, Any]:
        return {
            "known": view.is_known(self._state),
            "stage": view.stage(self._state),
            "title": self._title(),
            "windowTitle": self._window_title(),
            "officer": self._officer(),
            "time": self._time(),
            "banner": view.banner(self._state, self._words),
            "notice": self._state.notice,
            "actions": view.actions(self._state, self._words),
            "enabled": view.enabled_actions(self._state),
            "countdown": view.countdown(self._state),
            "current": view.current_words(self._state, self._words),
            "resting": self._words.text(f"counter.{view.resting(self._state)}"),
            "lastCall": view.call_words(self._state, self._words),
            "alarms": alarm_text(self._state, self._words),
            "waitingTitle": self._waiting_title(),
            "waiting": waiting_rows(self._state, self._words),
            "nobodyWaiting": self._words.text("counter.nobody_waiting"),
            "today": view.today_text(self._state, self._words),
            "sheet": sheet_words(self._state, self._words),
            "sheetOpen": bool(self._state.sheet),
            "given": self._given() if self._state.sheet == "given" else {},
            "nothingFound": self._words.text("counter.nothing_found"),
            "closeWord": self._words.text("counter.close"),
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
