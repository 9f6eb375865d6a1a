"""QR codes for the screen: the modules that segno makes, a pixel each."""

import segno
from PySide6.QtCore import QSize

from shared.ui.qr_image import QUIET_MODULES, QrImages

TEXT = "MOTCUA:K5QXE4TFNRSXEZLT"


def test_every_module_is_a_pixel() -> None:
    image = QrImages().requestImage(TEXT, QSize(), QSize())
    matrix = [list(row) for row in segno.make(TEXT, error="m", micro=False).matrix]
    side = len(matrix)
    assert image.width() == image.height() == side + 2 * QUIET_MODULES
    seen = [
        [image.pixel(x + QUIET_MODULES, y + QUIET_MODULES) & 0xFFFFFF for x in range(side)]
        for y in range(side)
    ]
    assert seen == [[0x000000 if dark else 0xFFFFFF for dark in row] for row in matrix]


def test_the_margin_is_white() -> None:
    image = QrImages().requestImage(TEXT, QSize(), QSize())
    edges = {image.pixel(at, 0) for at in range(image.width())}
    assert edges == {0xFFFFFFFF}


def test_addresses_are_unquoted() -> None:
    quoted = QrImages().requestImage("MOTCUA%3AK5QXE4TFNRSXEZLT", QSize(), QSize())
    assert quoted == QrImages().requestImage(TEXT, QSize(), QSize())
