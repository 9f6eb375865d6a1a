"""The page for messages to the head of the hall, for QML."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from kiosk import feedback_state as feedback
from kiosk.controllers.page import PageController
from kiosk.controllers.visit import VisitController
from kiosk.feedback_state import FeedbackState, Message
from shared.protocol.messages import MAX_FEEDBACK, HubFrame
from shared.protocol.session import Expired
from shared.ui.qt_link import QtLink
from shared.ui.typed_line import TypedLine

WORDS = ("title", "prompt", "write", "hint", "send", "sending", "thanks", "keep_code", "official")


class FeedbackController(PageController):
    """Takes a message and hands it in at the hub."""

    def __init__(self, visit: VisitController, link: QtLink) -> None:
        self._state = FeedbackState()
        self._line = TypedLine(MAX_FEEDBACK)
        super().__init__(visit, link)
        self._line.changed.connect(self.refresh)
        self.echo_of(self._line)

    @Slot(str)
    def choose(self, reason: str) -> None:
        """Somebody said what it is about."""
        self._line.set_composing(self.visit.state.language == "vi")
        self._take(feedback.ReasonChosen(reason))

    @Slot()
    def send(self) -> None:
        """Somebody sends the message."""
        if feedback.may_send(self._state, self._line.words):
            language = self.visit.state.language
            message = feedback.message_of(self._state, self._line.words, language)
            self._take(feedback.Sent(self.link.hand_in(message)))

    @Slot(result=bool)
    def goBack(self) -> bool:
        """Go back from writing to choosing; what was written stays until the page is left."""
        if feedback.step(self._state) != "write":
            return False
        self._take(feedback.WentBack())
        return True

    def heard(self, message: HubFrame | Expired) -> None:
        """Take in the receipt, a refusal, or that there is no answer."""
        self._take(message)

    def status(self) -> str:
        """Return the thanks with the receipt, or what is wrong."""
        words, state = self.visit.words, self._state
        thanks = f"{words.text('feedback.thanks')} {state.code}" if state.code else ""
        return thanks or feedback.trouble(state, self.visit.plan, words)

    def take_back(self, keys: int) -> None:
        """Be as before the last keys that were typed."""
        self._line.take_back(keys)

    def forget(self) -> None:
        """Be as if nobody had been here."""
        self._line.clear()
        self._take(feedback.Left())

    def _take(self, message: Message) -> None:
        state = feedback.update(self._state, message)
        if state != self._state:
            self._state = state
            self.refresh()

    def _values(self) -> Mapping[str, Any]:
        words, plan, state = self.visit.words, self.visit.plan, self._state
        return {
            "step": feedback.step(state),
            "reasons": feedback.reasons(plan, words),
            "reason": feedback.reason_name(state, plan, words),
            "maySend": feedback.may_send(state, self._line.words),
            "sending": bool(state.request),
            "trouble": feedback.trouble(state, plan, words),
            "code": state.code,
            "official": self.visit.feedback_url,
            "words": {key: words.text(f"feedback.{key}") for key in WORDS},
        }

    line = Property(QObject, lambda self: self._line, constant=True)
