"""The paper that came out of the virtual printer, for its window."""

import base64
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal

from shared.printing.picture import Picture
from shared.printing.virtual.png import png_bytes

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"
SHOWN = 12


class PaperTray(QObject):
    """The newest tickets as images; ``cut`` may be emitted from any thread."""

    cut = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._papers: list[dict[str, object]] = []
        self.cut.connect(self._take)

    def _take(self, ticket: Picture) -> None:
        paper = {
            "source": _data_url(png_bytes(ticket)),
            "width": ticket.width,
            "height": ticket.height,
        }
        self._papers = [paper, *self._papers][:SHOWN]
        self.changed.emit()

    papers = Property(list, lambda self: self._papers, notify=changed)


def _data_url(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()
