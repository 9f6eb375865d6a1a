"""Procedures: found by touch, by real keys and by browsing; read, printed, and a number taken."""

from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.catalogue import Catalogue, Prepared
from kiosk.controllers.kiosk import KioskController
from shared.catalog.asked import Asked
from shared.catalog.catalog import packed
from shared.catalog.store import name_of
from shared.domain.commands import (
    ConfirmSlip,
    HandOverOnScreen,
    IssueTicket,
    PrintAgain,
    RecordPrint,
)
from shared.domain.errors import DayNotOpen
from shared.domain.ids import TicketId
from shared.domain.slips import PrintOutcome
from shared.protocol.messages import Answer, CatalogPart, FetchCatalog, NumberGiven
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import AskedNow, CatalogNow, Setup
from shared.ui.rehearsal import centre_of
from tests.fakes.halls import BIRTH, COPIES, MONDAY_8_AM, small_devices, small_plan
from tests.fakes.link import FakeLink
from tests.fakes.procedures import small_catalog
from tests.fakes.speech import FakeSpeech
from tests.fakes.ticket_printer import FIRST, NO_PAPER, NO_TICKET, PRINTED, UNKNOWN, FakePrinter
from tests.qml.screens import Screen

GIVEN = NumberGiven(TicketId("20261123-A001"), "A001", "K5QXE4TFNRSXEZLT", BIRTH, 3, MONDAY_8_AM)
ORDERED = structs.replace(GIVEN, copy=1, printer=FIRST)


@pytest.fixture
def page(screen: Screen, link: FakeLink, prepared: Prepared) -> Screen:
    plan = small_plan()
    services = dict(plan.services)
    services[BIRTH] = replace(services[BIRTH], procedures=("1.001193", "Chứng thực"))
    services[COPIES] = replace(services[COPIES], procedures=("Chứng thực",))
    link.tell(Setup(plan=replace(plan, services=services), devices=small_devices()))
    screen.press("attract")
    screen.press("door-procedures")
    screen.item("key-q")
    return screen


def touch_keys(page: Screen, text: str) -> None:
    for key in text:
        page.press("key-space" if key == " " else f"key-{key}")


def open_birth(page: Screen) -> None:
    touch_keys(page, "dang ky khai sinh")
    page.press("procedure-1.001193")
    page.shows("procedure-title", "Đăng ký khai sinh")


def test_a_procedure_is_found_while_typing_and_read(page: Screen) -> None:
    touch_keys(page, "hoa giai tranh")
    page.item("procedure-1.012812")
    page.press("key-done")
    page.gone("key-q")
    page.press("procedure-1.012812")
    page.shows("procedure-title", "Hòa giải tranh chấp đất đai")
    page.press("back")
    page.shows("typed", "hoa giai tranh")
    page.press("query")
    page.item("key-q")


def test_a_real_keyboard_searches_too(page: Screen) -> None:
    page.type("ddawng kys khai sinh")
    page.shows("typed", "đăng ký khai sinh")
    page.item("procedure-1.001193").forceActiveFocus()
    page.key(Qt.Key.Key_Return)
    page.shows("procedure-title", "Đăng ký khai sinh")
    page.key(Qt.Key.Key_Escape)
    page.item("query")


def test_what_is_not_done_here_is_sent_elsewhere(page: Screen) -> None:
    touch_keys(page, "ly hon")
    page.waits_until(lambda: any("Tòa án" in text for text in page.texts()))


def test_what_is_not_understood_is_said(page: Screen) -> None:
    touch_keys(page, "xqzwk")
    page.waits_until(lambda: any("Chưa hiểu" in text for text in page.texts()))


def test_fields_are_browsed(page: Screen) -> None:
    page.press("way-field")
    page.press("group-2")
    page.press("procedure-1.001193")
    page.shows("procedure-title", "Đăng ký khai sinh")
    for _ in range(3):
        page.press("back")
    page.item("way-field")


def test_the_most_asked_of_the_month_come_first(page: Screen, catalogue: Catalogue) -> None:
    catalogue.counted.emit(Asked("2026-11", {"1.012812": 3, "3.000004": 9}))
    page.press("way-asked")
    page.item("procedure-1.012812")
    assert page.top_of("procedure-3.000004") < page.top_of("procedure-1.012812")
    assert page.top_of("procedure-1.012812") < page.top_of("procedure-1.001193")


def test_what_is_opened_is_told_to_the_hub_and_the_halls_most_asked_come_back(
    page: Screen, link: FakeLink, catalogue: Catalogue
) -> None:
    catalogue.start()
    open_birth(page)
    assert link.looks == ["1.001193"]
    link.tell(AskedNow(month="2026-11", counts={"3.000004": 9}))
    for _ in range(2):
        page.press("back")
    page.press("door-procedures")
    page.press("way-asked")
    page.waits_until(lambda: page.top_of("procedure-3.000004") < page.top_of("procedure-1.001193"))
    catalogue.stop()


