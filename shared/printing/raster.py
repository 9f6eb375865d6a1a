"""Draws a layout to dots with Qt: no smoothing, no dithering, the house's typefaces.

The only module here that knows Qt. Any thread may draw; they take turns, as Qt's fonts are
shared.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QImage, QPainter

from shared.domain.devices import TicketPlan
from shared.printing.layout import (
    NUMBER_MARKS_DOTS,
    Bar,
    Box,
    Face,
    Layout,
    Mark,
    Measure,
    Number,
    QrCode,
    TextLine,
    lay_out,
)
from shared.printing.picture import Paper, Picture
from shared.printing.sheets import Sheet, lay_out_sheet
from shared.printing.ticket_words import TicketContent

log = logging.getLogger(__name__)

WHITE, BLACK = 0xFFFFFFFF, 0xFF000000
BOX_LINE_DOTS = 3
REMEMBERED_WIDTHS = 8192
"""The same words stand on every ticket, and fitting them asks for the same widths again."""


_turn = threading.RLock()


def drawing_application() -> QGuiApplication:
    """Return what Qt's fonts need to be there, for programs without windows; keep it alive."""
    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    return app


def ticket_picture(
    content: TicketContent, paper: Paper, ticket: TicketPlan = TicketPlan()
) -> Picture:
    """Return a ticket as dots."""
    logo = logo_picture(ticket.logo) if ticket.logo else None
    return drawn(lambda measure: lay_out(content, paper, measure, ticket, logo))


def sheet_picture(sheet: Sheet, paper: Paper) -> Picture:
    """Return a slip that is no ticket as dots."""
    return drawn(lambda measure: lay_out_sheet(sheet, paper, measure))


def drawn(laid_out: Callable[[Measure], Layout]) -> Picture:
    """Return the dots of what is laid out with this module's measure."""
    with _turn:
        return draw(laid_out(text_width))


@cache
def logo_picture(file: str) -> Picture | None:
    """Return a picture file in black and white; None, and a line in the log, if it is none."""
    image = QImage(file)
    if image.isNull():
        log.error("%s is no picture; tickets are printed without it", file)
        return None
    paper = QImage(-(-image.width() // 16) * 16, image.height(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage((paper.width() - image.width()) // 2, 0, image)
    painter.end()
    threshold = Qt.ImageConversionFlag.ThresholdDither
    return _picture(paper.convertToFormat(QImage.Format.Format_Mono, [WHITE, BLACK], threshold))


@lru_cache(REMEMBERED_WIDTHS)
def text_width(text: str, face: Face, size: int) -> float:
    """Return how many dots wide a text is drawn."""
    return _metrics(face, size).horizontalAdvance(text)


def draw(layout: Layout) -> Picture:
    """Return the dots of a layout."""
    image = _white(layout.width, layout.height)
    painter = _painter(image)
    for placed in layout.placed:
        match placed:
            case TextLine():
                _draw_line(painter, placed, layout.width)
            case Number(coarse=True):
                _draw_coarse_number(painter, placed, layout.width)
            case Number():
                _draw_number(painter, placed, layout.width)
            case QrCode():
                _draw_qr(painter, placed)
            case Bar(top=top, height=height):
                painter.fillRect(0, top, layout.width, height, Qt.GlobalColor.black)
            case Box():
                _draw_box(painter, placed)
            case Mark(picture=picture, top=top):
                painter.drawImage((layout.width - picture.width) // 2, top, _image(picture))
    painter.end()
    return _picture(image)


def _white(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_Mono)
    image.setColorTable([WHITE, BLACK])
    image.fill(0)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)
    return painter


def _draw_line(painter: QPainter, line: TextLine, width: int) -> None:
    painter.setPen(Qt.GlobalColor.white if line.inverted else Qt.GlobalColor.black)
    painter.setFont(_font(line.face, line.size))
    centred = round((width - text_width(line.text, line.face, line.size)) / 2)
    left = centred if line.left is None else line.left
    painter.drawText(QPointF(left, line.baseline), line.text)


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


def _draw_coarse_number(painter: QPainter, number: Number, width: int) -> None:
    """Draw the number half as large and double every dot."""
    above, below = NUMBER_MARKS_DOTS, NUMBER_MARKS_DOTS // 2
    half = _white(width // 2, (above + number.height + below) // 2)
    small = _painter(half)
    _draw_number(
        small,
        replace(number, top=above // 2, height=number.height // 2, width=number.width // 2),
        width // 2,
    )
    small.end()
    painter.drawImage(0, number.top - above, half.scaled(half.width() * 2, half.height() * 2))


def _draw_box(painter: QPainter, box: Box) -> None:
    painter.fillRect(box.left, box.top, box.side, box.side, Qt.GlobalColor.black)
    inner = box.side - 2 * BOX_LINE_DOTS
    left, top = box.left + BOX_LINE_DOTS, box.top + BOX_LINE_DOTS
    painter.fillRect(left, top, inner, inner, Qt.GlobalColor.white)


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


def _image(picture: Picture) -> QImage:
    size = (picture.width, picture.height, picture.row_bytes)
    image = QImage(picture.rows, *size, QImage.Format.Format_Mono)
    image.setColorTable([WHITE, BLACK])
    return image


def _picture(image: QImage) -> Picture:
    stride, row_bytes = image.bytesPerLine(), image.width() // 8
    data = bytes(image.constBits())
    rows = b"".join(data[y * stride : y * stride + row_bytes] for y in range(image.height()))
    return Picture(image.width(), image.height(), rows)
