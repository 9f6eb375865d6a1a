"""The components by real clicks and keys: one control after the other, named and framed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.qml.gallery import GALLERY_QML, LONG, GalleryModel
from tests.qml.screens import Screen, shown

TAB_ORDER = [
    "tile-civil", "tile-land", "tile-long", "tile-shut",
    "button-primary", "button-secondary", "button-quiet", "button-danger", "button-shortcut",
    "language-vi", "language-en", "entry",
]  # fmt: skip
TOUCHED = [name for name in TAB_ORDER if name != "entry"]
SIZES = [(1920, 1080), (3840, 2160), (1280, 720), (960, 1080)]


@pytest.fixture
def model() -> GalleryModel:
    return GalleryModel()


@pytest.fixture
def screen(model: GalleryModel, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    with shown(GALLERY_QML, model, qtbot) as screen:
        yield screen


def focused(screen: Screen) -> str:
    item = screen.window.activeFocusItem()
    return item.objectName() if item is not None else ""


def ring_shown(screen: Screen, name: str) -> bool:
    rings = [item for item in screen.descendants(name) if item.property("target") is not None]
    assert len(rings) == 1
    return rings[0].isVisible()


@pytest.mark.parametrize("name", [name for name in TOUCHED if not name.startswith("language")])
def test_a_click_presses(screen: Screen, model: GalleryModel, name: str) -> None:
    screen.press(name)
    assert model.pressed == [name]


def test_what_is_off_cannot_be_pressed(screen: Screen, model: GalleryModel) -> None:
    screen.press("button-off")
    screen.item("button-off").forceActiveFocus()
    screen.key(Qt.Key.Key_Space)
    assert model.pressed == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["tile-civil", "button-primary"])
def test_keys_press_what_has_the_focus(
    screen: Screen, model: GalleryModel, name: str, key: Qt.Key
) -> None:
    screen.item(name).forceActiveFocus()
    screen.key(key)
    assert model.pressed == [name]


def test_tab_walks_every_control_once_and_shows_where_it_is(screen: Screen) -> None:
    visited = []
    for _ in TAB_ORDER:
        screen.key(Qt.Key.Key_Tab)
        visited.append(focused(screen))
        if visited[-1] in TOUCHED:
            assert ring_shown(screen, visited[-1])
            assert [name for name in TOUCHED if ring_shown(screen, name)] == [visited[-1]]
    assert visited == TAB_ORDER


@pytest.mark.parametrize("name", [name for name in TOUCHED if name != "button-shortcut"])
def test_fingers_find_every_control(screen: Screen, name: str) -> None:
    item = screen.item(name)
    assert item.height() >= 96
    assert item.width() >= 96


def checked_languages(screen: Screen) -> list[str]:
    """Return the languages that a screen reader would call chosen."""
    QAccessible.setActive(True)
    names = ("language-vi", "language-en")
    states = [QAccessible.queryAccessibleInterface(screen.item(name)).state() for name in names]
    assert all(state.checkable for state in states)
    return [name for name, state in zip(names, states, strict=True) if state.checked]


def test_the_chosen_language_says_so(screen: Screen, qtbot: QtBot) -> None:
    assert checked_languages(screen) == ["language-vi"]
    screen.press("language-en")
    qtbot.waitUntil(lambda: checked_languages(screen) == ["language-en"])


def test_choosing_what_is_chosen_does_not_unchoose_it(screen: Screen) -> None:
    screen.press("language-vi")
    assert checked_languages(screen) == ["language-vi"]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        screen.key(key)
        assert checked_languages(screen) == ["language-vi"]


def test_an_entry_hands_over_what_was_typed(screen: Screen, model: GalleryModel) -> None:
    screen.press("entry")
    screen.type("H01.2026")
    screen.key(Qt.Key.Key_Return)
    assert model.pressed == ["entry:H01.2026"]


def test_a_banner_without_words_takes_no_place(
    screen: Screen, model: GalleryModel, qtbot: QtBot
) -> None:
    assert screen.item("banner").height() > 0
    model.say(banner="")
    screen.gone("banner")


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("tile-civil", "Hộ tịch, chứng thực, 12, đang chờ"),
        ("tile-shut", "Bảo hiểm xã hội, Đang giờ nghỉ. Tiếp nhận lại lúc 13:30."),
        ("tile-long", f"{LONG}, 128, đang chờ"),
        ("button-shortcut", "Bắt đầu phục vụ"),
        ("entry", "Mã hồ sơ, cách nhau bằng dấu cách"),
        ("number", "A012"),
    ],
)
def test_screen_readers_hear_all_of_it(screen: Screen, name: str, spoken: str) -> None:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(screen.item(name))
    assert interface.text(QAccessible.Text.Name) == spoken


def test_digits_are_all_of_one_width(screen: Screen, model: GalleryModel, qtbot: QtBot) -> None:
    widths = set()
    for number in ("A111", "A000", "A847"):
        model.say(number=number)
        screen.shows("number", number)
        widths.add(screen.item("number").property("implicitWidth"))
    assert len(widths) == 1


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_at_any_size(
    screen: Screen, model: GalleryModel, size: tuple[int, int], qtbot: QtBot
) -> None:
    model.say(hall=f"{LONG} {LONG}", unit=f"{LONG} {LONG}", caption=LONG, long=LONG)
    screen.shows("button-shortcut", LONG)
    screen.size(*size)
    screen.check_layout()
    assert screen.unnamed_controls() == []


@pytest.mark.parametrize(("size", "unit"), [((1920, 1080), 1.0), ((3840, 2160), 2.0)])
def test_everything_grows_with_the_window(
    screen: Screen, size: tuple[int, int], unit: float
) -> None:
    screen.size(*size)
    assert screen.window.property("u") == unit
    assert screen.item("button-primary").height() == 96 * unit
