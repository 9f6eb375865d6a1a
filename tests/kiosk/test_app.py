"""The kiosk as people use it: where is my number?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.app import MAIN_QML
from kiosk.controllers.my_ticket import MyTicketController
from shared.domain.hall import TicketState
from shared.domain.ids import SeriesId
from shared.domain.plan import Series
from shared.protocol.messages import Answer, FindTicket, TicketPlace
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import KioskNow, Setup
from shared.ui.rehearsal import centre_of
from tests.fakes.halls import BIRTH, MONDAY_8_AM, ONE, TWO, small_devices, small_plan
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown

FINGER = 96
"""Pixels at 1080 lines: 24 mm on a panel of 21 inches."""


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def screen(link: FakeLink, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    controller = MyTicketController(link, "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        link.connect_to_hall()
        link.tell(KioskNow(day="2026-11-23", waiting=7))
        screen.item("key-A")
        yield screen


def place(state: TicketState, ahead: int = 0) -> TicketPlace:
    return TicketPlace("A001", state, BIRTH, ahead, ONE, (ONE, TWO), MONDAY_8_AM)


def ask(screen: Screen) -> None:
    for key in "A001":
        screen.press(f"key-{key}")
    screen.press("look-up")


def answer(link: FakeLink, where: TicketPlace | None) -> None:
    link.hear(Answer(id=f"request-{len(link.sent)}", place=where))


def test_a_typed_number_is_looked_up(screen: Screen, link: FakeLink) -> None:
    ask(screen)
    assert link.sent == [FindTicket(number="A001")]
    answer(link, place(TicketState.WAITING, ahead=3))
    screen.shows("place-headline", "Còn 3 người trước ông/bà")
    assert not any("Khai sinh" in text for text in screen.texts()), "no procedure in public"
    assert {"A001", "Tư pháp", "Quầy 1, 2", "7 người đang chờ tại bộ phận một cửa"} <= set(
        screen.texts()
    )


def test_a_scanned_code_is_looked_up_without_a_touch(screen: Screen, link: FakeLink) -> None:
    screen.type("MOTCUA:K5QXE4TFNRSXEZLT")
    screen.key(Qt.Key.Key_Return)
    assert link.sent == [FindTicket(token="K5QXE4TFNRSXEZLT")]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (TicketState.WAITING, "Ông/bà là người tiếp theo"),
        (TicketState.CALLED, "Đang mời đến quầy 1"),
        (TicketState.SERVING, "Đang được phục vụ tại quầy 1"),
        (TicketState.MISSED, "Đã gọi nhưng vắng mặt. Xin đến quầy để được xếp lại."),
        (TicketState.FINISHED, "Đã phục vụ xong"),
    ],
)
def test_every_state_is_said_in_words(
    screen: Screen, link: FakeLink, state: TicketState, words: str
) -> None:
    ask(screen)
    answer(link, place(state))
    screen.shows("place-headline", words)


def test_an_unknown_number_is_said_plainly(screen: Screen, link: FakeLink) -> None:
    ask(screen)
    answer(link, None)
    assert screen.text("place-headline").startswith("Hôm nay không có số này")


def test_without_the_hub_it_says_so(screen: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    assert screen.text("banner").startswith("Mất kết nối")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("letters", ["AB", "ABCDEFGHKLT", "ABCDEFGHIJKLMNOP"])
def test_letters_stand_in_even_rows_of_keys_for_fingers(
    screen: Screen, link: FakeLink, size: tuple[int, int], letters: str
) -> None:
    series = {SeriesId(each): Series(SeriesId(each), each, 1, 999) for each in letters}
    link.tell(Setup(plan=replace(small_plan(), series=series), devices=small_devices()))
    screen.size(*size)
    keys = [screen.item(f"key-{each}") for each in letters]
    rows = Counter(centre_of(key).y() for key in keys)
    assert max(rows.values()) - min(rows.values()) <= 1
    assert all(key.width() >= FINGER and key.height() >= FINGER for key in keys)
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    screen.item("banner")
    digits = [screen.item(f"key-{digit}") for digit in range(10)]
    assert all(key.width() >= FINGER and key.height() >= FINGER for key in digits)
    screen.check_layout()
    assert screen.overlaps() == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_or_nameless(
    screen: Screen, link: FakeLink, size: tuple[int, int], language: str
) -> None:
    screen.press(f"language-{language}")
    ask(screen)
    answer(link, place(TicketState.MISSED))
    screen.size(*size)
    screen.check_layout()
    assert screen.overlaps() == []
    assert screen.unnamed_controls() == []
