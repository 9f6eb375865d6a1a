"""The dispenser as people use it: real clicks on the real screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shared.domain.commands import IssueTicket
from shared.domain.errors import OnBreak, QuotaUsedUp
from shared.domain.ids import TicketId
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import NumberGiven
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow
from tests.fakes.halls import BIRTH, COPIES, ELDERLY, LAND, MONDAY_8_AM
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown
from ticket_dispenser.app import MAIN_QML
from ticket_dispenser.controllers.dispenser import DispenserController

GIVEN = NumberGiven(TicketId("20261123-A001"), "A001", "TOKEN", BIRTH, 2, MONDAY_8_AM)


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def screen(link: FakeLink, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    printer = TicketPrinter("file:///nowhere/lp0")
    controller = DispenserController(link, printer, "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(MAIN_QML, controller, qtbot) as screen:
        link.connect_to_hall()
        link.tell(now())
        yield screen
    printer.stop()


def now(refusal: OnBreak | QuotaUsedUp | None = None) -> DispenserNow:
    services = tuple(ServiceNow(s, 3, refusal) for s in (BIRTH, COPIES, LAND))
    return DispenserNow(day="2026-11-23", services=services, refusal=refusal)


def test_one_touch_on_a_service_asks_for_a_number(screen: Screen, link: FakeLink) -> None:
    screen.press("service-birth")
    assert link.sent == [IssueTicket(service=BIRTH, language="vi")]
    link.done(GIVEN)
    screen.shows("number", "A001")
    assert "Còn 2 người trước ông/bà" in screen.texts()


def test_priority_is_asked_and_sent(screen: Screen, link: FakeLink) -> None:
    screen.press("category-elderly")
    screen.press("service-birth")
    assert link.sent == [IssueTicket(service=BIRTH, category=ELDERLY, language="vi")]


def test_a_number_that_cannot_be_printed_stays_and_staff_are_told(
    screen: Screen, link: FakeLink, qtbot: QtBot
) -> None:
    screen.press("service-birth")
    link.done(GIVEN)
    qtbot.waitUntil(lambda: link.reports == [("printer_unreachable", True, "A001")])
    qtbot.waitUntil(lambda: any("Máy in chưa in được" in text for text in screen.texts()))
    screen.shows("number", "A001")


def test_touching_twice_asks_once(screen: Screen, link: FakeLink) -> None:
    screen.press("service-birth")
    screen.gone("service-birth")
    assert len(link.sent) == 1


def test_done_leads_back_to_the_start(screen: Screen, link: FakeLink) -> None:
    screen.press("service-birth")
    link.done(GIVEN)
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
    screen: Screen, link: FakeLink, size: tuple[int, int], language: str
) -> None:
    screen.press(f"language-{language}")
    screen.size(*size)
    screen.check_layout()
    assert screen.overlaps() == []
    assert screen.unnamed_controls() == []
    screen.press("service-birth")
    link.done(GIVEN)
    screen.item("number")
    screen.check_layout()
