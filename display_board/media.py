"""The hall's own pictures and videos on the board, one after the other, without sound.

Painted by us, because QML's video output stays blank on the software renderer. A file that
cannot be shown is logged and passed over.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

log = logging.getLogger(__name__)

PICTURE_MS = 12_000
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".svg"})


class MediaShow(QQuickPaintedItem):
    """Fills the item it is put into; shows nothing while there are no files."""

    def __init__(self, place: QQuickItem) -> None:
        super().__init__(place)
        self._place = place
        self._files: list[Path] = []
        self._at = -1
        self._image = QImage()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show_next)
        self._player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(lambda frame: self._paint_image(frame.toImage()))
        self._player.mediaStatusChanged.connect(lambda status: self._status_changed())
        self._player.errorOccurred.connect(lambda error, text: self._failed(text))
        place.widthChanged.connect(self._fill)
        place.heightChanged.connect(self._fill)
        self._fill()

    def set_files(self, files: list[str]) -> None:
        """Show these files in turn, from the first on."""
        paths = [Path(file) for file in files]
        if paths != self._files:
            self._files, self._at = paths, -1
            self.show_next()

    def show_next(self) -> None:
        """Turn to the next file."""
        self._timer.stop()
        self._player.stop()
        if not self._files:
            self._paint_image(QImage())
            return
        self._at = (self._at + 1) % len(self._files)
        file = self._files[self._at]
        if file.suffix.lower() in PICTURES:
            self._show_picture(file)
        else:
            self._player.setSource(QUrl.fromLocalFile(str(file.resolve())))
            self._player.play()

    def paint(self, painter: QPainter) -> None:
        """Draw the picture or frame, whole and in its own shape."""
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)

    def _show_picture(self, file: Path) -> None:
        image = QImage(str(file))
        if image.isNull():
            log.warning("%s is no picture that can be shown", file)
        self._paint_image(image)
        self._timer.start(PICTURE_MS)

    def _paint_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _status_changed(self) -> None:
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            self._timer.start(0)

    def _failed(self, text: str) -> None:
        log.warning("%s cannot be shown: %s", self._files[self._at], text)
        self._timer.start(PICTURE_MS)

    def _fill(self) -> None:
        self.setSize(self._place.size())
