"""Where is my number? By real touches, keys and scans."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from shared.domain.hall import TicketState
from shared.domain.ids import SeriesId
from shared.domain.plan import Series
from shared.protocol.messages import Answer, FindTicket, TicketPlace
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Setup
from shared.ui.rehearsal import centre_of
from tests.fakes.halls import BIRTH, MONDAY_8_AM, ONE, TWO, small_devices, small_plan
from tests.fakes.link import FakeLink
from tests.fakes.speech import FakeSpeech
from tests.qml.screens import Screen

FINGER = 96
"""Pixels at 1080 lines: 24 mm on a panel of 21 inches."""


@pytest.fixture
def page(screen: Screen) -> Screen:
    screen.press("attract")
    screen.press("door-my_ticket")
    screen.item("key-A")
    return screen


def place(state: TicketState, ahead: int = 0) -> TicketPlace:
    return TicketPlace("A001", state, BIRTH, ahead, ONE, (ONE, TWO), MONDAY_8_AM)


def ask(page: Screen) -> None:
    for key in "A001":
        page.press(f"key-{key}")
    page.press("look-up")


def answer(link: FakeLink, where: TicketPlace | None) -> None:
    link.hear(Answer(id=f"request-{len(link.sent)}", place=where))


def test_a_typed_number_is_looked_up(page: Screen, link: FakeLink) -> None:
    ask(page)
    assert link.sent == [FindTicket(number="A001")]
    answer(link, place(TicketState.WAITING, ahead=3))
    page.shows("place-headline", "Còn 3 người trước ông/bà")
    assert not any("Khai sinh" in text for text in page.texts()), "no procedure in public"
    assert {"A001", "Tư pháp", "Quầy 1, 2"} <= set(page.texts())


def test_keys_and_the_answer_are_read_aloud(
    page: Screen, link: FakeLink, speech: FakeSpeech
) -> None:
    page.press("comfort-speech")
    speech.find("vi")
    speech.said.clear()
    ask(page)
    assert speech.said[:4] == ["A", "0", "0", "1"]
    answer(link, place(TicketState.WAITING, ahead=3))
    page.waits_until(lambda: speech.said[-1] == "A001. Còn 3 người trước ông/bà")


def test_a_real_keyboard_will_do(page: Screen, link: FakeLink) -> None:
    page.type("a001")
    page.shows("typed", "A001")
    page.key(Qt.Key.Key_Backspace)
    page.shows("typed", "A00")
    page.item("look-up").forceActiveFocus()
    page.key(Qt.Key.Key_Space)
    assert link.sent == [FindTicket(number="A00")]


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
    page: Screen, link: FakeLink, state: TicketState, words: str
) -> None:
    ask(page)
    answer(link, place(state))
    page.shows("place-headline", words)


def test_an_unknown_number_is_said_plainly(page: Screen, link: FakeLink) -> None:
    ask(page)
    answer(link, None)
    assert page.text("place-headline").startswith("Hôm nay không có số này")


def test_no_answer_is_said(page: Screen, link: FakeLink) -> None:
    ask(page)
    link.expired.emit("request-1")
    assert page.text("place-headline").startswith("Chưa tra cứu được")


def test_leaving_forgets_what_was_asked(page: Screen, link: FakeLink) -> None:
    ask(page)
    answer(link, place(TicketState.WAITING, ahead=3))
    page.press("back")
    page.press("door-my_ticket")
    page.shows("typed", "")
    page.gone("place-headline")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("letters", ["AB", "ABCDEFGHKLT", "ABCDEFGHIJKLMNOP"])
def test_letters_stand_in_even_rows_of_keys_for_fingers(
    page: Screen, link: FakeLink, size: tuple[int, int], letters: str
) -> None:
    series = {SeriesId(each): Series(SeriesId(each), each, 1, 999) for each in letters}
    link.tell(Setup(plan=replace(small_plan(), series=series), devices=small_devices()))
    page.size(*size)
    keys = [page.item(f"key-{each}") for each in letters]
    rows = Counter(centre_of(key).y() for key in keys)
    assert max(rows.values()) - min(rows.values()) <= 1
    assert all(key.width() >= FINGER and key.height() >= FINGER for key in keys)
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    page.item("banner")
    digits = [page.item(f"key-{digit}") for digit in range(10)]
    assert all(key.width() >= FINGER and key.height() >= FINGER for key in digits)
    page.check_layout()
    assert page.overlaps() == []
