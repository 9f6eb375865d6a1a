"""Who signs in at the officer's window, and what the head does there: real clicks, real keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shared.domain.commands import Role
from shared.domain.errors import CounterOccupied
from shared.domain.hall import CounterState
from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    CodeGiven,
    DeviceList,
    ListDevices,
    OpenPairing,
    PairDevice,
    SignInHead,
    SignInOfficer,
    TaskDone,
    WaitingDevice,
)
from tests.counter_terminal.test_app import GIVEN, desk, link, printer, staff
from tests.fakes.link import FakeLink
from tests.fakes.ticket_printer import FakePrinter
from tests.qml.screens import Screen

__all__ = ["link", "printer", "staff"]


def test_signing_in_is_choosing_a_name_and_typing_a_pin(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(CounterState.CLOSED))
    staff.press("act-sign_in")
    staff.press("choice-minh")
    staff.settle()
    staff.type("402718")
    entry = staff.item("sheet-entry")
    assert entry.property("displayText") == "●" * 6, "a PIN can be read over a shoulder"
    staff.key(Qt.Key.Key_Return)
    staff.gone("sheet-close")
    assert link.sent[-1] == SignInOfficer(officer=OfficerId("minh"), pin="402718")
    link.refused(CounterOccupied())
    staff.shows("banner", "Quầy đang có cán bộ khác làm việc.")


def test_who_is_new_chooses_a_pin_with_a_one_time_code(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(CounterState.CLOSED))
    staff.press("act-sign_in")
    staff.press("choice-minh")
    staff.settle()
    staff.type("ABCDE-FGH23")
    staff.press("choice-first")
    staff.settle()
    assert staff.item("sheet-entry").property("text") == ""
    staff.type("402718")
    staff.press("choice-enter")
    staff.gone("sheet-close")
    task = SignInOfficer(officer=OfficerId("minh"), pin="ABCDE-FGH23", new_pin="402718")
    assert link.sent[-1] == task


def test_the_head_lets_a_device_in_by_its_code(staff: Screen, link: FakeLink, qtbot: QtBot) -> None:
    link.tell(desk(CounterState.CLOSED))
    staff.press("act-sign_in")
    staff.press("choice-@head")
    staff.settle()
    staff.type("abc meo nho")
    staff.press("choice-enter")
    staff.gone("sheet-close")
    assert link.sent[-1] == SignInHead(password="abc meo nho")
    link.managed(TaskDone())
    staff.press("choice-add")
    assert link.sent[-1:] == [OpenPairing()]
    link.managed(TaskDone())
    qtbot.waitUntil(lambda: link.sent[-1] == ListDevices())
    waiting = WaitingDevice(mark="7F3A", role=Role.BOARD, place="", address="10.0.0.9")
    link.managed(DeviceList(devices=(), waiting=(waiting,), open_s=290, guesses_left=5))
    staff.press("choice-7F3A")
    staff.settle()
    staff.type("482 913")
    staff.press("choice-board-1")
    staff.gone("sheet-close")
    assert link.sent[-1:] == [PairDevice(mark="7F3A", code="482913", place="board-1")]
    link.managed(TaskDone())
    staff.press("choice-officers")
    staff.press("choice-minh")
    link.managed(CodeGiven(code="ABCDE-FGH23", until_ms=0))
    staff.shows("given-number", "ABCDE-FGH23")
    staff.press("sheet-close")
    staff.press("act-head")
    staff.press("choice-leave")
    link.managed(TaskDone())
    staff.gone("act-head")


def test_what_is_not_typed_is_asked_for(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(CounterState.CLOSED))
    staff.press("act-sign_in")
    staff.press("choice-minh")
    staff.press("choice-enter")
    staff.shows_somewhere("Xin nhập đủ trước khi chọn.")
    assert link.sent == []


def give_a_code(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(CounterState.CLOSED))
    staff.press("act-sign_in")
    staff.press("choice-@head")
    staff.settle()
    staff.type("abc meo nho")
    staff.press("choice-enter")
    link.managed(TaskDone())
    staff.press("choice-officers")
    staff.press("choice-minh")
    link.managed(CodeGiven(code="ABCDE-FGH23", until_ms=0))
    link.tell(desk())


def test_a_number_given_after_a_code_is_shown_in_its_place(
    staff: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    staff.press("act-issue")
    staff.press("choice-birth")
    link.done(GIVEN)
    staff.shows("given-number", "A001")
    staff.press("sheet-close")
    give_a_code(staff, link)
    staff.shows("given-number", "ABCDE-FGH23")
    staff.press("sheet-close")
    staff.press("act-issue")
    staff.press("choice-birth")
    link.done(GIVEN)
    staff.shows("given-number", "A001")
