"""Is my paper ready? By touch, by scanner, and gone when one leaves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk import view_state as view
from kiosk.catalogue import Prepared
from kiosk.controllers.kiosk import KioskController
from shared.protocol.messages import Answer, DossierAnswer, DossierStanding, FindDossier
from shared.protocol.topics import Setup
from tests.fakes.halls import MONDAY_8_AM, small_devices, small_plan
from tests.fakes.link import FakeLink
from tests.fakes.speech import FakeSpeech
from tests.qml.screens import Screen
from tests.shared.ui.test_key_scanner import CARD, scan

CODE = "H48.16-261103-0012"
LONG = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường "
    "hợp chuyển nhượng, thừa kế, tặng cho, góp vốn bằng quyền sử dụng đất"
)
LATE = DossierStanding(
    CODE, LONG, 4, "2026-11-03T08:00", "2026-11-10T17:00", "2026-11-30T17:00", "", "",
    "Chi nhánh Văn phòng đăng ký đất đai", "N*** T*** B***",
)  # fmt: skip


@pytest.fixture
def ready(screen: Screen, link: FakeLink) -> Screen:
    """A hall in which dossiers can be asked for."""
    devices = replace(small_devices(), dossier_factors=("phone", "id_number"))
    link.tell(Setup(plan=small_plan(), devices=devices))
    screen.press("attract")
    return screen


@pytest.fixture
def page(ready: Screen) -> Screen:
    ready.press("door-dossier")
    ready.item("key-H")
    return ready


def touch_keys(page: Screen, text: str) -> None:
    for key in text:
        page.press(f"key-{key}")


def answer(link: FakeLink, given: DossierAnswer) -> None:
    link.hear(Answer(id=f"request-{len(link.sent)}", dossier=given))


def ask(page: Screen) -> None:
    touch_keys(page, CODE)
    page.press("go-on")
    page.shows("given-code", CODE)
    touch_keys(page, "3456")
    page.shows("typed", "••••")
    page.press("go-on")


def test_a_dossier_is_asked_for_and_told(page: Screen, link: FakeLink) -> None:
    ask(page)
    assert link.sent == [FindDossier(code=CODE, factor="3456")]
    answer(link, DossierAnswer("found", MONDAY_8_AM, dossier=LATE))
    page.shows("dossier-state", "Đang xử lý")
    assert "Đã quá hẹn 13 ngày" in page.text("overdue")
    assert "30/11/2026" in page.text("overdue")
    assert page.text("dossier-next").startswith("Xin hỏi quầy tiếp nhận")
    assert "N*** T*** B***" in page.texts()
    assert "08:00" in page.text("synced")


def test_keys_and_the_answer_are_read_aloud_but_not_the_secret_digits(
    page: Screen, link: FakeLink, speech: FakeSpeech
) -> None:
    page.press("comfort-speech")
    speech.find("vi")
    speech.said.clear()
    touch_keys(page, CODE)
    assert speech.said == [{"-": "gạch nối", ".": "chấm"}.get(key, key) for key in CODE]
    page.press("go-on")
    page.shows("given-code", CODE)
    speech.said.clear()
    touch_keys(page, "3456")
    assert speech.said[:4] == ["Đã gõ 1", "Đã gõ 2", "Đã gõ 3", "Đã gõ 4"]
    page.press("go-on")
    answer(link, DossierAnswer("unknown", MONDAY_8_AM))
    page.waits_until(lambda: speech.said[-1] == page.text("trouble"))
    touch_keys(page, "3456")
    page.press("go-on")
    answer(link, DossierAnswer("found", MONDAY_8_AM, dossier=LATE))
    page.waits_until(lambda: speech.said[-1].startswith("Đang xử lý. Đã quá hẹn 13 ngày"))


def test_a_scanned_receipt_asks_for_the_digits_at_once(ready: Screen, link: FakeLink) -> None:
    ready.type(CODE)
    ready.key(Qt.Key.Key_Return)
    ready.shows("given-code", CODE)
    ready.type("3456")
    ready.waits_until(lambda: ready.item("go-on").isEnabled())
    ready.item("go-on").forceActiveFocus()
    ready.key(Qt.Key.Key_Space)
    assert link.sent == [FindDossier(code=CODE, factor="3456")]


def test_an_id_card_is_no_second_factor(ready: Screen, link: FakeLink) -> None:
    ready.type(CODE)
    ready.key(Qt.Key.Key_Return)
    ready.shows("given-code", CODE)
    scan(ready.window, CARD)
    ready.key(Qt.Key.Key_Return)
    ready.shows("typed", "")
    ready.shows("given-code", CODE)
    assert link.sent == []


def test_enter_goes_on(page: Screen, link: FakeLink) -> None:
    for letter in CODE:
        page.press(f"key-{letter}")
    page.key(Qt.Key.Key_Return)
    page.shows("given-code", CODE)


def test_a_dossiers_code_typed_among_procedures_leads_here(
    ready: Screen, prepared: Prepared
) -> None:
    ready.press("door-procedures")
    ready.item("key-q")
    ready.type(CODE)
    ready.press(f"dossier-{CODE}")
    ready.shows("given-code", CODE)


def test_what_is_wrong_is_said_and_may_be_corrected(page: Screen, link: FakeLink) -> None:
    ask(page)
    answer(link, DossierAnswer("unknown", MONDAY_8_AM))
    page.waits_until(lambda: "Không tìm thấy hồ sơ" in page.text("trouble"))
    page.shows("typed", "")
    touch_keys(page, "1")
    page.gone("trouble")
    page.press("back")
    page.gone("given-code")
    page.shows("typed", "")


def test_old_figures_are_never_shown_as_todays(page: Screen, link: FakeLink) -> None:
    ask(page)
    answer(link, DossierAnswer("found", MONDAY_8_AM - 3 * 86_400_000, dossier=LATE))
    page.waits_until(lambda: "đã cũ" in page.text("stale"))


def test_leaving_wipes_it(page: Screen, link: FakeLink, kiosk: KioskController) -> None:
    ask(page)
    answer(link, DossierAnswer("found", MONDAY_8_AM, dossier=LATE))
    page.item("dossier-state")
    kiosk.visiting.take(view.Tick(kiosk.visiting.state.touched_ms + view.IDLE_MS))
    page.press("attract")
    page.press("door-dossier")
    page.shows("typed", "")
    assert not any(secret in text for text in page.texts() for secret in (CODE, "N***", LONG))


def test_leaving_wipes_what_was_scanned_too(ready: Screen, link: FakeLink) -> None:
    ready.type(CODE)
    ready.key(Qt.Key.Key_Return)
    ready.shows("given-code", CODE)
    touch_keys(ready, "3456")
    ready.press("go-on")
    answer(link, DossierAnswer("found", MONDAY_8_AM, dossier=LATE))
    ready.item("dossier-state")
    ready.press("home")
    ready.press("door-dossier")
    ready.item("key-H")
    ready.gone("dossier-state")


def test_without_a_source_there_is_no_door(screen: Screen) -> None:
    screen.press("attract")
    screen.item("door-my_ticket")
    screen.gone("door-dossier")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_or_nameless(
    page: Screen, link: FakeLink, size: tuple[int, int], language: str
) -> None:
    if language == "en":
        page.press("language-en")
    page.size(*size)
    for _ in range(3):
        page.check_layout()
        assert page.overlaps() == []
        assert page.unnamed_controls() == []
        page.press("comfort-text_size")
    ask(page)
    answer(link, DossierAnswer("unknown", MONDAY_8_AM))
    page.item("trouble")
    page.check_layout()
    assert page.overlaps() == []
    touch_keys(page, "3456")
    page.press("go-on")
    answer(link, DossierAnswer("found", MONDAY_8_AM, dossier=LATE))
    page.item("dossier-state")
    page.check_layout()
