"""Where everything goes on a ticket: pure, in dots of a 203 dpi printer (8 a millimetre).

How wide text is, the caller's ``measure`` says; how long text is made to fit, fitting does.
Which lines stand on the ticket, and in which order, the hall says.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import segno

from shared.domain.devices import TicketPlan
from shared.printing.fitting import fitted
from shared.printing.picture import Paper, Picture
from shared.printing.ticket_words import TicketContent

WIDTH_DOTS = {80: 576, 58: 384}
"""Printable dots by paper width in millimetres."""

PAPERS = {mm: Paper(dots) for mm, dots in WIDTH_DOTS.items()}
"""The usual papers by their width in millimetres."""

MARGIN_DOTS = 8
NUMBER_DOTS = 164
"""Height of the number's digits: 20.5 mm."""

NUMBER_MARKS_DOTS = 92
"""What marks on the number's letters (Ử, Ế) stand above its digits."""

BODY_FLOOR_DOTS = 24
SERVICE_FLOOR_DOTS = 34

RISE, FALL = 1.25, 0.27
"""How far ink reaches above the baseline (Ẳ) and below it (ỵ), of the size."""

PITCH = 1.4
"""From one line of a text to its next, of the size."""

QR_DOTS = 160
"""The code without its quiet zone is no smaller: 20 mm."""
QR_MODULE_DOTS = 6
QR_QUIET_MODULES = 4


class Face(StrEnum):
    """The typefaces of a ticket."""

    TEXT = "text"
    BOLD = "bold"
    NUMBER = "number"


Measure = Callable[[str, Face, int], float]
"""Text, face and size in dots to its width in dots."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, centred unless it begins at ``left``; inverted is white, on a bar."""

    text: str
    face: Face
    size: int
    baseline: int
    inverted: bool = False
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """The number: digits ``height`` dots high, squeezed to ``width`` if they are wider.

    A ``coarse`` one is made of two-by-two dots, a quarter of the bytes on a slow line.
    """

    text: str
    top: int
    height: int
    width: int
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code with its quiet zone; ``modules`` are rows of dark (1) and light (0)."""

    modules: tuple[bytes, ...]
    top: int
    left: int
    module_dots: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Black from edge to edge: a thin rule, or what inverted text stands on."""

    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """An empty square to tick."""

    top: int
    left: int
    side: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The hall's own picture, centred."""

    picture: Picture
    top: int


