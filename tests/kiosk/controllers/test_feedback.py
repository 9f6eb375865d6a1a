"""A message to the head of the hall: by real touches on the on-screen keyboard."""

import pytest
from PySide6.QtCore import Qt

from shared.domain.errors import TooManyMessages
from shared.protocol.messages import FeedbackTaken, GiveFeedback
from shared.ui.rehearsal import centre_of
from tests.fakes.link import FakeLink
from tests.fakes.speech import FakeSpeech
from tests.qml.screens import Screen


@pytest.fixture
def page(screen: Screen) -> Screen:
    screen.press("attract")
    screen.press("door-feedback")
    screen.item("reason-slow")
    return screen


def touch_keys(page: Screen, *keys: str) -> None:
    for key in keys:
        page.press(f"key-{key}")


def test_a_message_is_chosen_written_sent_and_receipted(page: Screen, link: FakeLink) -> None:
    page.press("reason-slow")
    page.item("key-q")
    touch_keys(page, "shift", "c", "h", "ơ", "grave", "space", "l", "a", "a", "u")
    page.shows("typed", "Chờ lâu")
    page.press("send")
    assert link.sent == [GiveFeedback(reason="slow", text="Chờ lâu", language="vi")]
    page.shows("send", "Đang gửi…")
    link.done(FeedbackTaken(code="PA261123-001"))
    page.shows("code", "PA261123-001")
    page.press("back")
    page.press("door-feedback")
    page.press("reason-slow")
    page.shows("typed", "")


def test_keys_and_the_receipt_are_read_aloud(
    page: Screen, link: FakeLink, speech: FakeSpeech
) -> None:
    page.press("comfort-speech")
    speech.find("vi")
    page.press("reason-slow")
    page.item("key-q")
    speech.said.clear()
    touch_keys(page, "c", "h", "ơ", "grave", "space", "erase")
    assert speech.said == ["c", "h", "ơ", "chờ", "Dấu cách", "Xóa"]
    page.press("send")
    link.done(FeedbackTaken(code="PA261123-001"))
    page.waits_until(lambda: speech.said[-1].endswith("PA261123-001"))


def test_a_real_keyboard_writes_too(page: Screen, link: FakeLink) -> None:
    page.press("reason-")
    page.item("key-q")
    page.type("Carm own")
    page.key(Qt.Key.Key_Backspace)
    page.type("n!")
    page.shows("typed", "Cảm ơn!")


def test_in_english_keys_stand_for_themselves(page: Screen) -> None:
    page.press("language-en")
    page.press("reason-")
    page.item("key-q")
    page.type("fees were too high")
    page.shows("typed", "fees were too high")
    touch_keys(page, "space", "c", "a", "hook", "m")
    page.shows("typed", "fees were too high cảm")


def test_the_arrows_walk_over_the_keys(page: Screen) -> None:
    page.press("reason-")
    page.item("key-1").forceActiveFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        page.key(key)
    assert page.focused() == "key-a"
    page.key(Qt.Key.Key_Return)
    page.shows("typed", "a")
    for _ in range(3):
        page.key(Qt.Key.Key_Down)
    assert page.focused() == "key-acute"
    page.key(Qt.Key.Key_Space)
    page.shows("typed", "á")
    for _ in range(6):
        page.key(Qt.Key.Key_Right)
    assert page.focused() == "key-done"
    page.key(Qt.Key.Key_Up)
    page.key(Qt.Key.Key_Up)
    page.key(Qt.Key.Key_Up)
    assert page.focused() == "key-l"


def test_a_refusal_keeps_what_was_written(page: Screen, link: FakeLink) -> None:
    page.press("reason-slow")
    touch_keys(page, "a")
    page.press("key-done")
    link.refused(TooManyMessages(wait_min=3))
    page.waits_until(lambda: "3 phút" in page.text("trouble"))
    page.shows("typed", "a")


def test_without_an_answer_one_may_send_again(page: Screen, link: FakeLink) -> None:
    page.press("reason-slow")
    page.press("send")
    link.expired.emit("request-1")
    page.waits_until(lambda: "Chưa gửi được" in page.text("trouble"))
    page.press("send")
    assert len(link.sent) == 2


def test_one_may_choose_anew(page: Screen) -> None:
    page.press("reason-slow")
    page.press("back")
    page.item("reason-slow")
    page.press("back")
    page.item("greeting")


@pytest.mark.parametrize("size", [(1080, 1920), (1200, 1920), (1024, 1280)])
def test_the_keys_stand_in_the_middle_of_an_upright_screen(
    page: Screen, size: tuple[int, int]
) -> None:
    page.size(*size)
    page.press("reason-slow")
    first, last = (centre_of(page.item(f"key-{each}")).x() for each in "10")
    assert (first + last) / 2 == pytest.approx(size[0] / 2, abs=1)
