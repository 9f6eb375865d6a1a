"""What the controllers of all pages have in common: they hear, show, and forget when left."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from kiosk.controllers.visit import VisitController
from kiosk.echo import echo
from shared.link.client import steady_ms
from shared.protocol.messages import HubFrame
from shared.protocol.session import Expired
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown
from shared.ui.typed_line import TypedLine


class PageController(QObject):
    """One page of the kiosk; what it hears, shows and forgets, each says for itself."""

    def __init__(self, visit: VisitController, link: QtLink) -> None:
        super().__init__(visit)
        self.visit = visit
        self.link = link
        link.frame.connect(self.heard)
        link.expired.connect(lambda id_: self.heard(Expired(id_)))
        self._status = ""
        self._shown = Shown(self._values, self)
        visit.changed.connect(self.refresh)
        visit.pageLeft.connect(self.forget)

    @Slot(result=bool)
    def goBack(self) -> bool:
        """Go one step back within the page; False if there is none."""
        return False

    def heard(self, message: HubFrame | Expired) -> None:
        """Take in what the hub said, or that it did not answer."""

    def forget(self) -> None:
        """Be as if nobody had been here."""

    def take_back(self, keys: int) -> None:
        """Be as before the last keys that were typed on the page."""

    def status(self) -> str:
        """Return what somebody who does not see the page must hear of by itself, "" for nothing."""
        return ""

    def refresh(self) -> None:
        """Show the state anew, and say aloud what has come of it."""
        self._shown.refresh()
        before, self._status = self._status, self.status()
        if self._status != before:
            self.visit.say(self._status)

    def echo_of(self, line: TypedLine, *, hidden: bool = False) -> None:
        """Say aloud from now on what is typed on this line, key by key."""
        said = line.words

        def changed() -> None:
            nonlocal said
            before, said = said, line.words
            self.visit.say(echo(before, said, self.visit.words, hidden=hidden))

        line.changed.connect(changed)

    def _values(self) -> Mapping[str, Any]:
        raise NotImplementedError

    def _now_ms(self) -> int:
        return steady_ms()

    shown = Property(QObject, lambda self: self._shown, constant=True)