Placed = TextLine | Number | QrCode | Bar | Box | Mark


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole ticket; what is placed later is drawn over what is placed before."""

    width: int
    height: int
    placed: tuple[Placed, ...]


def lay_out(
    content: TicketContent,
    paper: Paper,
    measure: Measure,
    ticket: TicketPlan = TicketPlan(),
    logo: Picture | None = None,
) -> Layout:
    """Place the lines that the hall wants on its tickets."""
    page = Page(paper, measure)
    for line in ticket.lines:
        if not (paper.compact and line in LEFT_OUT_OF_COMPACT):
            _add(page, line, content, logo)
    return page.finished()


LEFT_OUT_OF_COMPACT = frozenset({"logo", "unit_above", "title", "rule"})
"""What a ticket on a slow line does without, so that nobody waits half a minute for it."""


def _add(page: "Page", line: str, content: TicketContent, logo: Picture | None) -> None:
    match line:
        case "logo":
            page.mark(logo)
        case "unit_above":
            page.text(content.unit_above, Face.TEXT, 26, BODY_FLOOR_DOTS)
        case "hall":
            page.text(content.hall, Face.BOLD, 32, BODY_FLOOR_DOTS)
            page.rule()
        case "title":
            page.text(content.title, Face.BOLD, 30, BODY_FLOOR_DOTS)
        case "number":
            page.number(content.number)
            page.bar(content.again, Face.BOLD, 38, SERVICE_FLOOR_DOTS)
        case "category":
            page.bar(content.bar, Face.BOLD, 38, SERVICE_FLOOR_DOTS)
        case "service":
            page.text(content.service, Face.BOLD, 46, SERVICE_FLOOR_DOTS)
        case "counters":
            page.text(content.counters, Face.BOLD, 38, SERVICE_FLOOR_DOTS)
        case "ahead":
            page.text(content.ahead, Face.TEXT, 32, BODY_FLOOR_DOTS)
        case "qr":
            page.qr(content.qr)
        case "issued":
            page.text(content.issued, Face.BOLD, 28, BODY_FLOOR_DOTS)
        case _:
            page.text(content.rule, Face.TEXT, 26, BODY_FLOOR_DOTS)


class Page:
    """A paper while it is being filled from the top."""

    def __init__(self, paper: Paper, measure: Measure) -> None:
        self._width = paper.width_dots
        self._compact = paper.compact
        self._measure = measure
        self._inner = paper.width_dots - 2 * MARGIN_DOTS
        self._top = 0
        self._placed: list[Placed] = []

    def mark(self, picture: Picture | None) -> None:
        """Add a picture that is not wider than the paper."""
        if picture is None or picture.width > self._width:
            return
        self._placed.append(Mark(picture, self._top))
        self._top += picture.height + 12

    def text(self, text: str, face: Face, size: int, floor: int) -> None:
        """Add a text on as many lines as it needs."""
        if not text:
            return
        self._placed += self._lines(text, face, size, floor, inverted=False)
        self._top += 4

    def item(self, text: str, face: Face, size: int, floor: int) -> None:
        """Add a text with a box to tick before it."""
        side = floor
        indent = MARGIN_DOTS + side + 14
        top = self._top
        lines = self._lines(text, face, size, floor, inverted=False, indent=indent)
        first = lines[0].baseline - side
        self._placed += [Box(max(top, first), MARGIN_DOTS, side), *lines]
        self._top += 12

    def bar(self, text: str, face: Face, size: int, floor: int) -> None:
        """Add a text in white on black; between two lines where black would take too long."""
        if not text:
            return
        if self._compact:
            self.rule()
            self.text(text, face, size, floor)
            self.rule()
            return
        top = self._top
        self._top += 2
        lines = self._lines(text, face, size, floor, inverted=True)
        self._top += 8
        self._placed += [Bar(top, self._top - top), *lines]
        self._top += 6

    def rule(self) -> None:
        """Add a thin line."""
        self._top += 8
        self._placed.append(Bar(self._top, 2))
        self._top += 10

    def number(self, text: str) -> None:
        """Add the number, with room for the marks its letters carry."""
        self._top += 16
        if unicodedata.normalize("NFD", text) != text:
            self._top += NUMBER_MARKS_DOTS
        self._top += self._top % 2
        number = Number(text, self._top, NUMBER_DOTS, self._inner, self._compact)
        # A coarse one is drawn with the white around it, so before everything else.
        self._placed.insert(0 if self._compact else len(self._placed), number)
        self._top += NUMBER_DOTS + 24

    def qr(self, text: str) -> None:
        """Add a code; its quiet zone is its distance to what is around it."""
        if not text:
            return
        matrix = segno.make(text, error="m", micro=False).matrix_iter(border=QR_QUIET_MODULES)
        modules = tuple(bytes(row) for row in matrix)
        code = len(modules) - 2 * QR_QUIET_MODULES
        dots = max(QR_MODULE_DOTS, -(-QR_DOTS // code))
        side = len(modules) * dots
        left = (self._width - side) // 4 * 2
        self._placed.append(QrCode(modules, self._top, left, dots))
        self._top += side

    def finished(self) -> Layout:
        """Return the ticket."""
        return Layout(self._width, self._top + 8, tuple(self._placed))

    def _lines(
        self, text: str, face: Face, size: int, floor: int, inverted: bool, indent: int = 0
    ) -> list[TextLine]:
        whole = unicodedata.normalize("NFC", text)
        size = floor if self._compact else size
        width = self._width - indent - MARGIN_DOTS if indent else self._inner
        fit = fitted(whole, size, floor, width, lambda t, s: self._measure(t, face, s))
        first = self._top + round(fit.size * RISE)
        pitch = round(fit.size * PITCH)
        baselines = [first + pitch * row for row in range(len(fit.lines))]
        self._top = baselines[-1] + round(fit.size * FALL)
        return [
            TextLine(line, face, fit.size, baseline, inverted, indent or None)
            for line, baseline in zip(fit.lines, baselines, strict=True)
        ]
