"""Joins an app's paper desk to its link and printers: their words come into the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from shared.domain.commands import DeviceCommand
from shared.domain.plan import Plan
from shared.printing.desk import Doors, PaperDesk, PaperNow
from shared.printing.handing import Given, Key, ready_printer
from shared.printing.job import Ended
from shared.printing.printer import Draw
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import HubFrame, Topic
from shared.protocol.session import Expired
from shared.protocol.topics import Setup
from shared.ui.qt_link import QtLink

TELL_S = 3600.0
"""So long it is tried to tell the hub what became of a slip."""

Spoken = Callable[[], str]
"""Tells the language that the app speaks now."""


class PaperBridge(QObject):
    """Belongs to the GUI thread; ``show`` is called there."""

    otherEnded = Signal(str, object)  # the name of another paper, and its PrintOutcome
    _ended = Signal(object, object)
    _changed = Signal(str, object)

    def __init__(
        self,
        link: QtLink,
        printer: TicketPrinter,
        show: Callable[[PaperNow], None],
        language: Spoken,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._printer = printer
        self._language = language
        self._plan: Plan | None = None
        self.desk = PaperDesk(Doors(self._send, link.report, self._print, show))
        self._ended.connect(self._job_ended)
        self._changed.connect(self.desk.printer_changed)
        link.frame.connect(self._heard)
        link.expired.connect(lambda id_: self.desk.heard(Expired(id_)))
        printer.start(self._ended.emit, self._changed.emit)
        self.desk.printers_are(printer.addresses)

    def _heard(self, frame: HubFrame) -> None:
        if isinstance(frame, Topic) and isinstance(frame.value, Setup):
            self._plan = frame.value.plan
            self.desk.printers_are(self._printer.addresses)
        else:
            self.desk.heard(frame)

    def print_other(self, name: str, draw: Draw) -> None:
        """Print a paper that is no ticket on the first printer that prints."""
        self._printer.print(name, draw, ready_printer(self.desk.now.printers))

    def _job_ended(self, key: Key | str, ended: Ended) -> None:
        if isinstance(key, str):
            self.otherEnded.emit(key, ended.outcome)
        else:
            self.desk.ended(key, ended)

    def _send(self, command: DeviceCommand) -> str:
        return self._link.send(command, give_up_s=TELL_S)

    def _print(self, key: Key, given: Given, printer: str) -> None:
        assert self._plan is not None, "numbers are given after the set-up"
        self._printer.print_ticket(key, given, self._plan, self._language(), printer)
