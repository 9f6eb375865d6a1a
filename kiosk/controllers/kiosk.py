"""The whole kiosk for QML: the visit and its pages, and where scanned codes go."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

from kiosk import view_state as view
from kiosk.catalogue import Catalogue
from kiosk.controllers.dossier import DossierController
from kiosk.controllers.feedback import FeedbackController
from kiosk.controllers.my_ticket import MyTicketController
from kiosk.controllers.page import PageController
from kiosk.controllers.papers import Papers
from kiosk.controllers.procedures import ProceduresController
from kiosk.controllers.visit import VisitController
from kiosk.controllers.watch import Watch
from kiosk.speech import Speech
from kiosk.view_state import Page
from shared.catalog.search.codes import code_in
from shared.domain.cards import NUMBER_DIGITS, begins_card
from shared.printing.ticket_printer import TicketPrinter
from shared.ui.qt_link import QtLink


class KioskController(QObject):
    """Puts the pages' controllers side by side; decides nothing itself."""

    def __init__(
        self,
        link: QtLink,
        place: str,
        language: str,
        catalogue: Catalogue,
        printer: TicketPrinter,
        speech: Speech,
        parent: QObject | None = None,
    ) -> None:
        """``place`` is this kiosk's id in the hall file."""
        super().__init__(parent)
        self.visiting = VisitController(link, language, place, speech, self)
        papers = Papers(self.visiting, link, printer)
        self._procedures = ProceduresController(self.visiting, link, catalogue, papers)
        self._dossier = DossierController(self.visiting, link)
        self._my_ticket = MyTicketController(self.visiting, link)
        self._feedback = FeedbackController(self.visiting, link)
        self._procedures.dossierAsked.connect(self.scanned)
        self._pages: dict[Page, PageController] = {
            Page.PROCEDURES: self._procedures,
            Page.DOSSIER: self._dossier,
            Page.MY_TICKET: self._my_ticket,
            Page.FEEDBACK: self._feedback,
        }

    def watch(self, window: QQuickWindow, locked: bool) -> Watch:
        """See to touches, scans and ways out of a window."""
        watch = Watch(window, locked)
        watch.touched.connect(self.visiting.touched)
        watch.scanned.connect(self.scanned)
        watch.cardTyped.connect(self._card_typed)
        window.activeFocusItemChanged.connect(lambda: self._read(window))
        return watch

    def _read(self, window: QQuickWindow) -> None:
        """Read aloud what has the focus, as a screen reader would name it."""
        item = window.activeFocusItem()
        if item is not None and self.visiting.speaks:
            QAccessible.setActive(True)
            named: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
            if named is not None:  # a part of the page that only hands the focus on has no name
                self.visiting.say(named.text(QAccessible.Text.Name))

    @Slot()
    def goBack(self) -> None:
        """One step back: within the page, from it to the start, from there to the end."""
        page = self._pages.get(self.visiting.state.page)
        if page is None:
            self.visiting.finish()
        elif not page.goBack():
            self.visiting.open(Page.HOME)

    @Slot(str)
    def scanned(self, text: str) -> None:
        """A code was scanned, or typed elsewhere: go to the page that it belongs to."""
        self.visiting.touched()
        if begins_card(text):
            self.visiting.take(view.CardShown())
        elif code_in(text) and Page.DOSSIER in self.visiting.state.ready:
            self.visiting.open(Page.DOSSIER)
            self._dossier.scanned(text)
        else:
            self.visiting.open(Page.MY_TICKET)
            self._my_ticket.lookUp(text)

    def _card_typed(self) -> None:
        """Let nothing of an ID card stay on the screen; here nothing needs one."""
        page = self._pages.get(self.visiting.state.page)
        if page is not None:
            page.take_back(NUMBER_DIGITS)
        self.visiting.take(view.CardShown())

    visit = Property(QObject, lambda self: self.visiting, constant=True)
    procedures = Property(QObject, lambda self: self._procedures, constant=True)
    feedback = Property(QObject, lambda self: self._feedback, constant=True)
    dossier = Property(QObject, lambda self: self._dossier, constant=True)
    myTicket = Property(QObject, lambda self: self._my_ticket, constant=True)
