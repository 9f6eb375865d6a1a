"""The kiosk as people meet it: the start, the way back, help, comforts, and the end of a visit."""

import os
import signal
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from pytestqt.qtbot import QtBot

from deploy.processes import screen_environment
from kiosk import view_state as view
from kiosk.app import MAIN_QML
from kiosk.controllers.kiosk import KioskController
from shared.domain.commands import Role
from shared.identity.credentials import Authority
from shared.link.own import kept, own_path
from shared.protocol.messages import FindTicket, Report
from shared.protocol.session import LinkChanged, LinkState
from shared.ui import key_scanner
from shared.ui.rehearsal_client import PlayedApp
from tests.fakes.link import FakeLink
from tests.fakes.speech import FakeSpeech
from tests.qml.screens import Screen, shown
from tests.shared.ui.test_key_scanner import CARD, scan

pytestmark = pytest.mark.usefixtures("prepared")

SIZES = [(1080, 1920), (1920, 1080)]
TALLER_AND_WIDER = [(1200, 1920), (1280, 1024)]
PAGES = ["attract", "home", "procedures", "my_ticket", "feedback"]


def go_to(screen: Screen, page: str) -> None:
    """Touch one's way to a page."""
    if page != "attract":
        screen.press("attract")
        screen.item("greeting")
    if page not in ("attract", "home"):
        screen.press(f"door-{page}")
        screen.item("back")


def let_pass(kiosk: KioskController, ms: int) -> None:
    """Let time pass without a touch; the clock stands still from then on."""
    kiosk.visiting._timer.stop()
    kiosk.visiting.take(view.Tick(kiosk.visiting.state.touched_ms + ms))


def test_any_touch_begins_and_finish_ends(screen: Screen) -> None:
    assert "7 người đang chờ tại bộ phận một cửa" in screen.texts()
    assert "Touch the screen to begin" in screen.texts()
    screen.press("attract")
    screen.shows("greeting", "Ông/bà cần gì?")
    screen.press("finish")
    screen.item("attract")


def test_any_key_begins(screen: Screen) -> None:
    screen.key(Qt.Key.Key_A)
    screen.item("greeting")


def test_there_is_always_a_way_back(screen: Screen) -> None:
    go_to(screen, "my_ticket")
    screen.press("home")
    screen.press("door-my_ticket")
    screen.key(Qt.Key.Key_Escape)
    screen.item("greeting")
    screen.key(Qt.Key.Key_Escape)
    screen.item("attract")


def test_a_scanned_ticket_is_looked_up_wherever_one_is(screen: Screen, link: FakeLink) -> None:
    screen.type("MOTCUA:K5QXE4TFNRSXEZLT")
    screen.key(Qt.Key.Key_Return)
    assert link.sent == [FindTicket(token="K5QXE4TFNRSXEZLT")]
    screen.item("look-up")


def test_a_scan_presses_no_button_that_has_the_focus(screen: Screen, link: FakeLink) -> None:
    go_to(screen, "my_ticket")
    screen.item("home").forceActiveFocus()
    screen.type("MOTCUA:K5QXE4TFNRSXEZLT")
    screen.key(Qt.Key.Key_Return)
    assert link.sent == [FindTicket(token="K5QXE4TFNRSXEZLT")]
    screen.item("look-up")


@pytest.mark.parametrize("page", PAGES)
def test_of_an_id_card_nothing_stays_and_nothing_is_sent(
    screen: Screen, link: FakeLink, page: str
) -> None:
    go_to(screen, page)
    scan(screen.window, CARD)
    screen.key(Qt.Key.Key_Return)
    screen.shows("banner", "Máy này không đọc thẻ căn cước; không có gì được lưu lại.")
    assert not any("0620" in text or "Hieng" in text for text in screen.texts())
    assert link.sent == []


def test_an_id_card_presses_no_button_that_has_the_focus(screen: Screen) -> None:
    go_to(screen, "my_ticket")
    screen.item("home").forceActiveFocus()
    scan(screen.window, CARD)
    screen.key(Qt.Key.Key_Return)
    screen.settle()
    screen.item("look-up")


def test_what_a_person_wrote_before_a_card_stays(screen: Screen) -> None:
    go_to(screen, "feedback")
    screen.press("reason-")
    screen.item("key-q")
    screen.type("Carm own")
    later = 10**6
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key_scanner, "steady_ms", lambda: later)
        scan(screen.window, CARD)
        screen.key(Qt.Key.Key_Return)
    screen.shows("typed", "Cảm ơn")