def test_people_see_first_what_they_need(page: Screen) -> None:
    open_birth(page)
    assert "Nộp tại quầy: 1 ngày làm việc" in page.text("fact-text-time")
    assert "Miễn phí nếu đúng hạn" in page.text("fact-text-fee")
    assert page.text("fact-text-counter") == "Quầy 1, 2"
    assert "Giấy chứng sinh" in page.texts()
    page.press("case-1")
    page.waits_until(lambda: "Văn bản của người làm chứng" in page.texts())


def test_the_rest_is_reached_without_dragging(page: Screen) -> None:
    page.size(1920, 1080)
    open_birth(page)
    for _ in range(6):
        page.press("more")
    assert page.top_of("source") < 1080
    page.item("procedure-text").forceActiveFocus()
    page.key(Qt.Key.Key_PageUp)
    page.press("less")


def test_a_number_is_taken_and_printed(
    page: Screen, link: FakeLink, printer: FakePrinter, kiosk: KioskController
) -> None:
    open_birth(page)
    page.press("take-number")
    assert link.sent == [IssueTicket(service=BIRTH, language="vi", printer=FIRST)]
    link.done(ORDERED)
    page.shows("number", "A001")
    page.shows("ahead", "Còn 3 người trước ông/bà")
    assert printer.orders == [((ORDERED.ticket, 1), ORDERED, FIRST)]
    page.shows("ticket-paper", "Đang in phiếu…")
    printer.end(PRINTED)
    page.shows("ticket-paper", "Xin lấy phiếu ở khe máy in")
    page.press("back")
    page.item("query")


