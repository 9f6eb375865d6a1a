"""The page for procedures, for QML: the search at every key, the lists, the one that is open."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import procedures_state as procedures
from kiosk import view_state as view
from kiosk.catalogue import Catalogue, Prepared
from kiosk.controllers.page import PageController
from kiosk.controllers.papers import Papers
from kiosk.controllers.procedure import ProcedureController
from kiosk.controllers.visit import VisitController
from kiosk.procedures_state import Message, ProceduresState
from kiosk.view_state import Page
from shared.catalog.asked import Asked
from shared.catalog.browse import most_asked
from shared.catalog.search.search import Search
from shared.catalog.search.tables import shipped_tables
from shared.i18n.time_words import date_of
from shared.protocol.messages import Answer, HubFrame, Topic
from shared.protocol.session import Expired
from shared.protocol.topics import AskedNow, CatalogNow
from shared.ui.qt_link import QtLink
from shared.ui.typed_line import TypedLine

WORDS = ("find",)
LONGEST_QUERY = 80


class ProceduresController(PageController):
    """Asks the search at every key, and fetches the catalogue when the hub has another."""

    dossierAsked = Signal(str)

    def __init__(
        self, visit: VisitController, link: QtLink, catalogue: Catalogue, papers: Papers
    ) -> None:
        self._state = ProceduresState()
        self._search: Search | None = None
        self._asked = Asked()
        self._line = TypedLine(LONGEST_QUERY)
        self._catalogue = catalogue
        self._offered = ""
        self._fetch = ""
        super().__init__(visit, link)
        self._opened = ProcedureController(visit, link, papers)
        self._line.changed.connect(self._typed)
        self.echo_of(self._line)
        visit.changed.connect(self._compose)
        catalogue.ready.connect(self._prepared)
        catalogue.counted.connect(self._counted)

    @Slot(str, str)
    def choose(self, kind: str, id: str) -> None:
        """Somebody chose a row of the list."""
        match kind:
            case "procedure":
                self._open(id)
            case "way":
                self._take(procedures.Browsed(id))
            case "group":
                self._take(procedures.GroupChosen(int(id)))
            case "dossier":
                self.dossierAsked.emit(id)
            case "choice":
                self._take(procedures.ChoiceTaken(int(id)))

    def _open(self, code: str) -> None:
        self._take(procedures.Opened(code))
        procedure = procedures.opened(self._state)
        if procedure is not None:
            self._opened.show(procedure)
            self.link.looked(code)

    @Slot(bool)
    def showKeys(self, shown: bool) -> None:
        """Somebody wants the on-screen keys, or the room they take."""
        self._take(procedures.KeysShown(shown))

    @Slot(result=bool)
    def goBack(self) -> bool:
        """Go from a procedure to the list it was in, from a list to the search."""
        if self._state.code and self._opened.goBack():
            return True
        if not procedures.may_go_back(self._state):
            return False
        self._take(procedures.WentBack())
        if not self._state.code:
            self._opened.forget()
        return True

    def heard(self, message: HubFrame | Expired) -> None:
        """Fetch another catalogue, part by part; what was asked in vain is asked again."""
        match message:
            case Topic(value=CatalogNow(version=version)):
                self._offered = version
                self._ask(self._catalogue.offered(version))
            case Topic(value=AskedNow(month=month, counts=counts)):
                self._catalogue.told(Asked(month, counts))
            case Answer(id=id_, catalog=part) if id_ == self._fetch:
                self._ask(self._catalogue.received(part))
            case Expired(id=id_) if id_ == self._fetch:
                self._ask(self._catalogue.offered(self._offered))

    def take_back(self, keys: int) -> None:
        """Be as before the last keys that were typed."""
        self._line.take_back(keys)

    def forget(self) -> None:
        """Be as if nobody had been here."""
        self._line.clear()
        self._take(procedures.Left())
        self._opened.forget()

    def _ask(self, question: Any) -> None:
        if question is not None:
            self._fetch = self.link.ask(question)

    def _prepared(self, prepared: Prepared) -> None:
        self._search = prepared.search
        self._catalogue.version = prepared.version
        self._take(procedures.CatalogCame(prepared.catalog, prepared.fields, prepared.events))
        self._rank()
        self.visit.take(view.Ready(Page.PROCEDURES, bool(prepared.catalog.procedures)))
        self._typed()

    def _counted(self, asked: Asked) -> None:
        self._asked = asked
        self._rank()

    def _rank(self) -> None:
        month = self.visit.day()[:7]
        codes = most_asked(self._state.catalog, shipped_tables(), self._asked, month)
        self._take(procedures.AskedChanged(codes))

    def _typed(self) -> None:
        text = self._line.words
        answer = self._search.answer(text) if self._search and text.strip() else None
        if answer != self._state.answer or answer is None:
            self._take(procedures.Answered(answer))
        self.refresh()

    def _compose(self) -> None:
        self._line.set_composing(self.visit.state.language == "vi")

    def _take(self, message: Message) -> None:
        state = procedures.update(self._state, message)
        if state != self._state:
            self._state = state
            self.refresh()

    def _updated(self) -> str:
        catalog, plan = self._state.catalog, self.visit.plan
        if plan is None or not catalog.made_ms:
            return ""
        day = date_of(catalog.made_ms, plan.utc_offset_min)
        return self.visit.words.text("lookup.updated", day=day)

    def _values(self) -> Mapping[str, Any]:
        words, state = self.visit.words, self._state
        dossiers = Page.DOSSIER in self.visit.state.ready
        return {
            "open": bool(state.code),
            "typing": state.typing and not state.browsing,
            "rows": [asdict(row) for row in procedures.rows(state, words, dossiers=dossiers)],
            "updated": self._updated(),
            "words": {key: words.text(f"lookup.{key}") for key in WORDS},
        }

    line = Property(QObject, lambda self: self._line, constant=True)
    opened = Property(QObject, lambda self: self._opened, constant=True)