def test_an_id_card_before_the_scanner_on_a_line_is_not_asked_for(
    screen: Screen, kiosk: KioskController, link: FakeLink
) -> None:
    go_to(screen, "home")
    kiosk.scanned(CARD)
    screen.shows("banner", "Máy này không đọc thẻ căn cước; không có gì được lưu lại.")
    assert link.sent == []


@pytest.mark.parametrize("page", PAGES)
def test_no_input_method_comes_between_keys_and_screen(screen: Screen, page: str) -> None:
    go_to(screen, page)
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    focused = screen.window.focusObject()
    QGuiApplication.sendEvent(focused, asked)
    assert not asked.value(Qt.InputMethodQuery.ImEnabled)


def test_staff_are_called_and_called_off(screen: Screen, link: FakeLink) -> None:
    go_to(screen, "home")
    screen.press("call-staff")
    screen.shows("call-staff", "Đã gọi cán bộ")
    screen.press("call-staff")
    screen.shows("call-staff", "Gọi cán bộ")
    assert link.reports == [Report(kind="help_wanted", active=active) for active in (True, False)]


def test_the_end_is_announced_and_a_touch_puts_it_off(
    screen: Screen, kiosk: KioskController, qtbot: QtBot
) -> None:
    go_to(screen, "my_ticket")
    with qtbot.waitSignal(kiosk.visiting.warned):
        let_pass(kiosk, 45_000)
    screen.shows("idle", "Màn hình sẽ trở về đầu sau 15 giây.")
    screen.press("stay")
    screen.gone("idle")
    screen.item("look-up")


def test_after_a_minute_it_is_as_if_nobody_had_been_there(
    screen: Screen, kiosk: KioskController
) -> None:
    go_to(screen, "my_ticket")
    screen.press("language-en")
    screen.press("comfort-high_contrast")
    screen.press("key-A")
    let_pass(kiosk, 60_000)
    screen.press("attract")
    screen.shows("greeting", "Ông/bà cần gì?")
    screen.press("door-my_ticket")
    screen.shows("typed", "")
    assert kiosk.visiting.state.comfort == view.Comfort()


def test_whoever_needs_it_has_more_time(screen: Screen, kiosk: KioskController) -> None:
    go_to(screen, "my_ticket")
    screen.press("comfort-patient")
    let_pass(kiosk, 4 * 60_000)
    screen.gone("idle")
    screen.item("look-up")


def test_everything_comes_down_on_one_touch(screen: Screen) -> None:
    screen.size(1080, 1920)
    go_to(screen, "home")
    before = screen.top_of("door-my_ticket")
    screen.press("comfort-low_reach")
    screen.waits_until(lambda: screen.top_of("door-my_ticket") > before + 200)
    screen.press("door-my_ticket")
    controls = ["key-A", "key-1", "look-up", "back", "home", "call-staff"]
    assert all(screen.top_of(name) > 1920 * 0.3 for name in controls)


def test_letters_grow_by_steps(screen: Screen) -> None:
    go_to(screen, "home")
    heights = []
    for _ in range(3):
        heights.append(screen.item("greeting").property("font").pixelSize())
        screen.press("comfort-text_size")
        screen.settle()
    assert heights[1] >= heights[0] * 1.2
    assert heights[2] >= heights[0] * 1.49
    assert screen.item("greeting").property("font").pixelSize() == heights[0]


@pytest.mark.parametrize(("size", "language"), list(product(SIZES, ["vi", "en"])))
@pytest.mark.parametrize("page", PAGES[1:])
def test_the_largest_letters_shorten_no_button_and_burst_no_door(
    screen: Screen, kiosk: KioskController, page: str, size: tuple[int, int], language: str
) -> None:
    kiosk.visiting.take(view.Ready(view.Page.DOSSIER, True))
    go_to(screen, page)
    if language == "en":
        screen.press("language-en")
    screen.size(*size)
    for _ in view.TEXT_PERCENT[1:]:
        screen.press("comfort-text_size")
    screen.settle()
    bars = [name for name in screen.tab_stops() if not name.startswith(("key-", "way-", "reason-"))]
    labels = [part for name in bars for part in screen.descendants(name)]
    assert [part.property("text") for part in labels if part.property("truncated")] == []
    for name in (each for each in bars if each.startswith("door-")):
        assert screen.item(name).height() >= screen.item(name).implicitHeight()
    if page == "procedures":
        hint = next(each for each in screen.descendants("query") if each.property("text"))
        assert screen.item("query").height() > hint.height()


