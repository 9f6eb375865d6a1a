"""The page "is my paper ready?" for QML. Nothing that was typed or told outlives the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from kiosk import dossier_state as dossier
from kiosk import view_state as view
from kiosk.controllers.page import PageController
from kiosk.controllers.visit import VisitController
from kiosk.dossier_state import DossierState, Message
from kiosk.view_state import Page
from shared.catalog.dossiers.told import Told
from shared.catalog.search.codes import code_in
from shared.domain.plan import HO_CHI_MINH_OFFSET_MIN
from shared.protocol.messages import FindDossier, HubFrame, Topic
from shared.protocol.session import Expired
from shared.protocol.topics import Setup
from shared.ui.qt_link import QtLink
from shared.ui.typed_line import TypedLine

LONGEST_CODE = 40
WORDS = ("title", "prompt", "code", "next", "factor", "find", "asking", "private", "stale")


class DossierController(PageController):
    """Asks the hub how a dossier stands."""

    def __init__(self, visit: VisitController, link: QtLink) -> None:
        self._state = DossierState()
        self._code = TypedLine(LONGEST_CODE)
        self._factor = TypedLine(dossier.FACTOR_DIGITS)
        for line in (self._code, self._factor):
            line.set_composing(False)
        super().__init__(visit, link)
        self._code.changed.connect(lambda: self._take(dossier.CodeChanged(self._code.words)))
        self._factor.changed.connect(lambda: self._take(dossier.FactorChanged(self._factor.words)))
        self.echo_of(self._code)
        self.echo_of(self._factor, hidden=True)

    @Slot()
    def goOn(self) -> None:
        """Somebody has typed what was asked for."""
        if not dossier.may_go_on(self._state):
            return
        if dossier.step(self._state) == "code":
            self._take(dossier.CodeGiven(self._code.words))
            return
        question = FindDossier(code=self._state.code, factor=self._state.factor)
        self._take(dossier.Asked(self.link.ask(question)))
        self._factor.clear()

    def scanned(self, text: str) -> None:
        """A scanner read a receipt."""
        self._take(dossier.CodeGiven(code_in(text)))

    @Slot(result=bool)
    def goBack(self) -> bool:
        """Go back to the code, which may be typed anew."""
        if dossier.step(self._state) == "code":
            return False
        self._factor.clear()
        self._code.clear()
        self._take(dossier.Left())
        return True

    def heard(self, message: HubFrame | Expired) -> None:
        """Take in the answer; the hall file says whether dossiers can be asked for at all."""
        match message:
            case Topic(value=Setup(devices=devices)):
                self.visit.take(view.Ready(Page.DOSSIER, bool(devices.dossier_factors)))
            case _:
                self._take(message)

    def status(self) -> str:
        """Return how the dossier stands and what comes next, or what is wrong."""
        now_ms = self.link.hub_now_ms()
        reading = self._reading(now_ms)
        if reading is None:
            return dossier.trouble(self._state, self.visit.words, now_ms)
        return ". ".join(filter(None, (reading.state, reading.overdue, reading.next_step)))

    def take_back(self, keys: int) -> None:
        """Be as before the last keys that were typed."""
        at_code = dossier.step(self._state) == "code"
        (self._code if at_code else self._factor).take_back(keys)

    def forget(self) -> None:
        """Be as if nobody had been here."""
        self._code.clear()
        self._factor.clear()
        self._take(dossier.Left())

    def _take(self, message: Message) -> None:
        state = dossier.update(self._state, message)
        if state != self._state:
            self._state = state
            self.refresh()

    def _values(self) -> Mapping[str, Any]:
        words, state = self.visit.words, self._state
        now_ms = self.link.hub_now_ms()
        reading = self._reading(now_ms)
        factors = self.visit.dossier_factors
        return {
            "step": dossier.step(state),
            "code": state.code,
            "mayGoOn": dossier.may_go_on(state),
            "asking": bool(state.request),
            "trouble": dossier.trouble(state, words, now_ms),
            "prompt": dossier.factor_prompt(factors, words) if factors else "",
            "told": asdict(reading) | {"dates": list(reading.dates)} if reading else {},
            "words": {key: words.text(f"my_dossier.{key}") for key in WORDS},
        }

    def _reading(self, now_ms: int) -> Told | None:
        plan = self.visit.plan
        offset_min = plan.utc_offset_min if plan else HO_CHI_MINH_OFFSET_MIN
        return dossier.reading(self._state, self.visit.words, now_ms, offset_min)

    codeLine = Property(QObject, lambda self: self._code, constant=True)
    factorLine = Property(QObject, lambda self: self._factor, constant=True)
