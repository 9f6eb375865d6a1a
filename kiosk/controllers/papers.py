"""What the kiosk prints: tickets for numbers taken here, and checklists.

How a slip fares, and whether it is printed again, is shared.printing.desk's.
"""

from PySide6.QtCore import QObject, Signal

from kiosk.controllers.visit import VisitController
from shared.domain.slips import PrintOutcome
from shared.printing.checklist import Checklist, lay_out_checklist
from shared.printing.desk import PaperNow
from shared.printing.handing import Paper, ready_printer
from shared.printing.raster import drawn
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import NumberGiven
from shared.ui.paper_bridge import PaperBridge
from shared.ui.qt_link import QtLink

TICKET, CHECKLIST = "ticket", "checklist"
FARES = {
    Paper.PRINTING: "printing",
    Paper.PRINTED: "printed",
    Paper.ASSUMED: "printed",
    Paper.UNKNOWN: "unknown",
    Paper.FAILED: "failed",
}
OUTCOMES = {PrintOutcome.PRINTED: "printed", PrintOutcome.UNKNOWN: "unknown"}
"""In the words of kiosk.procedure_state; any other outcome has failed."""


class Papers(QObject):
    """The kiosk's printer; ``fares(paper, how)`` with ``ticket`` or ``checklist``."""

    fares = Signal(str, str)
    changed = Signal()

    def __init__(self, visit: VisitController, link: QtLink, printer: TicketPrinter) -> None:
        super().__init__(visit)
        self._bridge = PaperBridge(link, printer, self._show, lambda: visit.state.language, self)
        self._bridge.otherEnded.connect(self._other_ended)

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

    def came(self) -> None:
        """Somebody has the slip of their number."""
        self._bridge.desk.confirmed()

    def missing(self) -> None:
        """Somebody has no slip of their number: print another, or the screen must do."""
        self._bridge.desk.missing()
        handing = self._bridge.desk.now.handing
        if handing is not None and handing.paper is Paper.SCREEN_ONLY:
            self.fares.emit(TICKET, FARES[Paper.FAILED])

    def print_checklist(self, checklist: Checklist) -> None:
        """Print a checklist."""
        self._bridge.print_other(
            CHECKLIST,
            lambda paper: drawn(lambda measure: lay_out_checklist(checklist, paper, measure)),
        )

    def _show(self, now: PaperNow) -> None:
        if now.handing is not None and now.handing.paper in FARES:
            self.fares.emit(TICKET, FARES[now.handing.paper])
        self.changed.emit()

    def _other_ended(self, paper: str, outcome: PrintOutcome) -> None:
        self.fares.emit(paper, OUTCOMES.get(outcome, "failed"))
