"""The board as people see it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlExpression, qmlContext
from pytestqt.qtbot import QtBot

from display_board import view_state
from display_board.app import MAIN_QML
from display_board.controllers.board import BoardController
from shared.config.loader import load_hall
from shared.domain.commands import ConfirmShown, ConfirmSpoken
from shared.domain.hall import CounterState
from shared.domain.ids import BoardId, CounterId
from shared.domain.plan import CounterPlan
from shared.protocol.messages import Announce
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import (
    Announcement,
    BoardNow,
    CallLine,
    CounterNow,
    DossierCount,
    FieldWaiting,
    Figures,
    Setup,
)
from shared.ui.rehearsal import items
from tests.fakes.halls import MONDAY_8_AM, ONE, THREE, TWO, small_devices, small_plan
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown

LARGE = Path(__file__).parents[2] / "deploy/halls/large.toml"


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def screen(
    request: pytest.FixtureRequest, link: FakeLink, qtbot: QtBot, fonts: None
) -> Iterator[Screen]:
    language = getattr(request, "param", "vi")
    controller = BoardController(link, "board-1", language)  # type: ignore[arg-type]  # a stand-in
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


def test_before_the_hub_is_found_only_the_search_is_said(
    link: FakeLink, qtbot: QtBot, fonts: None
) -> None:
    controller = BoardController(link, "board-9", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        screen.window.frameSwapped.connect(controller.painted)
        assert set(screen.texts()) == {"Đang kết nối với bộ phận một cửa…"}
        link.linkChanged.emit(LinkChanged(LinkState.SEARCHING, 0, "unknown_place"))
        screen.shows_somewhere(
            "board-9: Thiết bị chưa được khai báo. Xin báo cán bộ phụ trách máy."
        )
        link.hear(calls(5))
        screen.settle()
        assert link.sent == [], "nobody could see it"
        assert screen.window.title() == "Bảng gọi số"


def test_the_counters_show_who_is_where(screen: Screen) -> None:
    screen.item("counter-1")
    texts = screen.texts()
    assert {"A001", "Tạm dừng", "Chưa mở", "Đang chờ", "7"} <= set(texts)


def test_a_hall_with_nothing_above_it_has_its_date_alone(screen: Screen, link: FakeLink) -> None:
    screen.shows_somewhere("Ủy ban nhân dân  ·  Thứ Hai 23/11/2026")
    plan = replace(small_plan(), unit_above={"vi": ""})
    link.tell(Setup(plan=plan, devices=small_devices()))
    screen.shows_somewhere("Thứ Hai 23/11/2026")


def test_the_window_says_what_it_is_and_whose(screen: Screen) -> None:
    assert screen.window.title() == "Bảng gọi số – Bộ phận Một cửa"


def test_a_call_is_large_and_confirmed_once_painted(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    link.hear(calls(5))
    screen.item("call-A005")
    qtbot.waitUntil(lambda: link.sent == [ConfirmShown(call=5)])


def test_a_call_whose_confirmation_was_lost_is_confirmed_again_and_not_called_anew(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    spoken: list[int] = []
    controller = screen.window.property("screenModel")
    controller.called.connect(lambda call: spoken.append(call.call))
    link.hear(calls(5))
    qtbot.waitUntil(lambda: link.sent == [ConfirmShown(call=5)])
    link.hear(calls(5))
    assert link.sent == [ConfirmShown(call=5)] * 2
    controller.spoken(5)
    link.hear(calls(5))
    assert link.sent[3:] == [ConfirmShown(call=5), ConfirmSpoken(call=5)]
    assert spoken == [5]


def test_ten_calls_in_one_second_are_all_shown(screen: Screen, link: FakeLink) -> None:
    link.hear(calls(*range(1, 11)))
    for number in ("A001", "A002", "A003"):
        screen.item(f"call-{number}")


def test_what_is_old_is_stamped(screen: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    assert screen.text("stamp").startswith("Mất kết nối")
    assert "A001" in screen.texts()


@pytest.fixture
def lasting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cards stay while they are looked over, however slow this machine is."""
    monkeypatch.setattr(view_state, "CARD_MS", 3_600_000)


FIGURES = Figures(
    DossierCount(1280, 970, 12),
    DossierCount(28_500, 26_970, 1_012),
    tuple(f"H48.16.123-261103-{at:04d}" for at in range(7)),
    MONDAY_8_AM - 86_400_000,
)


