"""The board as people see it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from display_board.app import MAIN_QML
from display_board.controllers.board import BoardController
from shared.domain.commands import ConfirmShown
from shared.domain.hall import CounterState
from shared.protocol.messages import Announce
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Announcement, BoardNow, CallLine, CounterNow, FieldWaiting
from tests.fakes.halls import MONDAY_8_AM, ONE, THREE, TWO, small_plan
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def screen(link: FakeLink, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    controller = BoardController(link, "board-1", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        screen.window.frameSwapped.connect(controller.painted)
        link.connect_to_hall()
        link.tell(now())
        yield screen


def now() -> BoardNow:
    fields = small_plan().fields
    return BoardNow(
        day="2026-11-23",
        counters=(
            CounterNow(ONE, CounterState.OPEN, "A001", serving=True),
            CounterNow(TWO, CounterState.PAUSED),
            CounterNow(THREE, CounterState.CLOSED),
        ),
        last_calls=(CallLine(1, "A001", ONE, MONDAY_8_AM),),
        waiting=tuple(FieldWaiting(field, 7) for field in fields),
    )


def calls(*numbers: int) -> Announce:
    return Announce(
        tuple(Announcement("2026-11-23", n, f"A{n:03d}", ONE, "1", MONDAY_8_AM, 1) for n in numbers)
    )


def test_the_counters_show_who_is_where(screen: Screen) -> None:
    screen.item("counter-1")
    texts = screen.texts()
    assert {"A001", "Tạm dừng", "Chưa mở", "Đang chờ", "7"} <= set(texts)


def test_a_call_is_large_and_confirmed_once_painted(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    link.hear(calls(5))
    screen.item("call-A005")
    qtbot.waitUntil(lambda: link.sent == [ConfirmShown(call=5)])


def test_ten_calls_in_one_second_are_all_shown(screen: Screen, link: FakeLink) -> None:
    link.hear(calls(*range(1, 11)))
    for number in ("A001", "A002", "A003"):
        screen.item(f"call-{number}")


def test_what_is_old_is_stamped(screen: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    assert screen.text("stamp").startswith("Mất kết nối")
    assert "A001" in screen.texts()


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_nothing_is_cut(screen: Screen, link: FakeLink, size: tuple[int, int]) -> None:
    link.hear(calls(1, 2, 3))
    screen.size(*size)
    screen.check_layout()


def test_the_number_of_a_counter_is_read_from_fifteen_metres(screen: Screen) -> None:
    """Capitals 118 pixels high on 1080 lines; Inter's are 0.727 of the size."""
    number = next(
        item for item in screen.descendants("counter-1") if item.property("text") == "A001"
    )
    assert number.property("font").pixelSize() * 0.727 >= 117
