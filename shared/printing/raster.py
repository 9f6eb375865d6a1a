"""Draws a layout to dots with Qt: no smoothing, no dithering, the house's typefaces.

The only module here that knows Qt; for any thread, but for one at a time: Qt's fonts are
shared.
"""

from functools import cache, lru_cache
from importlib.resources import files
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from shared.printing.checklist import Checklist, lay_out_checklist
from shared.printing.layout import Bar, Box, Face, Layout, Number, QrCode, TextLine, lay_out
from shared.printing.picture import Picture
from shared.printing.ticket_words import TicketContent

BOX_LINE_DOTS = 3
WHITE, BLACK = 0xFFFFFFFF, 0xFF000000
REMEMBERED_WIDTHS = 8192
"""The same words stand on every ticket, and fitting them asks for the same widths again."""


def ticket_picture(content: TicketContent, paper_mm: int) -> Picture:
    """Return a ticket as dots for paper of 80 or 58 millimetres."""
    return draw(lay_out(content, paper_mm, text_width))


def checklist_picture(content: Checklist, paper_mm: int) -> Picture:
    """Return a checklist as dots for paper of 80 or 58 millimetres."""
    return draw(lay_out_checklist(content, paper_mm, text_width))


@lru_cache(REMEMBERED_WIDTHS)
def text_width(text: str, face: Face, size: int) -> float:
    """Return how many dots wide a text is drawn."""
    return _metrics(face, size).horizontalAdvance(text)


def draw(layout: Layout) -> Picture:
    """Return the dots of a layout."""
    image = QImage(layout.width, layout.height, QImage.Format.Format_Mono)
    image.setColorTable([WHITE, BLACK])
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)
    for placed in layout.placed:
        match placed:
            case TextLine():
                _draw_line(painter, placed, layout.width)
            case Number():
                _draw_number(painter, placed, layout.width)
            case QrCode():
                _draw_qr(painter, placed)
            case Box():
                _draw_box(painter, placed)
            case Bar(top=top, height=height):
                painter.fillRect(0, top, layout.width, height, Qt.GlobalColor.black)
    painter.end()
    return _picture(image)


def _draw_line(painter: QPainter, line: TextLine, width: int) -> None:
    painter.setPen(Qt.GlobalColor.white if line.inverted else Qt.GlobalColor.black)
    painter.setFont(_font(line.face, line.size))
    left = line.left
    if left is None:
        left = round((width - text_width(line.text, line.face, line.size)) / 2)
    painter.drawText(QPointF(left, line.baseline), line.text)


def _draw_box(painter: QPainter, box: Box) -> None:
    black, inner = Qt.GlobalColor.black, box.side - 2 * BOX_LINE_DOTS
    painter.fillRect(box.left, box.top, box.side, box.side, black)
    left, top = box.left + BOX_LINE_DOTS, box.top + BOX_LINE_DOTS
    painter.fillRect(left, top, inner, inner, Qt.GlobalColor.white)


def _draw_number(painter: QPainter, number: Number, width: int) -> None:
    cap_height = _metrics(Face.NUMBER, 100).capHeight()
    size = ceil(100 * number.height / cap_height)
    ink = _metrics(Face.NUMBER, size).tightBoundingRect(number.text)
    squeeze = min(1.0, number.width / ink.width())
    painter.save()
    painter.translate(width / 2, number.top + number.height)
    painter.scale(squeeze, 1.0)
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(_font(Face.NUMBER, size))
    painter.drawText(QPointF(-ink.left() - ink.width() / 2, 0), number.text)
    painter.restore()


def _draw_qr(painter: QPainter, code: QrCode) -> None:
    dots = code.module_dots
    for y, row in enumerate(code.modules):
        for x, dark in enumerate(row):
            if dark:
                left, top = code.left + x * dots, code.top + y * dots
                painter.fillRect(left, top, dots, dots, Qt.GlobalColor.black)


@cache
def _metrics(face: Face, size: int) -> QFontMetricsF:
    return QFontMetricsF(_font(face, size))


@cache
def _font(face: Face, size: int) -> QFont:
    _load_fonts()
    family = "Inter" if face is Face.NUMBER else "Be Vietnam Pro"
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Medium if face is Face.TEXT else QFont.Weight.Bold)
    font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    return font


@cache
def _load_fonts() -> None:
    for entry in files("shared").joinpath("ui", "fonts").iterdir():
        if entry.name.endswith(".ttf"):
            loaded = QFontDatabase.addApplicationFont(str(entry))
            assert loaded != -1, f"{entry} is no typeface"


def _picture(image: QImage) -> Picture:
    stride, row_bytes = image.bytesPerLine(), image.width() // 8
    data = bytes(image.constBits())
    rows = b"".join(data[y * stride : y * stride + row_bytes] for y in range(image.height()))
    return Picture(image.width(), image.height(), rows)
