"""What the kiosk prints: tickets for numbers taken here, and checklists.

The printer has a thread of its own; ``ended`` arrives in the GUI thread.
"""

from PySide6.QtCore import QObject, Signal

from kiosk.controllers.visit import VisitController
from shared.domain.plan import Plan
from shared.printing.checklist import Checklist
from shared.printing.raster import checklist_picture
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import NumberGiven
from shared.ui.qt_link import QtLink

CHECKLIST = "checklist"


class Papers(QObject):
    """The kiosk's printer; ``ended(paper, printed)`` with ``ticket`` or ``checklist``."""

    ended = Signal(str, bool)
    _done = Signal(str, bool)

    def __init__(self, visit: VisitController, link: QtLink, printer: TicketPrinter) -> None:
        super().__init__(visit)
        self._visit = visit
        self._link = link
        self._printer = printer
        printer.ended = self._done.emit
        self._done.connect(self._tell)
        visit.changed.connect(self._configure)

    @property
    def has_printer(self) -> bool:
        """Whether there is anything to print on."""
        return self._printer.has_printer

    def print_ticket(self, given: NumberGiven, plan: Plan, language: str) -> None:
        """Print a number that was given."""
        self._printer.print_ticket(given, plan, language)

    def print_checklist(self, checklist: Checklist) -> None:
        """Print a checklist."""
        self._printer.print_picture(CHECKLIST, lambda mm: checklist_picture(checklist, mm))

    def _configure(self) -> None:
        self._printer.configure(self._visit.printer)

    def _tell(self, name: str, printed: bool) -> None:
        number = "" if name == CHECKLIST else name
        self._link.report("printer_unreachable", not printed, number)
        self.ended.emit(CHECKLIST if name == CHECKLIST else "ticket", printed)
