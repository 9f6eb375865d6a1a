"""Where everything goes on a ticket: pure, in dots of a 203 dpi printer (8 a millimetre).

Long lines shrink to a floor and then wrap; nothing is ever clipped. How wide text is, the
caller's ``measure`` says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import segno

from shared.printing.ticket_words import TicketContent

WIDTH_DOTS = {80: 576, 58: 384}
"""Printable dots by paper width in millimetres."""

MARGIN_DOTS = 8
NUMBER_DOTS = 168
"""Height of the number's digits: 21 mm."""

BODY_FLOOR_DOTS = 24
SERVICE_FLOOR_DOTS = 34
LINE_HEIGHT = 1.5
"""Of the size; Vietnamese capitals carry two marks above (Ế, Ộ)."""

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
    """A line of text centred in the paper's width, in the band from ``top`` to its bottom."""

    text: str
    face: Face
    size: int
    top: int
    height: int
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """The number: digits ``height`` dots high, squeezed to ``width`` if they are wider."""

    text: str
    top: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code with its quiet zone; ``modules`` are rows of dark (1) and light (0)."""

    modules: tuple[bytes, ...]
    top: int
    left: int
    module_dots: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the paper."""

    top: int


Placed = TextLine | Number | QrCode | Rule


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole ticket."""

    width: int
    height: int
    placed: tuple[Placed, ...]


def lay_out(content: TicketContent, paper_mm: int, measure: Measure) -> Layout:
    """Place a ticket's lines on paper of 80 or 58 millimetres."""
    page = _Page(WIDTH_DOTS[paper_mm], measure)
    page.text(content.unit_above, Face.TEXT, 26, BODY_FLOOR_DOTS)
    page.text(content.hall, Face.BOLD, 32, BODY_FLOOR_DOTS)
    page.rule()
    page.text(content.title, Face.BOLD, 30, BODY_FLOOR_DOTS)
    page.number(content.number)
    page.bar(content.bar)
    page.text(content.service, Face.BOLD, 42, SERVICE_FLOOR_DOTS)
    page.text(content.counters, Face.BOLD, 36, SERVICE_FLOOR_DOTS)
    page.text(content.ahead, Face.TEXT, 30, BODY_FLOOR_DOTS)
    page.qr(content.qr)
    page.text(content.issued, Face.TEXT, 28, BODY_FLOOR_DOTS)
    page.text(content.rule, Face.TEXT, 26, BODY_FLOOR_DOTS)
    return page.finished()


def fitted(
    text: str, face: Face, size: int, floor: int, width: int, measure: Measure
) -> tuple[int, list[str]]:
    """Return the size and lines of a text: shrunk to one line if the floor allows, else wrapped."""
    for smaller in range(size, floor - 1, -1):
        if measure(text, face, smaller) <= width:
            return smaller, [text]
    return floor, _wrapped(text, face, floor, width, measure)


def _wrapped(text: str, face: Face, size: int, width: int, measure: Measure) -> list[str]:
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, face, size, width, measure):
            longer = f"{lines[-1]} {piece}".strip()
            if measure(longer, face, size) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return [line for line in lines if line]


def _pieces(word: str, face: Face, size: int, width: int, measure: Measure) -> list[str]:
    """Return a word, broken where it is wider than the paper."""
    pieces = [""]
    for letter in word:
        if measure(pieces[-1] + letter, face, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return [piece for piece in pieces if piece]


class _Page:
    def __init__(self, width: int, measure: Measure) -> None:
        self._width = width
        self._measure = measure
        self._inner = width - 2 * MARGIN_DOTS
        self._top = 0
        self._placed: list[Placed] = []

    def text(self, text: str, face: Face, size: int, floor: int, inverted: bool = False) -> None:
        if not text:
            return
        fit, lines = fitted(text, face, size, floor, self._inner, self._measure)
        for line in lines:
            height = round(fit * LINE_HEIGHT)
            self._placed.append(TextLine(line, face, fit, self._top, height, inverted))
            self._top += height
        self._top += 4

    def bar(self, text: str) -> None:
        self.text(text, Face.BOLD, 36, SERVICE_FLOOR_DOTS, inverted=True)

    def rule(self) -> None:
        self._top += 4
        self._placed.append(Rule(self._top))
        self._top += 10

    def number(self, text: str) -> None:
        self._top += 8
        self._placed.append(Number(text, self._top, NUMBER_DOTS, self._inner))
        self._top += NUMBER_DOTS + 20

    def qr(self, text: str) -> None:
        if not text:
            return
        matrix = segno.make(text, error="m", micro=False).matrix_iter(border=QR_QUIET_MODULES)
        modules = tuple(bytes(row) for row in matrix)
        side = len(modules) * QR_MODULE_DOTS
        left = (self._width - side) // 2
        self._placed.append(QrCode(modules, self._top, left, QR_MODULE_DOTS))
        self._top += side

    def finished(self) -> Layout:
        return Layout(self._width, self._top + 8, tuple(self._placed))
