"""The counter as officers use it: real clicks, real keys. The citizen's is in controllers/."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_terminal.app import QML
from counter_terminal.controllers.staff import AT_COUNTER_MS, StaffController
from shared.config.loader import load_hall
from shared.domain import commands
from shared.domain.commands import Command, Outcome, Role
from shared.domain.errors import NothingWaiting
from shared.domain.hall import CounterState, TicketState
from shared.domain.ids import CounterId, OfficerId, ServiceId, TicketId
from shared.domain.slips import PrintOutcome
from shared.i18n import Words
from shared.link.client import steady_ms
from shared.protocol.messages import Beat, NumberGiven, Report
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import (
    Alarm,
    CounterDesk,
    HeldTicket,
    LastCall,
    MissedTicket,
    Setup,
    TicketAtCounter,
    WaitingTicket,
)
from tests.fakes.halls import (
    BIRTH,
    COPIES,
    ELDERLY,
    LAND,
    MONDAY_8_AM,
    ONE,
    small_devices,
    small_plan,
)
from tests.fakes.link import FakeLink
from tests.fakes.ticket_printer import FIRST, NO_PAPER, NOT_SENT, PRINTED, WELL, FakePrinter
from tests.qml.screens import Screen, shown

LARGE = Path(__file__).parents[2] / "deploy/halls/large.toml"
LAN = OfficerId("lan")
A001, A002, A003, A004 = (TicketId(f"20261123-A00{n}") for n in range(1, 5))


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def staff(
    request: pytest.FixtureRequest, link: FakeLink, printer: FakePrinter, qtbot: QtBot, fonts: None
) -> Iterator[Screen]:
    language = getattr(request, "param", "vi")
    controller = StaffController(link, printer, "counter-1", language)  # type: ignore[arg-type]  # a stand-in
    with shown(QML / "StaffMain.qml", controller, qtbot) as screen:
        link.connect_to_hall()
        link.tell(desk())
        screen.item("act-next")
        yield screen


def desk(
    state: CounterState = CounterState.OPEN,
    current: TicketState | None = None,
    last_call: LastCall | None = None,
    further: tuple[ServiceId, ...] = (),
) -> CounterDesk:
    at_counter = None
    if current is not None:
        at_counter = TicketAtCounter(
            ticket=A001, number="A001", service=BIRTH, state=current, category=ELDERLY,
            further=further, issued_ms=MONDAY_8_AM - 600_000, calls=2, calls_left=0,
            may_recall_ms=MONDAY_8_AM - 1, begun_ms=MONDAY_8_AM,
        )  # fmt: skip
    old = MONDAY_8_AM - 45 * 60_000
    return CounterDesk(
        counter=ONE, state=state, officer=LAN if state is not CounterState.CLOSED else None,
        pause_reason="", current=at_counter,
        waiting=(
            WaitingTicket(A002, "A002", COPIES, ELDERLY, MONDAY_8_AM, MONDAY_8_AM + 1),
            WaitingTicket(TicketId("20261123-A005"), "A005", BIRTH, None, old, old + 1),
        ),
        held=(HeldTicket(A003, "A003", BIRTH, "bổ sung bản sao", MONDAY_8_AM + 600_000),),
        missed=(MissedTicket(A004, "A004", BIRTH, MONDAY_8_AM + 600_000),),
        finished_today=12, missed_today=1, last_call=last_call,
        alarms=(
            Alarm("device_away", Role.DISPENSER, "dispenser-1", 0),
            Alarm("no_sound", Role.BOARD, "board-1", 0),
        ),
    )  # fmt: skip


def sent(staff: Screen, link: FakeLink) -> Command:
    staff.gone("sheet-close")
    command = link.sent[-1]
    assert isinstance(command, Command)
    return command


def test_before_the_hub_is_found_only_the_search_is_said(
    link: FakeLink, qtbot: QtBot, fonts: None
) -> None:
    printer = FakePrinter()
    controller = StaffController(link, printer, "counter-9", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(QML / "StaffMain.qml", controller, qtbot) as staff:
        assert set(staff.texts()) == {"!", "Đang kết nối với bộ phận một cửa…"}
        link.linkChanged.emit(LinkChanged(LinkState.SEARCHING, 0, "unknown_place"))
        words = "counter-9: Thiết bị chưa được khai báo. Xin báo cán bộ phụ trách máy."
        staff.shows("banner", words)
        staff.check_layout()
        assert staff.window.title() == "counter-9 – cán bộ"


def test_the_officers_window_is_told_from_the_citizens(staff: Screen) -> None:
    assert staff.window.title() == "Quầy 1 – cán bộ"


@pytest.mark.parametrize(
    ("current", "key", "command"),
    [
        (None, Qt.Key.Key_F2, commands.CallNext()),
        (TicketState.CALLED, Qt.Key.Key_F4, commands.BeginService()),
        (TicketState.CALLED, Qt.Key.Key_F3, commands.RecallTicket()),
        (TicketState.CALLED, Qt.Key.Key_F6, commands.MarkMissed()),
    ],
)
def test_every_step_has_its_key(
    staff: Screen, link: FakeLink, current: TicketState | None, key: Qt.Key, command: Command
) -> None:
    link.tell(desk(current=current))
    staff.settle()
    staff.key(key)
    assert link.sent == [command]


def test_finishing_asks_for_outcome_and_dossiers(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.settle()
    staff.key(Qt.Key.Key_F5)
    staff.item("sheet-entry")
    staff.type("H48.16-1 H48.16-2")
    staff.press("choice-accepted")
    assert sent(staff, link) == commands.FinishService(
        outcome=Outcome.ACCEPTED, dossiers=("H48.16-1", "H48.16-2")
    )


def test_choices_have_keys_too(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.press("act-finish")
    staff.item("choice-advice")
    staff.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert sent(staff, link) == commands.FinishService(outcome=Outcome.ADVICE)


def test_transfer_with_return(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.press("act-transfer")
    staff.press("toggle-returns")
    staff.press("choice-counter:counter-3")
    assert sent(staff, link) == commands.TransferTicket(
        counter=CounterId("counter-3"), returns=True
    )


def test_holding_needs_a_reason(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.press("act-hold")
    staff.press("choice-30")
    assert link.sent == []
    staff.item("sheet-entry").forceActiveFocus()
    staff.type("ban sao")
    staff.press("choice-30")
    command = sent(staff, link)
    assert isinstance(command, commands.HoldTicket)
    assert command.reason == "ban sao"
    assert command.until_ms is not None


@pytest.mark.parametrize(
    ("number", "choice", "text", "command"),
    [
        ("A002", "call", "xe lan", commands.CallTicket(ticket=A002, reason="xe lan")),
        ("A003", "call", "", commands.CallTicket(ticket=A003)),
        ("A003", "release", "", commands.ReleaseTicket(ticket=A003)),
        ("A004", "rejoin", "", commands.RejoinQueue(ticket=A004)),
        ("A002", "cancel", "da ve", commands.CancelTicket(ticket=A002, reason="da ve")),
    ],
)
def test_tickets_of_the_list(
    staff: Screen, link: FakeLink, number: str, choice: str, text: str, command: Command
) -> None:
    staff.size(480, 1400)
    staff.press(f"ticket-{number}")
    staff.item("sheet-entry")
    staff.type(text)
    staff.press(f"choice-{choice}")
    assert sent(staff, link) == command


def test_a_called_number_is_cancelled_by_keyboard_alone(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.CALLED))
    staff.item("act-cancel")
    staff.key(Qt.Key.Key_Delete)
    staff.item("sheet-entry")
    staff.type("lay nham so")
    staff.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert sent(staff, link) == commands.CancelTicket(ticket=A001, reason="lay nham so")


@pytest.mark.parametrize("current", [None, TicketState.SERVING])
def test_only_a_called_number_is_cancelled_here(
    staff: Screen, link: FakeLink, current: TicketState | None
) -> None:
    link.tell(desk(current=current))
    staff.settle()
    staff.key(Qt.Key.Key_Delete)
    staff.settle()
    staff.gone("sheet-close")
    staff.gone("act-cancel")


def test_a_number_is_chosen_by_keyboard_alone(staff: Screen, link: FakeLink) -> None:
    staff.key(Qt.Key.Key_F1)
    staff.item("choice-20261123-A004")
    staff.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    staff.item("choice-release")
    staff.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert sent(staff, link) == commands.ReleaseTicket(ticket=A003)


def test_a_long_sheet_is_searched_by_typing(staff: Screen, link: FakeLink) -> None:
    hall = load_hall(LARGE)
    plan = dataclasses.replace(hall.plan, officers=small_plan().officers)
    link.tell(Setup(plan=plan, devices=small_devices()))
    staff.key(Qt.Key.Key_F9)
    staff.item("sheet-entry")
    staff.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    staff.type("xyz")
    staff.shows_somewhere("Không tìm thấy")
    for _ in "xyz":
        staff.key(Qt.Key.Key_Backspace)
    staff.type("ket hon nuoc")
    staff.gone("choice-birth")
    staff.key(Qt.Key.Key_Return)
    assert sent(staff, link) == commands.IssueTicket(
        service=ServiceId("marriage"), category=ELDERLY, printer=FIRST
    )


def test_tab_stays_within_an_open_sheet(staff: Screen, link: FakeLink) -> None:
    staff.press("act-pause")
    staff.item("choice-meeting")
    for _ in range(8):
        staff.key(Qt.Key.Key_Tab)
        focused = staff.window.activeFocusItem()
        assert focused is not None
        assert not focused.objectName().startswith(("act-", "ticket-"))


def test_pausing_and_going_on(staff: Screen, link: FakeLink) -> None:
    staff.press("act-pause")
    staff.press("choice-meeting")
    assert sent(staff, link) == commands.PauseCounter(reason="meeting")
    link.tell(desk(CounterState.PAUSED))
    staff.press("act-resume")
    assert link.sent[-1] == commands.ResumeCounter()


def test_another_service_in_the_same_visit(staff: Screen, link: FakeLink) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.press("act-add_service")
    staff.press("choice-land")
    assert sent(staff, link) == commands.AddService(service=LAND)


def test_a_slip_to_rate_on_is_printed_for_whoever_is_served(
    staff: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    link.tell(desk(current=TicketState.SERVING))
    staff.press("act-rating_slip")
    ((name, address, picture),) = printer.others
    assert (address, picture.width) == (FIRST, 576)
    printer.ended(name, PRINTED)
    printer.ended(name, NOT_SENT)
    staff.shows("banner", "Phiếu đánh giá chưa in được. Xin xem máy in.")
    staff.check_layout()
    printer.changed(FIRST, NO_PAPER)
    staff.gone("act-rating_slip")


GIVEN = NumberGiven(A001, "A001", "TOKEN", BIRTH, 0, MONDAY_8_AM, copy=1, printer=FIRST)


def test_giving_a_number_at_the_counter(
    staff: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    staff.press("act-issue")
    staff.press("toggle-elderly")
    staff.press("choice-birth")
    issue = commands.IssueTicket(service=BIRTH, category=ELDERLY, printer=FIRST)
    assert sent(staff, link) == issue
    link.done(GIVEN)
    staff.shows("given-number", "A001")
    assert printer.orders == [((A001, 1), GIVEN, FIRST)]
    printer.changed(FIRST, NO_PAPER)
    printer.end(NOT_SENT)
    staff.says("Máy in chưa in được phiếu")
    outcome = PrintOutcome.NOT_SENT
    assert link.sent[-1] == commands.RecordPrint(
        ticket=A001, copy=1, outcome=outcome, trouble="paper_end"
    )
    assert link.reports == [Report(kind="printer_paper_end", active=True)]
    staff.key(Qt.Key.Key_Escape)
    staff.gone("given-number")


def test_of_a_citizen_who_must_have_gone_nothing_is_printed_unasked(
    staff: Screen, link: FakeLink, printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.press("act-issue")
    staff.press("choice-birth")
    link.done(GIVEN)
    printer.changed(FIRST, NO_PAPER)
    printer.end(NOT_SENT)
    now = steady_ms() + AT_COUNTER_MS
    monkeypatch.setattr("counter_terminal.controllers.staff.steady_ms", lambda: now + 1)
    link.hear(Beat(now_ms=MONDAY_8_AM))
    printer.changed(FIRST, WELL)
    assert not any(isinstance(command, commands.PrintAgain) for command in link.sent)


def test_printing_a_waiting_citizens_slip_again(
    staff: Screen, link: FakeLink, printer: FakePrinter
) -> None:
    staff.press("ticket-A002")
    staff.press("choice-print")
    assert sent(staff, link) == commands.PrintAgain(ticket=A002, printer=FIRST)
    link.done(replace(GIVEN, ticket=A002, copy=2, marked=True))
    assert printer.orders[-1][0] == (A002, 2)


def test_the_list_says_in_words_who_waits_too_long(staff: Screen, link: FakeLink) -> None:
    staff.item("ticket-A005")
    assert "Chờ 45 phút · QUÁ THỜI GIAN CHỜ" in staff.texts()
    assert "Hôm nay: 12 lượt · vắng 1" in staff.texts()
    assert staff.text("alarms") == "Bảng 1: không phát được tiếng · Mất kết nối: Máy lấy số 1"


@pytest.mark.parametrize(
    ("shown_ms", "spoken_ms", "age_ms", "words"),
    [
        (100, 2_300, 3_000, "A001: hiện sau 0,1 giây · đọc xong sau 2,3 giây"),
        (100, None, 3_000, "A001: hiện sau 0,1 giây"),
        (None, None, 1_000, "A001: đang gọi…"),
        (None, None, 5_000, "Số A001 CHƯA hiện trên bảng. Xin gọi trực tiếp."),
        (100, None, 15_000, "Số A001 CHƯA được đọc. Xin gọi trực tiếp."),
    ],
)
def test_the_officer_sees_whether_the_call_arrived(
    staff: Screen,
    link: FakeLink,
    shown_ms: int | None,
    spoken_ms: int | None,
    age_ms: int,
    words: str,
) -> None:
    at_ms = MONDAY_8_AM
    link.now_ms = at_ms + age_ms
    call = LastCall(
        call=1,
        number="A001",
        at_ms=at_ms,
        shown_ms=None if shown_ms is None else at_ms + shown_ms,
        spoken_ms=None if spoken_ms is None else at_ms + spoken_ms,
        boards=1,
        voices=1,
    )
    link.tell(desk(current=TicketState.CALLED, last_call=call))
    staff.shows("last-call", words)


@pytest.mark.parametrize("staff", ["vi", "en"], indirect=True)
@pytest.mark.parametrize(("shown_ms", "word"), [(None, "not_shown"), (100, "not_spoken")])
def test_a_warning_is_read_whole(
    request: pytest.FixtureRequest,
    staff: Screen,
    link: FakeLink,
    shown_ms: int | None,
    word: str,
) -> None:
    words = Words(request.node.callspec.params["staff"])
    link.now_ms = MONDAY_8_AM + 60_000
    shown = shown_ms and MONDAY_8_AM + shown_ms
    call = LastCall(1, "AF999", MONDAY_8_AM, shown, None, boards=1, voices=1)
    link.tell(desk(current=TicketState.CALLED, last_call=call, further=(LAND,)))
    staff.size(480, 960)
    staff.shows("last-call", words.text(f"counter.{word}", number="AF999"))
    staff.check_layout()
    assert not staff.item("last-call").property("truncated")


def test_without_the_hub_there_is_nothing_to_press(staff: Screen, link: FakeLink) -> None:
    link.linkChanged.emit(LinkChanged(LinkState.LOST, 0))
    staff.gone("act-next")
    assert staff.text("banner").startswith("Mất kết nối")


def test_a_refusal_is_said_in_the_window(staff: Screen, link: FakeLink) -> None:
    staff.press("act-next")
    link.refused(NothingWaiting())
    staff.shows("banner", "Không có công dân nào đang chờ.")


@pytest.mark.parametrize("staff", ["vi", "en"], indirect=True)
@pytest.mark.parametrize("current", [None, TicketState.CALLED, TicketState.SERVING])
def test_nothing_is_cut_or_nameless(
    staff: Screen, link: FakeLink, current: TicketState | None
) -> None:
    link.tell(desk(current=current))
    staff.size(480, 960)
    staff.check_layout()
    assert staff.overlaps() == []
    assert staff.unnamed_controls() == []
