"""What the controllers of all pages have in common: they hear, show, and forget when left."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from kiosk.controllers.visit import VisitController
from shared.link.client import steady_ms
from shared.protocol.messages import HubFrame
from shared.protocol.session import Expired
from shared.ui.qt_link import QtLink
from shared.ui.shown import Shown


class PageController(QObject):
    """One page of the kiosk; what it hears, shows and forgets, each says for itself."""

    def __init__(self, visit: VisitController, link: QtLink) -> None:
        super().__init__(visit)
        self.visit = visit
        self.link = link
        link.frame.connect(self.heard)
        link.expired.connect(lambda id_: self.heard(Expired(id_)))
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

    def refresh(self) -> None:
        """Show the state anew."""
        self._shown.refresh()

    def _values(self) -> Mapping[str, Any]:
        raise NotImplementedError

    def _now_ms(self) -> int:
        return steady_ms()

    shown = Property(QObject, lambda self: self._shown, constant=True)