def test_what_has_the_focus_is_read_aloud(screen: Screen, speech: FakeSpeech) -> None:
    go_to(screen, "home")
    screen.press("comfort-speech")
    assert speech.started
    speech.find("vi")
    screen.item("door-my_ticket").forceActiveFocus()
    assert speech.said[-1] == "Số của tôi, Còn bao nhiêu người trước tôi?"
    screen.press("comfort-speech")
    assert speech.said[-1] == ""


def test_the_announced_end_is_read_aloud_and_so_is_a_lost_link(
    screen: Screen, kiosk: KioskController, link: FakeLink, speech: FakeSpeech
) -> None:
    go_to(screen, "home")
    screen.press("comfort-speech")
    speech.find("vi")
    link.linkChanged.emit(LinkChanged(LinkState.LOST, kiosk.visiting.state.now_ms))
    assert speech.said[-1] == "Mất kết nối 0:00. Đang kết nối lại…"
    let_pass(kiosk, view.IDLE_MS - view.WARNED_MS)
    screen.waits_until(lambda: speech.said[-1] == "Tôi còn ở đây. Ông/bà còn ở đây không?")


def test_a_machine_without_a_voice_says_so(screen: Screen, speech: FakeSpeech) -> None:
    go_to(screen, "home")
    screen.press("comfort-speech")
    speech.find()
    screen.waits_until(lambda: "chưa có giọng đọc" in screen.text("banner"))
    screen.item("door-my_ticket").forceActiveFocus()
    assert speech.said == []


def test_the_way_out_is_shut(screen: Screen, qtbot: QtBot) -> None:
    go_to(screen, "my_ticket")
    for key, modifier in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ):
        screen.key(key, modifier)
    QGuiApplication.sendEvent(screen.window, QEvent(QEvent.Type.Close))
    assert screen.window.isVisible()
    assert screen.text("typed") == ""


def test_the_window_says_what_it_is_and_whose(screen: Screen) -> None:
    assert screen.window.title() == "Tra cứu – Bộ phận Một cửa"


def test_a_locked_kiosk_still_ends_when_told_to(tmp_path: Path) -> None:
    env = screen_environment(offscreen=True) | {"XDG_STATE_HOME": str(tmp_path)}
    kiosk = Authority.new("test-hall").device("kiosk", "kiosk-1")
    kept(own_path(tmp_path / "motcua", Role.KIOSK, "kiosk-1"), kiosk)
    options = ("--hub", "wss://127.0.0.1:9", "--place", "kiosk-1", "--fullscreen")
    with PlayedApp("kiosk", *options, env=env) as app:
        app.press("attract")
        os.kill(app.pid, signal.SIGTERM)
        assert app.ended() == 0


def test_without_the_hub_it_says_so_calmly(screen: Screen, link: FakeLink) -> None:
    go_to(screen, "home")
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    assert screen.text("banner").startswith("Mất kết nối")
    screen.press("door-my_ticket")
    screen.item("look-up")


def test_before_the_hub_is_found_nothing_is_claimed(
    kiosk: KioskController, qtbot: QtBot, fonts: None
) -> None:
    with shown(MAIN_QML, kiosk, qtbot) as screen:
        screen.shows("banner", "Đang kết nối với bộ phận một cửa…")
        screen.press("attract")
        screen.item("door-procedures")
        screen.gone("door-my_ticket")
        screen.gone("door-feedback")
        assert not any("người đang chờ" in text for text in screen.texts())


@pytest.mark.parametrize("page", PAGES[1:])
def test_tab_reaches_every_control_by_itself(screen: Screen, page: str) -> None:
    go_to(screen, page)
    wanted = set(screen.tab_stops())
    reached = set()
    for _ in range(len(wanted) + 1):
        screen.key(Qt.Key.Key_Tab)
        reached.add(screen.focused())
    assert wanted <= reached


@pytest.mark.parametrize(
    ("size", "language"), list(product([*SIZES, *TALLER_AND_WIDER], ["vi", "en"]))
)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_or_nameless(
    screen: Screen, page: str, size: tuple[int, int], language: str
) -> None:
    go_to(screen, page)
    if language == "en" and page != "attract":
        screen.press("language-en")
    screen.size(*size)
    for comfort in ("", "text_size", "text_size", "low_reach"):
        if comfort and page != "attract" and (comfort != "low_reach" or size[1] > size[0]):
            screen.press(f"comfort-{comfort}")
        screen.check_layout()
        assert screen.overlaps() == []
    assert screen.unnamed_controls() == []
