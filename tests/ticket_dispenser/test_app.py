"""The dispenser as people use it: real clicks on the real screen."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.config.loader import HallSetup, load_hall
from shared.domain.commands import (
    ConfirmSlip,
    HandOverOnScreen,
    IssueTestTicket,
    IssueTicket,
    PrintAgain,
    RecordPrint,
)
from shared.domain.errors import (
    NotByItself,
    NumberHeld,
    OnBreak,
    OnHoliday,
    QuotaUsedUp,
    ServiceClosed,
)
from shared.domain.ids import ServiceId, TicketId
from shared.domain.slips import PrintOutcome, Proof
from shared.protocol.messages import NumberGiven, Report, TrialNumberGiven
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup
from shared.ui import key_scanner
from shared.ui.key_scanner import KeyScanner
from shared.ui.rehearsal import centre_of
from tests.fakes.halls import (
    BIRTH,
    COPIES,
    ELDERLY,
    LAND,
    MONDAY_8_AM,
    small_devices,
    small_plan,
)
from tests.fakes.link import FakeLink
from tests.fakes.ticket_printer import (
    ASSUMED,
    FIRST,
    NO_PAPER,
    NOT_SENT,
    PRINTED,
    SECOND,
    UNKNOWN,
    WELL,
    FakePrinter,
)
from tests.qml.screens import Screen, shown
from tests.shared.ui.test_key_scanner import scan
from ticket_dispenser.app import MAIN_QML
from ticket_dispenser.controllers.dispenser import DispenserController

LARGE = Path(__file__).parents[2] / "deploy/halls/large.toml"
A001 = TicketId("20261123-A001")
GIVEN = NumberGiven(A001, "A001", "TOKEN", BIRTH, 2, MONDAY_8_AM)
TO_PRINT = replace(GIVEN, copy=1, printer=FIRST)
PRINTED_OK = RecordPrint(ticket=A001, copy=1, outcome=PrintOutcome.PRINTED, proof=Proof.PROCESS_ID)


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter((FIRST, SECOND))


@pytest.fixture
def screen(link: FakeLink, printer: FakePrinter, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    controller = DispenserController(link, printer, "dispenser-1", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        link.connect_to_hall()
        link.tell(now())
        yield screen


def now(refusal: OnBreak | QuotaUsedUp | None = None) -> DispenserNow:
    services = tuple(ServiceNow(s, 3, refusal) for s in (BIRTH, COPIES, LAND))
    return DispenserNow(day="2026-11-23", services=services, refusal=refusal)


def test_before_the_hub_is_found_only_the_search_is_said(
    link: FakeLink, qtbot: QtBot, fonts: None
) -> None:
    printer = FakePrinter()
    controller = DispenserController(link, printer, "dispenser-9", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        searching = "Đang kết nối với bộ phận một cửa…"
        assert set(screen.texts()) == {"!", searching, "Tiếng Việt", "English"}
        link.linkChanged.emit(LinkChanged(LinkState.SEARCHING, 0, "unknown_place"))
        words = "dispenser-9: Thiết bị chưa được khai báo. Xin báo cán bộ phụ trách máy."
        screen.shows("banner", words)
        screen.check_layout()
        assert screen.window.title() == "Máy lấy số"


def test_the_window_says_what_it_is_and_whose(screen: Screen) -> None:
    assert screen.window.title() == "Máy lấy số – Bộ phận Một cửa"


def test_one_touch_on_a_service_asks_for_a_number(screen: Screen, link: FakeLink) -> None:
    screen.press("service-birth")
    assert link.sent == [IssueTicket(service=BIRTH, language="vi", printer=FIRST)]
    link.done(TO_PRINT)
    screen.shows("number", "A001")
    assert "Còn 2 người trước ông/bà" in screen.texts()


def test_priority_is_asked_and_sent(screen: Screen, link: FakeLink) -> None:
    screen.press("category-elderly")
    screen.press("service-birth")
    assert link.sent == [IssueTicket(service=BIRTH, category=ELDERLY, printer=FIRST)]


def test_several_services_are_one_visit(screen: Screen, link: FakeLink) -> None:
    screen.press("several")
    screen.press("service-birth")
    screen.press("service-land")
    assert link.sent == []
    screen.press("take-picked")
    assert link.sent == [IssueTicket(service=BIRTH, further=(LAND,), printer=FIRST)]
    link.done(GIVEN)
    screen.shows("given-services", "Khai sinh; sau đó: Đăng ký đất đai")


def test_what_is_shut_cannot_be_touched_and_says_why(screen: Screen, link: FakeLink) -> None:
    link.tell(now(QuotaUsedUp(BIRTH, 5)))
    screen.shows_somewhere("Hôm nay dịch vụ này đã nhận đủ 5 lượt.")
    screen.press("service-birth")
    assert link.sent == []


def test_a_search_finds_without_diacritics_and_asks_about_priority(
    screen: Screen, link: FakeLink
) -> None:
    many = large()
    link.tell(Setup(plan=many.plan, devices=many.devices))
    screen.size(1080, 1920)
    screen.press("search-open")
    keys = [item for item in screen.descendants("search-keys") if item.objectName()]
    assert len(keys) == 28
    assert all(key.width() >= 96 and key.height() >= 96 for key in keys), "keys for fingers"
    for letter in "khaitu":
        screen.press(f"key-{letter}")
        if letter == "i":
            screen.press("key-space")
    screen.press("service-death")
    screen.press("category-elderly")
    screen.press("service-death")
    assert link.sent == [IssueTicket(service=ServiceId("death"), category=ELDERLY, printer=FIRST)]


def test_long_lists_are_paged_and_stay_where_they_are(screen: Screen, link: FakeLink) -> None:
    many = large()
    link.tell(Setup(plan=many.plan, devices=many.devices))
    screen.press("field-civil-status")
    screen.shows_somewhere("Hộ tịch có yếu tố nước ngoài")
    screen.press("page-down")
    view = screen.item("service-list")
    seen = view.property("contentY")
    assert seen > 0
    link.tell(now())
    screen.settle()
    assert view.property("contentY") == seen
    screen.press("page-up")
    assert view.property("contentY") == 0


def test_staff_print_a_test_ticket_by_holding_the_clock(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    corner = screen.item("staff-corner")
    corner.setProperty("holdS", 0.05)
    at = centre_of(corner).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(screen.window, left, none, at)
    qtbot.waitUntil(lambda: link.sent == [IssueTestTicket()])
    QTest.mouseRelease(screen.window, left, none, at)
    link.done(TrialNumberGiven(serial=1, issued_ms=MONDAY_8_AM))
    screen.shows("number", "THỬ 1")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_longest_names_stand_whole(
    screen: Screen, link: FakeLink, size: tuple[int, int], language: str
) -> None:
    many = large()
    link.tell(Setup(plan=many.plan, devices=many.devices))
    screen.size(*size)
    screen.press(f"language-{language}")
    screen.check_layout()
    screen.press("field-civil-status")
    screen.press("several")
    screen.check_layout()
    assert screen.overlaps() == []
    names = [item for item in screen.descendants("service-list") if item.property("text")]
    assert names
    assert not any(item.property("truncated") for item in names)
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    screen.item("banner")
    screen.check_layout()
    assert screen.overlaps() == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "shut", [OnHoliday("2026-05-01", "2026-09-30", 450), ServiceClosed("2026-09-30", 450)]
)
def test_why_a_field_is_shut_is_read_whole(
    screen: Screen,
    link: FakeLink,
    size: tuple[int, int],
    language: str,
    shut: OnHoliday | ServiceClosed,
) -> None:
    hall = large()
    link.tell(Setup(plan=hall.plan, devices=hall.devices))
    services = tuple(ServiceNow(id_, 3, shut) for id_ in hall.plan.services)
    link.tell(DispenserNow("2026-11-23", services, OnBreak(until_min=810)))
    screen.size(*size)
    screen.press(f"language-{language}")
    screen.check_layout()
    words = [item for item in screen.descendants("field-civil-status") if item.property("text")]
    assert any("30/09/2026" in str(item.property("text")) for item in words)
    assert not any(item.property("truncated") for item in words)


def large() -> HallSetup:
    return load_hall(LARGE)


def given(screen: Screen, link: FakeLink, number: NumberGiven = TO_PRINT) -> None:
    screen.press("service-birth")
    link.done(number)
    screen.shows("number", "A001")


def test_a_slip_is_told_from_its_order_to_the_hand(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    given(screen, link)
    assert printer.orders == [((A001, 1), TO_PRINT, FIRST)]
    screen.says("Đang in phiếu")
    printer.end(PRINTED)
    screen.says("Xin lấy phiếu")
    assert link.sent[1:] == [PRINTED_OK]


def test_a_slip_that_was_not_sent_is_printed_once_the_printer_is_well(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    given(screen, link)
    printer.changed(FIRST, NO_PAPER)
    printer.end(NOT_SENT)
    screen.says("Máy in chưa in được phiếu")
    assert link.reports == [Report(kind="printer_paper_end", active=True)]
    printer.changed(FIRST, WELL)
    assert link.sent[-1] == PrintAgain(ticket=A001, printer=FIRST, by_itself=True)
    link.done(replace(TO_PRINT, copy=2))
    assert [key for key, _, _ in printer.orders] == [(A001, 1), (A001, 2)]
    assert link.reports[-1] == Report(kind="printer_paper_end", active=False)


def test_a_device_that_may_not_print_again_lets_the_citizen_choose(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    given(screen, link)
    printer.end(NOT_SENT)
    link.refused(NotByItself())
    screen.press("paper-print")
    assert link.sent[-1] == PrintAgain(ticket=A001, printer=FIRST)


def test_without_a_printer_that_prints_the_screen_must_do(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    for address in (FIRST, SECOND):
        printer.changed(address, NO_PAPER)
    screen.says("Máy in tạm thời chưa in được phiếu")
    screen.press("service-birth")
    assert link.sent == [IssueTicket(service=BIRTH)]
    link.done(GIVEN)
    screen.says("Máy in chưa in được phiếu. Xin nhớ số này")
    assert link.sent[-1] == HandOverOnScreen(ticket=A001)
    assert printer.orders == []


def test_the_second_printer_is_a_choice(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    printer.changed(FIRST, NO_PAPER)
    given(screen, link, GIVEN)
    screen.press("paper-print_second")
    assert link.sent[-1] == PrintAgain(ticket=A001, printer=SECOND)
    link.done(replace(GIVEN, copy=1, printer=SECOND))
    assert printer.orders[-1][2] == SECOND


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("paper-came", ConfirmSlip(ticket=A001)),
        ("paper-missing", PrintAgain(ticket=A001, printer=FIRST)),
        ("done", HandOverOnScreen(ticket=A001)),
    ],
)
def test_when_nobody_knows_the_citizen_is_asked(
    screen: Screen, link: FakeLink, printer: FakePrinter, answer: str, told: object
) -> None:
    given(screen, link)
    printer.end(UNKNOWN)
    screen.says("Phiếu đã ra chưa?")
    assert len(link.sent) == 2, "it does not print again by itself"
    screen.press(answer)
    assert link.sent[-1] == told


def test_what_is_only_assumed_can_be_denied(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    given(screen, link)
    printer.end(ASSUMED)
    screen.press("paper-missing")
    assert link.sent[-1] == PrintAgain(ticket=A001, printer=FIRST)


def test_a_slip_of_somebody_who_has_gone_is_not_printed_again(
    screen: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    given(screen, link)
    screen.press("done")
    screen.item("service-birth")
    printer.end(NOT_SENT)
    assert [type(command) for command in link.sent] == [IssueTicket, RecordPrint]


def test_touching_twice_asks_once(screen: Screen, link: FakeLink) -> None:
    screen.press("service-birth")
    screen.gone("service-birth")
    assert len(link.sent) == 1


def test_done_leads_back_to_the_start(screen: Screen, link: FakeLink) -> None:
    given(screen, link)
    screen.press("done")
    screen.item("service-birth")


def test_a_refusal_is_said_in_the_chosen_language(screen: Screen, link: FakeLink) -> None:
    screen.press("language-en")
    screen.press("service-birth")
    link.refused(QuotaUsedUp(BIRTH, 5))
    screen.shows("banner", "This service has taken its 5 visits for today.")


def test_a_break_is_said_with_its_end(screen: Screen, link: FakeLink) -> None:
    link.tell(now(OnBreak(until_min=810)))
    screen.shows("banner", "Đang giờ nghỉ. Tiếp nhận lại lúc 13:30.")


def test_without_the_hub_nothing_can_be_touched(screen: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    screen.item("banner")
    screen.press("service-birth")
    assert link.sent == []


def test_the_keyboard_does_what_the_finger_does(screen: Screen, link: FakeLink) -> None:
    screen.item("service-birth").forceActiveFocus()
    screen.key(Qt.Key.Key_Return)
    screen.gone("service-birth")
    assert len(link.sent) == 1


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_or_nameless(
    screen: Screen, link: FakeLink, printer: FakePrinter, size: tuple[int, int], language: str
) -> None:
    screen.press(f"language-{language}")
    screen.size(*size)
    screen.check_layout()
    assert screen.overlaps() == []
    assert screen.unnamed_controls() == []
    given(screen, link)
    screen.check_layout()
    printer.end(UNKNOWN)
    screen.item("paper-missing")
    screen.check_layout()
    assert screen.unnamed_controls() == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_longest_names_leave_room_for_the_question(
    screen: Screen, link: FakeLink, printer: FakePrinter, size: tuple[int, int], language: str
) -> None:
    setup = large()
    longest = max(setup.plan.services.values(), key=lambda service: len(service.names[language]))
    screen.press(f"language-{language}")
    given(screen, link)
    link.tell(Setup(plan=setup.plan, devices=setup.devices))
    screen.press("done")
    screen.size(*size)
    link.tell(DispenserNow("2026-11-23", (ServiceNow(longest.id, 3),)))
    field = longest.field
    while (parent := setup.plan.fields[field].parent) is not None:
        field = parent
    screen.press(f"field-{field}")
    screen.press(f"service-{longest.id}")
    link.done(replace(TO_PRINT, number="AF2999", service=longest.id))
    for ended in (PRINTED, ASSUMED, UNKNOWN, NOT_SENT):
        printer.end(ended)
        screen.check_layout()


def test_a_card_shown_to_the_scanner_is_sent_as_a_number_alone(
    screen: Screen, link: FakeLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_scanner, "steady_ms", lambda: 1_000)
    plan = small_plan()
    birth = dataclasses.replace(plan.services[BIRTH], asks_card=True)
    asking = dataclasses.replace(plan, services={**plan.services, BIRTH: birth})
    link.tell(Setup(plan=asking, devices=small_devices()))
    scanner = KeyScanner(screen.window)
    scanner.scanned.connect(screen.window.property("screenModel").scanned)
    screen.shows("card", "Có thể đưa mã QR trên thẻ căn cước vào máy quét (không bắt buộc).")
    screen.check_layout()
    screen.item("service-birth").forceActiveFocus()
    scan(screen.window, "062051001234|233000111|Y Hieng|23111951|Nữ|Kon Tum|20052021")
    assert link.sent == [], "the spaces in a name press nothing"
    QTest.keyClick(screen.window, Qt.Key.Key_Return)
    screen.waits_until(lambda: screen.text("card").startswith("Đã đọc thẻ:"))
    screen.check_layout()
    screen.press("service-birth")
    (sent,) = link.sent
    assert sent == IssueTicket(
        service=BIRTH, category=ELDERLY, printer=FIRST, person="062051001234"
    )
    link.refused(NumberHeld(number="A001"))
    screen.says("A001")
    screen.check_layout()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_longest_names_leave_room_for_what_is_said_of_the_card(
    screen: Screen,
    link: FakeLink,
    size: tuple[int, int],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_scanner, "steady_ms", lambda: 1_000)
    hall = large()
    asking = {
        id_: dataclasses.replace(service, asks_card=True)
        for id_, service in hall.plan.services.items()
    }
    link.tell(Setup(plan=dataclasses.replace(hall.plan, services=asking), devices=hall.devices))
    scanner = KeyScanner(screen.window)
    scanner.scanned.connect(screen.window.property("screenModel").scanned)
    screen.press(f"language-{language}")
    screen.size(*size)
    screen.press("field-civil-status")
    may = screen.text("card")
    screen.check_layout()
    assert screen.overlaps() == []
    scan(screen.window, "062051001234|233000111|Y Hieng|23111951|Nữ|Kon Tum|20052021")
    QTest.keyClick(screen.window, Qt.Key.Key_Return)
    screen.waits_until(lambda: screen.text("card") != may)
    screen.check_layout()
    assert screen.overlaps() == []
