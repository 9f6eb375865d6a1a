"""Draws a layout to dots with Qt: no smoothing, no dithering, the house's typefaces.

The only module here that knows Qt; may be used from any thread once fonts are loaded.
"""

import unicodedata
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from shared.printing.layout import Face, Layout, Number, QrCode, Rule, TextLine, lay_out
from shared.printing.picture import Picture
from shared.printing.ticket_words import TicketContent

WHITE = 0
BASELINE = 1.2
"""Of the size, from the top of a line: the marks of Ẫ reach 1.16 above the baseline."""


def ticket_picture(content: TicketContent, paper_mm: int) -> Picture:
    """Return a ticket as dots for paper of 80 or 58 millimetres."""
    return draw(lay_out(content, paper_mm, text_width))


def text_width(text: str, face: Face, size: int) -> float:
    """Return how many dots wide a text is drawn."""
    return QFontMetricsF(_font(face, size)).horizontalAdvance(unicodedata.normalize("NFC", text))


def draw(layout: Layout) -> Picture:
    """Return the dots of a layout."""
    image = QImage(layout.width, layout.height, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    image.fill(WHITE)
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
            case Rule(top=top):
                painter.fillRect(0, top, layout.width, 2, Qt.GlobalColor.black)
    painter.end()
    return _picture(image)


def _draw_line(painter: QPainter, line: TextLine, width: int) -> None:
    ink = Qt.GlobalColor.black
    if line.inverted:
        painter.fillRect(0, line.top, width, line.height, Qt.GlobalColor.black)
        ink = Qt.GlobalColor.white
    painter.setPen(ink)
    painter.setFont(_font(line.face, line.size))
    left = (width - text_width(line.text, line.face, line.size)) / 2
    baseline = line.top + round(line.size * BASELINE)
    painter.drawText(QPointF(left, baseline), unicodedata.normalize("NFC", line.text))


def _draw_number(painter: QPainter, number: Number, width: int) -> None:
    font = _font(Face.NUMBER, 100)
    size = round(100 * number.height / QFontMetricsF(font).capHeight())
    font = _font(Face.NUMBER, size)
    ink = QFontMetricsF(font).tightBoundingRect(number.text)
    squeeze = min(1.0, number.width / ink.width())
    painter.save()
    painter.translate(width / 2, number.top + number.height)
    painter.scale(squeeze, 1.0)
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(font)
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
            QFontDatabase.addApplicationFont(str(entry))


def _picture(image: QImage) -> Picture:
    stride, row_bytes = image.bytesPerLine(), image.width() // 8
    data = bytes(image.constBits())
    rows = b"".join(data[y * stride : y * stride + row_bytes] for y in range(image.height()))
    return Picture(image.width(), image.height(), rows)