@pytest.mark.usefixtures("lasting")
@pytest.mark.parametrize("counters", [1, 4, 5, 8, 10, 12, 16, 24])
@pytest.mark.parametrize(
    ("screen", "media"), [("vi", ()), ("en", ("nowhere.png",))], indirect=["screen"]
)
def test_whatever_the_number_of_counters_nothing_is_cut(
    screen: Screen, link: FakeLink, counters: int, media: tuple[str, ...]
) -> None:
    furnish(link, counters, media, FIGURES)
    look_over(screen, link)


@pytest.mark.usefixtures("lasting")
@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (1280, 720), (940, 518)])
@pytest.mark.parametrize("media", [(), ("nowhere.png",)])
@pytest.mark.parametrize("figures", [None, FIGURES])
def test_whatever_the_size_of_the_window_nothing_is_cut(
    screen: Screen,
    link: FakeLink,
    size: tuple[int, int],
    media: tuple[str, ...],
    figures: Figures | None,
) -> None:
    furnish(link, 4, media, figures)
    screen.size(*size)
    look_over(screen, link)


def furnish(link: FakeLink, counters: int, media: tuple[str, ...], figures: Figures | None) -> None:
    """Be the only board of a large hall with so many counters."""
    hall = load_hall(LARGE)
    ids = [CounterId(f"counter-{at}") for at in range(1, counters + 1)]
    plans = {id_: CounterPlan(id_, f"{at + 1}", {"vi": ""}, ()) for at, id_ in enumerate(ids)}
    board = replace(hall.devices.boards[BoardId("board-main")], id=BoardId("board-1"), media=media)
    devices = replace(hall.devices, boards={board.id: board})
    link.tell(Setup(plan=replace(hall.plan, counters=plans), devices=devices))
    states = [
        CounterNow(id_, CounterState.PAUSED)
        if at % 3
        else CounterNow(id_, CounterState.OPEN, "AF012")
        for at, id_ in enumerate(ids)
    ]
    tops = [field.id for field in hall.plan.fields.values() if field.parent is None]
    link.tell(
        BoardNow(
            "2026-11-23",
            tuple(states),
            tuple(CallLine(at, f"AF{at:03d}", ids[0], MONDAY_8_AM) for at in range(8)),
            tuple(FieldWaiting(field, 128) for field in tops),
            figures,
        )
    )


def look_over(screen: Screen, link: FakeLink) -> None:
    """Check the board with no call, with one, two and three, each also with the stamp on it."""
    first = CounterId("counter-1")
    for count in range(4):
        if count:
            call = Announcement("2026-11-23", 10 + count, "AF012", first, "12", 0, 1)
            link.hear(Announce((call,)))
        screen.settle()
        cards = [item for item in items(screen.window) if item.objectName() == "call-AF012"]
        assert len(cards) == count
        for state in (LinkState.LOST, LinkState.CONNECTED):
            link.linkChanged.emit(LinkChanged(state, 0))
            screen.check_layout()
            assert not truncated(screen), "a word or number ended in dots"


def truncated(screen: Screen) -> list[str]:
    return [str(i.property("text")) for i in items(screen.window) if i.property("truncated")]


def test_fields_that_have_no_room_come_in_turn(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    hall = load_hall(LARGE)
    board = replace(hall.devices.boards[BoardId("board-main")], id=BoardId("board-1"))
    link.tell(Setup(plan=hall.plan, devices=replace(hall.devices, boards={board.id: board})))
    tops = [field for field in hall.plan.fields.values() if field.parent is None]
    waiting = tuple(FieldWaiting(field.id, 7) for field in tops)
    link.tell(BoardNow("2026-11-23", (), (), waiting))
    screen.shows_somewhere(tops[0].short_names["vi"])
    assert tops[-1].short_names["vi"] not in screen.texts()
    panel = screen.item("waiting-list")
    panel.setProperty("page", int(panel.property("pages")) - 1)
    assert tops[-1].short_names["vi"] in screen.texts()


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_nothing_is_cut(screen: Screen, link: FakeLink, size: tuple[int, int]) -> None:
    link.hear(calls(1, 2, 3))
    screen.size(*size)
    screen.check_layout()


def test_the_number_of_a_counter_is_read_from_fifteen_metres(screen: Screen) -> None:
    """Capitals 118 pixels high on 1080 lines; Inter's are 0.727 of the size."""
    counter = screen.descendants("counter-1")
    number = next(item for item in counter if item.property("text") == "A001")
    context = qmlContext(number)
    assert context is not None
    size, _ = QQmlExpression(context, number, "fontInfo.pixelSize").evaluate()
    assert size * 0.727 >= 117
