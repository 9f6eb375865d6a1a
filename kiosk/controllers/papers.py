"""What the kiosk prints: tickets for numbers taken here, and checklists.

How a slip fares, and whether it is printed again, is shared.printing.desk's.
"""

from PySide6.QtCore import QObject, Signal

from kiosk.controllers.visit import VisitController
from shared.printing.checklist import Checklist, lay_out_checklist
from shared.printing.desk import PaperNow
from shared.printing.handing import Paper, ready_printer
from shared.printing.raster import drawn
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import NumberGiven
from shared.ui.paper_bridge import PaperBridge
from shared.ui.qt_link import QtLink

TICKET, CHECKLIST = "ticket", "checklist"
IN_HAND = frozenset({Paper.PRINTED, Paper.ASSUMED})


class Papers(QObject):
    """The kiosk's printer; ``ended(paper, printed)`` with ``ticket`` or ``checklist``."""

    ended = Signal(str, bool)
    changed = Signal()

    def __init__(self, visit: VisitController, link: QtLink, printer: TicketPrinter) -> None:
        super().__init__(visit)
        self._bridge = PaperBridge(link, printer, self._show, lambda: visit.state.language, self)
        self._bridge.otherEnded.connect(self.ended)

    @property
    def printer(self) -> str:
        """The address of the printer that prints now, "" if none does."""
        return ready_printer(self._bridge.desk.now.printers)

    def give(self, given: NumberGiven) -> None:
        """A number was given here: print it, if its slip was ordered."""
        self._bridge.desk.given(given)

    def leave(self) -> None:
        """Whoever was here has gone."""
        self._bridge.desk.taken_from_screen()
        self._bridge.desk.gone()

    def print_checklist(self, checklist: Checklist) -> None:
        """Print a checklist."""
        self._bridge.print_other(
            CHECKLIST,
            lambda paper: drawn(lambda measure: lay_out_checklist(checklist, paper, measure)),
        )

    def _show(self, now: PaperNow) -> None:
        paper = now.handing.paper if now.handing else Paper.SCREEN_ONLY
        if paper not in (Paper.SCREEN_ONLY, Paper.PRINTING):
            self.ended.emit(TICKET, paper in IN_HAND)
        self.changed.emit()
