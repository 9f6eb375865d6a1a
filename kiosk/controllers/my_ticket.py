"""The page "my number" for QML: slots for touches and scans, what the hub answered."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot

from kiosk import my_ticket_state as ticket
from kiosk.controllers.page import PageController
from kiosk.controllers.visit import VisitController
from kiosk.echo import echo
from kiosk.my_ticket_state import Message, MyTicketState
from shared.protocol.messages import HubFrame
from shared.protocol.session import Expired
from shared.ui.qt_link import QtLink

WORDS = ("title", "prompt", "find", "erase")


class MyTicketController(PageController):
    """Asks the hub where a ticket stands."""

    def __init__(self, visit: VisitController, link: QtLink) -> None:
        self._state = MyTicketState()
        super().__init__(visit, link)

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """Somebody touched a key; "" takes the last one back."""
        before = self._state.typed
        self._take(ticket.Typed(letter))
        if self._state.typed != before:
            self.visit.say(echo(before, self._state.typed, self.visit.words))

    @Slot(str)
    def lookUp(self, text: str) -> None:
        """Somebody asks for a typed number or a scanned code."""
        question = ticket.question(text)
        if question is not None:
            self._take(ticket.Asked(self.link.ask(question)))

    def heard(self, message: HubFrame | Expired) -> None:
        """Take in the answer, or that there is none."""
        self._take(message)

    def status(self) -> str:
        """Return where the ticket stands."""
        place = ticket.place_words(self._state, self.visit.plan, self.visit.words)
        return ". ".join(filter(None, (place.get("number"), place.get("headline"))))

    def take_back(self, keys: int) -> None:
        """Forget all that was typed: a number is short."""
        self._take(ticket.Left())

    def forget(self) -> None:
        """Be as if nobody had been here."""
        self._take(ticket.Left())

    def _take(self, message: Message) -> None:
        state = ticket.update(self._state, message)
        if state != self._state:
            self._state = state
            self.refresh()

    def _values(self) -> Mapping[str, Any]:
        words, plan = self.visit.words, self.visit.plan
        return {
            "typed": self._state.typed,
            "letters": ticket.letters(plan),
            "place": ticket.place_words(self._state, plan, words),
            "words": {key: words.text(f"my_ticket.{key}") for key in WORDS},
        }
