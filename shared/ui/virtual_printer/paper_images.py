"""The printer's paper as QML images: ``image://paper/slip/3``, ``image://paper/strip/1204``."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

from shared.printing.picture import Picture

PAPER, INK = QColor("#FFFFFF"), QColor("#1B1B1B")


class PaperImages(QQuickImageProvider):
    """Pictures by name; one that is not there any more is a blank dot."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, Picture] = {}

    def keep(self, name: str, picture: Picture) -> None:
        """Let a picture be asked for."""
        self._pictures[name] = picture

    def forget(self, name: str) -> None:
        """Drop a picture."""
        self._pictures.pop(name, None)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        """Return a picture as black on white paper."""
        picture = self._pictures.get(id)
        if picture is None or not picture.height:
            blank = QImage(1, 1, QImage.Format.Format_RGB32)
            blank.fill(PAPER)
            return blank
        image = QImage(
            picture.rows,
            picture.width,
            picture.height,
            picture.row_bytes,
            QImage.Format.Format_Mono,
        )
        image.setColorTable([PAPER.rgb(), INK.rgb()])
        return image.convertToFormat(QImage.Format.Format_RGB32)