def test_a_slip_that_did_not_come_out_is_said_and_recorded(
    page: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    open_birth(page)
    page.press("take-number")
    link.done(ORDERED)
    page.item("number")
    printer.end(NO_TICKET)
    page.waits_until(lambda: "Máy in không in được" in page.text("ticket-paper"))
    told = RecordPrint(
        ticket=ORDERED.ticket,
        copy=1,
        outcome=PrintOutcome.NO_COMPLETE_TICKET,
        trouble="away",
    )
    assert told in link.sent


def test_a_slip_of_which_nobody_knows_is_asked_for(
    page: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    open_birth(page)
    page.press("take-number")
    link.done(ORDERED)
    page.item("number")
    printer.end(UNKNOWN)
    page.waits_until(lambda: "Phiếu đã ra chưa?" in page.text("ticket-paper"))
    page.check_layout()
    assert len(printer.orders) == 1, "never printed again by itself"
    page.press("ticket-missing")
    order = PrintAgain(ticket=ORDERED.ticket, printer=FIRST)
    page.waits_until(lambda: link.sent[-1] == order)
    link.done(structs.replace(ORDERED, copy=2))
    page.shows("ticket-paper", "Đang in phiếu…")
    printer.end(UNKNOWN)
    page.press("ticket-came")
    page.shows("ticket-paper", "Xin lấy phiếu ở khe máy in")
    assert link.sent[-1] == ConfirmSlip(ticket=ORDERED.ticket)
    page.gone("ticket-came")


def test_a_slip_that_is_missing_with_no_printer_left_is_to_be_remembered(
    page: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    open_birth(page)
    page.press("take-number")
    link.done(ORDERED)
    page.item("number")
    printer.end(UNKNOWN)
    printer.changed(FIRST, NO_PAPER)
    page.press("ticket-missing")
    page.waits_until(lambda: "xin ghi nhớ" in page.text("ticket-paper"))
    assert link.sent[-1] == HandOverOnScreen(ticket=ORDERED.ticket)
    page.gone("ticket-missing")


def test_a_checklist_of_which_nobody_knows_is_asked_for(page: Screen, printer: FakePrinter) -> None:
    open_birth(page)
    page.press("print")
    printer.ended(printer.others[-1][0], UNKNOWN)
    page.shows("checklist-paper", "Giấy đã ra chưa?")
    page.check_layout()
    page.press("checklist-missing")
    page.shows("checklist-paper", "Đang in…")
    assert len(printer.others) == 2
    printer.ended(printer.others[-1][0], UNKNOWN)
    page.press("checklist-came")
    page.shows("checklist-paper", "Xin lấy giấy ở khe máy in")
    page.gone("checklist-came")


def test_with_several_services_somebody_chooses(page: Screen, link: FakeLink) -> None:
    page.press("way-event")
    page.press("group-2")
    page.press("procedure-2.000815")
    page.press("take-number")
    page.press("back")
    page.item("procedure-title")
    page.press("take-number")
    page.press("service-copies")
    assert link.sent == [IssueTicket(service=COPIES, language="vi", printer=FIRST)]


def test_why_there_is_no_number_is_said(page: Screen, link: FakeLink) -> None:
    open_birth(page)
    page.press("take-number")
    link.refused(DayNotOpen())
    page.item("trouble")
    page.press("take-number")
    link.expired.emit("request-2")
    page.waits_until(lambda: "mất kết nối" in page.text("trouble"))


def test_the_checklist_is_printed(page: Screen, printer: FakePrinter) -> None:
    open_birth(page)
    page.press("print")
    ((name, _, picture),) = printer.others
    assert picture.width == 576
    page.shows("checklist-paper", "Đang in…")
    printer.ended(name, PRINTED)
    page.shows("checklist-paper", "Xin lấy giấy ở khe máy in")


def test_a_page_is_read_aloud(page: Screen, speech: FakeSpeech) -> None:
    open_birth(page)
    page.gone("read-aloud")
    page.press("comfort-speech")
    speech.find("vi")
    page.press("read-aloud")
    assert speech.said[-1].startswith("Đăng ký khai sinh. Thời gian: ")
    assert "Giấy chứng sinh" in speech.said[-1]


def test_how_papers_and_numbers_fare_is_read_aloud(
    page: Screen, link: FakeLink, printer: FakePrinter, speech: FakeSpeech
) -> None:
    open_birth(page)
    page.press("comfort-speech")
    speech.find("vi")
    page.press("print")
    printer.ended(printer.others[-1][0], UNKNOWN)
    page.waits_until(lambda: speech.said[-1] == "Giấy đã ra chưa?")
    page.press("take-number")
    link.refused(DayNotOpen())
    page.waits_until(lambda: speech.said[-1].startswith(page.text("trouble")))
    page.press("take-number")
    link.done(ORDERED)
    page.waits_until(lambda: "A001" in speech.said[-1])


def test_without_a_printer_nothing_is_offered_that_needs_one(
    page: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    printer.changed(FIRST, NO_PAPER)
    open_birth(page)
    page.gone("print")
    page.press("take-number")
    link.done(GIVEN)
    page.waits_until(lambda: "ghi nhớ số" in page.text("ticket-paper"))
    assert printer.orders == []


def test_the_search_goes_on_without_the_hub(page: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    assert page.text("banner").startswith("Mất kết nối")
    open_birth(page)


def test_leaving_forgets_what_was_searched(page: Screen) -> None:
    open_birth(page)
    page.press("home")
    page.press("door-procedures")
    page.shows("typed", "")
    page.gone("procedure-title")


def test_the_catalogue_is_fetched_part_by_part(
    screen: Screen, link: FakeLink, catalogue: Catalogue, qtbot: QtBot
) -> None:
    data = packed(small_catalog())
    version = name_of(data)
    catalogue.start()
    link.tell(CatalogNow(version=version))
    assert link.sent[-1] == FetchCatalog(version=version, offset=0)
    link.expired.emit(f"request-{len(link.sent)}")
    assert len(link.sent) == 2, "what was asked in vain is asked again"
    half = len(data) // 2
    part = CatalogPart(version=version, offset=0, size=len(data), data=data[:half])
    link.hear(Answer(id="request-2", catalog=part))
    assert link.sent[-1] == FetchCatalog(version=version, offset=half)
    part = CatalogPart(version=version, offset=half, size=len(data), data=data[half:])
    with qtbot.waitSignal(catalogue.ready):
        link.hear(Answer(id="request-3", catalog=part))
    screen.press("attract")
    screen.press("door-procedures")
    screen.item("way-field")
    catalogue.stop()


def test_without_a_catalogue_there_is_no_door(screen: Screen) -> None:
    screen.press("attract")
    screen.item("door-feedback")
    screen.gone("door-procedures")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_number_with_its_slip_in_doubt_has_room(
    page: Screen, link: FakeLink, printer: FakePrinter, size: tuple[int, int], language: str
) -> None:
    open_birth(page)
    if language == "en":
        page.press("language-en")
    page.size(*size)
    page.press("take-number")
    link.done(ORDERED)
    page.item("number")
    for _ in range(3):
        page.check_layout()
        page.press("comfort-text_size")
    printer.end(UNKNOWN)
    page.item("ticket-came")
    for _ in range(3):
        page.check_layout()
        page.press("comfort-text_size")
    page.press("ticket-came")
    page.gone("ticket-came")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_or_nameless(
    page: Screen, link: FakeLink, size: tuple[int, int], language: str
) -> None:
    if language == "en":
        page.press("language-en")
    page.size(*size)
    touch_keys(page, "chung thuc ban sao")
    page.item("procedure-2.000815")
    for _ in range(3):
        page.check_layout()
        assert page.unnamed_controls() == []
        page.press("comfort-text_size")
    page.press("procedure-2.000815")
    for _ in range(3):
        page.check_layout()
        assert page.overlaps() == []
        assert page.unnamed_controls() == []
        page.press("comfort-text_size")
    page.press("take-number")
    page.press("service-birth")
    link.done(GIVEN)
    page.item("number")
    page.check_layout()


@pytest.mark.parametrize("size", [(1080, 1920), (1200, 1920), (1024, 1280)])
def test_the_keys_stand_in_the_middle_of_an_upright_screen(
    page: Screen, size: tuple[int, int]
) -> None:
    page.size(*size)
    first, last = (centre_of(page.item(f"key-{each}")).x() for each in "10")
    assert (first + last) / 2 == pytest.approx(size[0] / 2, abs=1)
