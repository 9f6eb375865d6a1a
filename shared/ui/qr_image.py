"""QR codes as QML images: ``image://qr/MOTCUA:ABC…`` is drawn dot by dot, crisp at any size."""

from urllib.parse import unquote

import segno
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_MODULES = 2


class QrImages(QQuickImageProvider):
    """Makes QR images on demand; one pixel a module, to be scaled without smoothing."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """Return the QR code of a text, error correction M."""
        rows = segno.make(unquote(id), error="m", micro=False).matrix_iter(border=QUIET_MODULES)
        matrix = [list(row) for row in rows]
        image = QImage(len(matrix), len(matrix), QImage.Format.Format_RGB32)
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                image.setPixel(x, y, 0xFF000000 if dark else 0xFFFFFFFF)
        return image
