"""An open procedure, for QML: what it says, the number taken for it, its checklist on paper."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot

from kiosk import procedure_state as page
from kiosk import procedure_words as said
from kiosk.controllers.page import PageController
from kiosk.controllers.papers import CHECKLIST, TICKET, Papers
from kiosk.controllers.visit import VisitController
from kiosk.procedure_state import Message, ProcedureState
from shared.catalog.page import Page
from shared.catalog.page import page as page_of
from shared.catalog.procedure import Procedure
from shared.domain.commands import IssueTicket
from shared.domain.ids import ServiceId
from shared.domain.numbering import qr_text
from shared.i18n import names_in
from shared.protocol.messages import HubFrame
from shared.protocol.session import Expired
from shared.ui.qt_link import QtLink

WORDS = (
    "bring", "no_papers", "for_case", "take_number", "take_number_for", "print", "official_page",
    "read_aloud", "more", "less", "your_number", "asking", "came", "missing",
)  # fmt: skip
NOTHING_OPEN: dict[str, Any] = {
    "headline": {"title": "", "official": ""},
    "doubts": "",
    "facts": [],
    "papers": [],
    "remarks": "",
    "cases": [],
    "case": 0,
    "sections": [],
    "source": "",
    "address": "",
    "services": [],
    "mayTakeNumber": False,
}


class ProcedureController(PageController):
    """Shows one procedure, and takes a number for it."""

    def __init__(self, visit: VisitController, link: QtLink, papers: Papers) -> None:
        self._state = ProcedureState()
        self._procedure: Procedure | None = None
        self._papers = papers
        super().__init__(visit, link)
        papers.fares.connect(self._paper_fares)
        papers.changed.connect(self.refresh)

    def show(self, procedure: Procedure) -> None:
        """Open a procedure."""
        self._procedure = procedure
        self._take(page.Left())
        self.refresh()

    @Slot(int)
    def chooseCase(self, case: int) -> None:
        """Somebody chose their case."""
        self._take(page.CaseChosen(case))

    @Slot()
    def takeNumber(self) -> None:
        """Somebody wants a number for this."""
        if self._procedure is None or self._state.request:
            return
        service = page.only_service(said.services(self._procedure, self.visit.plan))
        if service is None:
            self._take(page.ServiceWanted())
        else:
            self.takeNumberFor(service)

    @Slot(str)
    def takeNumberFor(self, service: str) -> None:
        """Somebody chose what the number is for."""
        command = IssueTicket(
            service=ServiceId(service),
            language=self.visit.state.language,
            printer=self._papers.printer,
        )
        self._take(page.Asked(self.link.send(command)))

    @Slot()
    def readAloud(self) -> None:
        """Somebody wants to hear what they need."""
        shown = self._read_values()
        facts = [f"{each['name']}: {each['text']}" for each in shown["facts"]]
        papers = [f"{each['name']} {each['count']}" for each in shown["papers"]]
        bring = self.visit.words.text("lookup.bring")
        self.visit.say(". ".join([shown["headline"]["title"], *facts, bring, *papers]))

    @Slot()
    def printChecklist(self) -> None:
        """Somebody wants the checklist on paper."""
        plan = self.visit.plan
        if self._procedure is not None and plan is not None:
            self._take(page.PaperFares(CHECKLIST, "printing"))
            services = said.services(self._procedure, plan)
            words = self.visit.words
            self._papers.print_checklist(
                said.on_paper(self._page(self._procedure), self._state.case, services, plan, words)
            )

    @Slot(str, bool)
    def sayOfPaper(self, paper: str, came: bool) -> None:
        """Somebody said whether a paper came out, which its printer could not tell."""
        if not page.asks_of(self._state, paper):
            return
        if paper == TICKET:
            self._papers.came() if came else self._papers.missing()
        elif came:
            self._take(page.PaperFares(paper, "printed"))
        else:
            self.printChecklist()

    @Slot(result=bool)
    def goBack(self) -> bool:
        """Go back from choosing a service to reading."""
        if self._state.step != "choose":
            return False
        self._take(page.WentBack())
        return True

    def heard(self, message: HubFrame | Expired) -> None:
        """Take in the number, or why there is none; a number is printed where that is possible."""
        before = self._state.given
        self._take(message)
        given = self._state.given
        if given is not None and given != before:
            self._papers.give(given)

    def forget(self) -> None:
        """Close the procedure."""
        self._papers.leave()
        self._procedure = None
        self._take(page.Left())

    def status(self) -> str:
        """Return the number that was given and how the papers fare, or why there is none."""
        words, given = self.visit.words, self._state.given
        number = f"{words.text('lookup.your_number')} {given.number}" if given else ""
        paper = page.paper_words(self._state, words, has_printer=bool(self._papers.printer))
        trouble = page.trouble(self._state, self.visit.plan, words)
        asked = paper["checklist"] if given is None else paper["ticket"]
        return ". ".join(filter(None, (trouble, number, asked)))

    def _paper_fares(self, paper: str, how: str) -> None:
        self._take(page.PaperFares(paper, how))

    def _take(self, message: Message) -> None:
        state = page.update(self._state, message)
        if state != self._state:
            self._state = state
            self.refresh()

    def _values(self) -> Mapping[str, Any]:
        words = self.visit.words
        paper = page.paper_words(self._state, words, has_printer=bool(self._papers.printer))
        return self._read_values() | {
            "step": self._state.step,
            "asking": bool(self._state.request),
            "trouble": page.trouble(self._state, self.visit.plan, words),
            "paper": paper,
            "asksOf": {each: page.asks_of(self._state, each) for each in (TICKET, CHECKLIST)},
            "printing": self._state.checklist == "printing",
            "mayRead": self.visit.speaks,
            "mayPrint": bool(self._papers.printer),
            "given": self._given_values(),
            "words": {key: words.text(f"lookup.{key}") for key in WORDS},
        }

    def _read_values(self) -> dict[str, Any]:
        procedure, plan, words = self._procedure, self.visit.plan, self.visit.words
        if procedure is None or plan is None:
            return NOTHING_OPEN
        page, services = self._page(procedure), said.services(procedure, plan)
        listed = said.papers(page, self._state.case)
        return {
            "headline": {"title": page.title, "official": said.official_name(page)},
            "doubts": "\n".join(page.doubts),
            "facts": said.facts(page, services, plan, words),
            "papers": [{"name": each.name, "count": each.count} for each in listed.papers],
            "remarks": "\n".join(listed.remarks),
            "cases": said.cases(page, words),
            "case": self._state.case,
            "sections": said.sections(page, words),
            "source": said.source(page, words),
            "address": page.address,
            "services": said.service_names(services, plan, words),
            "mayTakeNumber": bool(services) and self.visit.gives_numbers,
        }

    def _page(self, procedure: Procedure) -> Page:
        return page_of(procedure, self.visit.words, self.visit.day())

    def _given_values(self) -> dict[str, str]:
        given, plan, words = self._state.given, self.visit.plan, self.visit.words
        if given is None or plan is None:
            return {"number": "", "service": "", "ahead": "", "qr": ""}
        field = plan.fields[plan.services[given.service].field]
        ahead = (
            words.counted("ticket.ahead", given.ahead)
            if given.ahead
            else words.text("ticket.next_one")
        )
        return {
            "number": given.number,
            "service": names_in(field.names, words.language),
            "ahead": ahead,
            "qr": qr_text(given.token),
        }
