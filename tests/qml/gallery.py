"""The gallery's model, with real words of real length; ``python -m tests.qml.gallery FILE``.

Run so it paints the gallery to a PNG, to be looked at.
"""

import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot
from PySide6.QtQuick import QQuickWindow

from shared.ui.application import load_screen, make_application
from shared.ui.shown import Shown

GALLERY_QML = Path(__file__).with_name("gallery.qml")

LONG = "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi"
WORDS = {
    "unit": "Ủy ban nhân dân phường Thượng Nghĩa Đông",
    "hall": "Trung tâm Phục vụ hành chính công phường Thượng Nghĩa Đông",
    "time": "07:45",
    "waiting": "đang chờ",
    "primary": "Lấy số",
    "secondary": "Quay lại",
    "quiet": "Bỏ qua",
    "danger": "Hủy số",
    "off": "Chưa mở",
    "long": "Bắt đầu phục vụ",
    "banner": "Mất kết nối 0:42. Đang kết nối lại…",
    "number": "A012",
    "body": LONG,
    "caption": "Mã hồ sơ, cách nhau bằng dấu cách",
}
TILES = [
    {"id": "civil", "name": "Hộ tịch, chứng thực", "subtitle": "", "waiting": "12", "shut": False},
    {"id": "land", "name": "Đất đai, xây dựng", "subtitle": "", "waiting": "3", "shut": False},
    {"id": "long", "name": LONG, "subtitle": "", "waiting": "128", "shut": False},
    {
        "id": "shut",
        "name": "Bảo hiểm xã hội",
        "subtitle": "Đang giờ nghỉ. Tiếp nhận lại lúc 13:30.",
        "waiting": "",
        "shut": True,
    },
]


class GalleryModel(QObject):
    """Stands where a controller stands, and remembers what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self._values: dict[str, Any] = {
            "words": WORDS,
            "tiles": TILES,
            "language": "vi",
            "languages": [{"code": "vi", "name": "Tiếng Việt"}, {"code": "en", "name": "English"}],
        }
        self._shown = Shown(lambda: dict(self._values), self)

    @Slot(str)
    def press(self, name: str) -> None:
        self.pressed.append(name)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._values["language"] = code
        self._shown.refresh()

    def say(self, **words: str) -> None:
        """Show other words."""
        self._values["words"] = self._values["words"] | words
        self._shown.refresh()

    def _get_shown(self) -> QObject:
        return self._shown

    shown = Property(QObject, _get_shown, constant=True)


def main() -> int:
    """Paint the gallery."""
    make_application("gallery")
    model = GalleryModel()
    engine = load_screen(GALLERY_QML, {"screenModel": model})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    QCoreApplication.processEvents()
    saved = window.grabWindow().save(sys.argv[1])
    del window, engine
    return 0 if saved else 1


if __name__ == "__main__":
    sys.exit(main())
