"""The gallery's model and app, with real words of real length.

To look at it: ``echo '["picture", "FILE.png"]' | python -m tests.qml.gallery --rehearse``.
"""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQuick import QQuickWindow

from shared.ui import application
from shared.ui.rehearsal import Rehearsal
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
        if not name.startswith(("tile-", "button-", "entry:")):
            raise LookupError(name)
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
    """Run the gallery, or another screen of the same model."""
    parser = application.arguments("gallery", "Every component of the house.")
    parser.add_argument("--qml", type=Path, default=GALLERY_QML)
    options = parser.parse_args()
    app = application.make_application("gallery")
    model = GalleryModel()
    engine = application.load_screen(options.qml, {"screenModel": model})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    application.show(window, options.size, options.fullscreen, options.screen)
    rehearsal = Rehearsal([window]) if options.rehearse else None

    def clean_up() -> None:
        nonlocal engine, rehearsal
        rehearsal = None
        del engine

    return application.run(app, clean_up)


if __name__ == "__main__":
    sys.exit(main())
