"""The printer's paper as images: the same dots, and a blank when there is none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from shared.printing.picture import Picture
from shared.ui.virtual_printer.paper_images import INK, PAPER, PaperImages


def image(images: PaperImages, name: str) -> QImage:
    return images.requestImage(name, QSize(), QSize())


def test_dots_are_ink_on_paper() -> None:
    images = PaperImages()
    images.keep("slip/1", Picture(24, 2, b"\x80\x00\x01\x00\x10\x00"))
    shown = image(images, "slip/1")
    black = [
        (x, y) for y in range(shown.height()) for x in range(24) if shown.pixelColor(x, y) == INK
    ]
    assert black == [(0, 0), (23, 0), (11, 1)]
    assert shown.pixelColor(1, 0) == PAPER


def test_what_is_not_there_is_a_blank() -> None:
    images = PaperImages()
    images.keep("slip/1", Picture(8, 1, b"\xff"))
    images.keep("slip/2", Picture(8, 0, b""))
    images.forget("slip/1")
    images.forget("slip/9")
    for name in ("slip/1", "slip/2"):
        assert image(images, name).size() == QSize(1, 1)
        assert image(images, name).pixelColor(0, 0) == PAPER
