"""The dispenser's screen for QML: properties from the view state, slots for touches."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from shared.domain.commands import IssueTestTicket, IssueTicket
from shared.domain.ids import CategoryId, FieldId, ServiceId
from shared.i18n import Words, languages, names_in
from shared.i18n.time_words import time_of
from shared.link.client import steady_ms
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import Done, HubFrame, NumberGiven, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged
from shared.ui.paper_bridge import PaperBridge
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown
from ticket_dispenser import tiles
from ticket_dispenser import view_state as view
from ticket_dispenser.view_state import Message, Page, ViewState

TICK_MS = 500
WORDS = (
    "welcome",
    "choose_service",
    "choose_several",
    "several",
    "single",
    "up",
    "down",
    "waiting_caption",
    "priority_question",
    "priority_none",
    "search",
    "search_prompt",
    "nothing_found",
    "space",
    "erase",
    "asking",
    "your_number",
    "done",
    "came",
    "missing",
    "print",
    "print_second",
)
"""The words of the screen that say the same whatever the state."""


class DispenserController(QObject):
    """Holds the view state; sends what people ask for; prints what the hub gave."""

    def __init__(
        self,
        link: QtLink,
        printer: TicketPrinter,
        place: str,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        """``place`` is this dispenser's id in the hall file."""
        super().__init__(parent)
        self._link = link
        self._state = ViewState(
            place=place,
            language=language,
            first_language=language,
            now_ms=steady_ms(),
            touched_ms=steady_ms(),
        )
        link.frame.connect(self._heard)
        link.linkChanged.connect(self._link_changed)
        link.expired.connect(lambda id_: self._take(Expired(id_)))
        self._shown = Shown(self._values, self)
        self._paper = PaperBridge(
            link,
            printer,
            show=lambda now: self._take(view.PaperChanged(now)),
            language=lambda: self._state.language,
            parent=self,
        ).desk
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._take(view.Tick(steady_ms())))
        self._timer.start(TICK_MS)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Somebody touched a language."""
        self._take(view.LanguageChosen(code))

    @Slot(str)
    def chooseField(self, field: str) -> None:
        """Somebody touched a field."""
        self._take(view.FieldChosen(FieldId(field)))

    @Slot(str)
    def chooseCategory(self, category: str) -> None:
        """Somebody touched a priority category, or none of them ("")."""
        self._take(view.CategoryChosen(CategoryId(category) if category else None))

    @Slot(str)
    def scanned(self, text: str) -> None:
        """Somebody held a card to the scanner."""
        self._take(view.CardShown(text))

    @Slot(bool)
    def chooseSeveral(self, several: bool) -> None:
        """Somebody has several things to do, or no longer."""
        self._take(view.SeveralChosen(several))

    @Slot(str)
    def search(self, query: str) -> None:
        """Somebody typed."""
        self._take(view.SearchTyped(query))

    @Slot()
    def goBack(self) -> None:
        """Somebody went back, or is done."""
        self._paper.taken_from_screen()
        self._take(view.WentBack())

    @Slot(str)
    def touchService(self, service: str) -> None:
        """Somebody touched a service: take a number for it, or pick it as one of several.

        What a search has found is touched once more, beside the question about priority.
        """
        if self._state.several:
            self._take(view.ServicePicked(ServiceId(service)))
        elif self._state.page is Page.SEARCH:
            self._take(view.ServiceFound(ServiceId(service)))
        else:
            self._ask_for((ServiceId(service),))

    @Slot()
    def takePicked(self) -> None:
        """Somebody has picked all services of the visit."""
        self._ask_for(self._state.picked)

    def _ask_for(self, services: tuple[ServiceId, ...]) -> None:
        """Ask the hub for a number, once."""
        if not services or self._state.page is Page.ASKING or not view.gives_numbers(self._state):
            return
        command = IssueTicket(
            service=services[0],
            further=services[1:],
            category=self._state.category,
            language=self._state.language,
            printer=view.print_on(self._state),
            person=view.person_for(self._state, services[0]),
        )
        self._take(view.NumberAsked(self._link.send(command)))

    @Slot()
    def takeTestTicket(self) -> None:
        """Staff try the printer: they hold the clock for three seconds."""
        if self._state.page is Page.ASKING or not view.gives_numbers(self._state):
            return
        self._take(view.NumberAsked(self._link.send(IssueTestTicket())))

    @Slot(str)
    def sayOfPaper(self, choice: str) -> None:
        """Somebody said whether the slip came out, or wants another."""
        if choice not in view.paper_choices(self._state):
            return
        if choice == "came":
            self._paper.confirmed()
        else:
            self._paper.missing()

    def _heard(self, frame: HubFrame) -> None:
        if isinstance(frame, Done) and frame.id == self._state.request:
            assert isinstance(frame.reply, NumberGiven | TrialNumberGiven), "a number was asked for"
            self._paper.given(frame.reply)
        self._take(frame)

    def _link_changed(self, change: LinkChanged) -> None:
        self._take(change)

    def _take(self, message: Message) -> None:
        state = view.update(self._state, message)
        if state == self._state:
            return
        left = self._state.page is Page.NUMBER and state.page is not Page.NUMBER
        self._state = state
        self._shown.refresh()
        if left:
            self._paper.gone()

    @property
    def _words(self) -> Words:
        return Words(self._state.language)

    def _text(self, key: str) -> str:
        return self._words.text(f"dispenser.{key}")

    def _plan_name(self, which: str) -> str:
        setup = self._state.setup
        return names_in(getattr(setup.plan, which), self._state.language) if setup else ""

    def _window_title(self) -> str:
        return " – ".join(filter(None, (self._text("window"), self._plan_name("names"))))

    def _languages(self) -> list[dict[str, str]]:
        offered = self._state.setup.plan.languages if self._state.setup else languages()
        return [{"code": c, "name": Words(c).text("common.language_name")} for c in offered]

    def _time(self) -> str:
        setup, now = self._state.setup, self._link.hub_now_ms()
        return time_of(now, setup.plan.utc_offset_min) if setup and now else ""

    def _given_words(self) -> dict[str, Any]:
        state, words = self._state, self._words
        return {
            "number": view.number_shown(state, words),
            "ahead": view.ahead_text(state, words),
            "paper": view.paper_text(state, words),
            "failed": view.paper_alarms(state),
            "services": view.given_services(state, words),
            "qr": view.given_qr(state),
            "choices": view.paper_choices(state),
        }

    def _nows(self) -> dict[str, Any]:
        """Return a value of its own for each tile: those beside it are left alone."""
        setup, words = self._state.setup, self._words
        if setup is None:
            return {}
        state, plan = self._state, setup.plan
        fields = {f"field-{id_}": tiles.field_now(state, id_, words) for id_ in plan.fields}
        services = {f"service-{id_}": tiles.service_now(state, id_, words) for id_ in plan.services}
        return fields | services

    def _values(self) -> dict[str, Any]:
        return self._nows() | {
            "page": self._state.page.value,
            "showsServices": view.shows_services(self._state),
            "maySearch": view.may_search(self._state),
            "language": self._state.language,
            "languages": self._languages(),
            "windowTitle": self._window_title(),
            "hallName": self._plan_name("names"),
            "unitAbove": self._plan_name("unit_above"),
            "time": self._time(),
            "banner": view.banner(self._state, self._words),
            "active": view.gives_numbers(self._state),
            "query": self._state.query,
            "fields": tiles.field_tiles(self._state, self._words),
            "sections": tiles.service_sections(self._state, self._words),
            "categories": tiles.category_tiles(self._state, self._words),
            "card": view.card_words(self._state, self._words),
            "several": self._state.several,
            "picked": list(self._state.picked),
            "takeWords": view.take_text(self._state, self._words),
            "given": self._given_words(),
            "words": (
                {key: self._text(key) for key in WORDS}
                | {key: self._words.text(f"common.{key}") for key in ("back", "home")}
            ),
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)
