"""A procedure's checklist on the ticket printer's paper: pure, in dots. Nothing personal.

Texts are as long as the law makes them: they wrap, they are never shrunk or cut.
"""

import unicodedata
from dataclasses import dataclass

import segno

from shared.printing.fitting import wrapped
from shared.printing.layout import (
    FALL,
    MARGIN_DOTS,
    PITCH,
    QR_DOTS,
    QR_MODULE_DOTS,
    QR_QUIET_MODULES,
    RISE,
    Bar,
    Box,
    Face,
    Layout,
    Measure,
    Placed,
    QrCode,
    TextLine,
)
from shared.printing.picture import Paper

HALL_DOTS, TITLE_DOTS, HEADING_DOTS, BODY_DOTS, SMALL_DOTS = 26, 38, 30, 27, 24
BOX_DOTS = 26
BOX_ROOM_DOTS = 42


@dataclass(frozen=True, slots=True)
class Checklist:
    """What stands on it, in words; empty texts are left out.

    ``facts`` are label and text, ``papers`` the paper and how many of it. ``qr`` is the address
    of the official page.
    """

    hall: str
    title: str
    case: str
    facts: tuple[tuple[str, str], ...]
    heading: str
    papers: tuple[tuple[str, str], ...]
    source: str
    qr: str


def lay_out_checklist(content: Checklist, paper: Paper, measure: Measure) -> Layout:
    """Place a checklist."""
    page = _Page(paper.width_dots, measure)
    page.text(content.hall, Face.TEXT, HALL_DOTS)
    page.text(content.title, Face.BOLD, TITLE_DOTS)
    page.text(content.case, Face.TEXT, BODY_DOTS)
    page.rule()
    for label, text in content.facts:
        page.text(label, Face.TEXT, SMALL_DOTS)
        page.text(text, Face.BOLD, BODY_DOTS)
    page.rule()
    page.text(content.heading, Face.BOLD, HEADING_DOTS)
    for name, count in content.papers:
        page.paper(name, count)
    page.rule()
    page.qr(content.qr)
    page.text(content.source, Face.TEXT, SMALL_DOTS)
    return page.finished()


class _Page:
    """The paper while it is being filled from the top."""

    def __init__(self, width: int, measure: Measure) -> None:
        self._width = width
        self._measure = measure
        self._top = 0
        self._placed: list[Placed] = []

    def text(self, text: str, face: Face, size: int, indent: int = 0) -> None:
        """Add a text on as many lines as it needs."""
        left = MARGIN_DOTS + indent
        whole = unicodedata.normalize("NFC", text)
        room = self._width - left - MARGIN_DOTS
        for line in wrapped(whole, size, room, lambda t, s: self._measure(t, face, s)):
            baseline = self._top + round(size * RISE)
            self._placed.append(TextLine(line, face, size, baseline, left=left))
            self._top += round(size * PITCH)
        if whole:
            self._top += round(size * FALL)

    def paper(self, name: str, count: str) -> None:
        """Add a paper with a box to tick."""
        self._placed.append(Box(self._top + 11, MARGIN_DOTS, BOX_DOTS))
        self.text(name, Face.BOLD, BODY_DOTS, BOX_ROOM_DOTS)
        self.text(count, Face.TEXT, SMALL_DOTS, BOX_ROOM_DOTS)
        self._top += 6

    def rule(self) -> None:
        """Add a thin line."""
        self._top += 8
        self._placed.append(Bar(self._top, 2))
        self._top += 12

    def qr(self, text: str) -> None:
        """Add a code; its quiet zone is its distance to what is around it."""
        if not text:
            return
        matrix = segno.make(text, error="m", micro=False).matrix_iter(border=QR_QUIET_MODULES)
        modules = tuple(bytes(row) for row in matrix)
        dots = max(QR_MODULE_DOTS, -(-QR_DOTS // (len(modules) - 2 * QR_QUIET_MODULES)))
        side = len(modules) * dots
        self._placed.append(QrCode(modules, self._top, (self._width - side) // 2, dots))
        self._top += side

    def finished(self) -> Layout:
        """Return the checklist."""
        return Layout(self._width, self._top + 8, tuple(self._placed))
