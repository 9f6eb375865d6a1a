"""What each kind of device is told about one hall."""

from dataclasses import replace

import pytest

from shared.domain.apply import apply
from shared.domain.commands import (
    BeginService,
    CallNext,
    CallTicket,
    ConfirmShown,
    ConfirmSpoken,
    FinishService,
    HoldTicket,
    IssueTicket,
    MarkMissed,
    Outcome,
    PauseCounter,
    RateService,
    RecallTicket,
    Role,
    SignIn,
    TransferTicket,
)
from shared.domain.decide import decide
from shared.domain.devices import BoardPlan, Devices, DispenserPlan, PrinterPlan
from shared.domain.errors import ServiceClosed
from shared.domain.hall import CounterState, Hall, TicketState
from shared.domain.ids import BoardId, CounterId, FieldId, OfficerId, TicketId
from shared.domain.plan import Field
from shared.hub import topics
from shared.protocol.topics import Alarm, CounterNow, FieldWaiting, KioskNow
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    COPIES,
    DISPENSER,
    ELDERLY,
    LAND,
    MINUTE_MS,
    MONDAY_8_AM,
    OFFICE,
    ONE,
    THREE,
    TWO,
    Play,
    at,
    named,
    panel,
    small_devices,
    small_plan,
)

DEVICES = small_devices()
WALL = DEVICES.boards[BoardId("board-1")]
A001, A002 = TicketId("20261123-A001"), TicketId("20261123-A002")


@pytest.fixture
def play() -> Play:
    """Two people wait for birth, one for land; an officer sits at each counter."""
    play = Play()
    for service in (BIRTH, BIRTH, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    for counter in (ONE, TWO, THREE):
        play.do(at(counter), SignIn(officer=OfficerId("lan")))
    return play


class TestDispenser:
    def test_says_how_many_wait_for_each_service(self, play: Play) -> None:
        now = topics.dispenser_now(play.hall, play.now)
        assert {s.service: s.waiting for s in now.services} == {BIRTH: 2, COPIES: 0, LAND: 1}
        assert now.refusal is None
        assert now.day == "2026-11-23"

    def test_says_why_there_are_no_numbers(self) -> None:
        play = Play(small_plan(OFFICE))
        now = topics.dispenser_now(play.hall, MONDAY_8_AM + 10 * 60 * MINUTE_MS)
        assert isinstance(now.refusal, ServiceClosed)
        assert all(isinstance(s.refusal, ServiceClosed) for s in now.services)


class TestBoard:
    def test_shows_its_counters_and_whom_they_call_or_serve(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.do(at(THREE), CallNext())
        play.do(at(THREE), BeginService())
        one, two, three = topics.board_now(play.hall, WALL).counters
        assert one == CounterNow(
            counter=ONE, state=CounterState.OPEN, number="A001", called_ms=play.hall.at_ms
        )
        assert two == CounterNow(counter=TWO, state=CounterState.OPEN)
        assert (three.number, three.serving) == ("B001", True)

    def test_shows_the_last_calls_of_its_counters_once_each(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.do(at(TWO), CallNext())
        play.do(at(THREE), CallNext())
        play.later(30).do(at(ONE), RecallTicket())
        lines = topics.board_now(play.hall, WALL).last_calls
        assert [line.number for line in lines] == ["A001", "B001", "A002"]
        only_two = replace(WALL, counters=(TWO,))
        assert [line.number for line in topics.board_now(play.hall, only_two).last_calls] == [
            "A002"
        ]

    def test_the_list_of_last_calls_ends(self, play: Play) -> None:
        for _ in range(topics.LAST_CALLS + 2):
            play.do(DISPENSER, IssueTicket(service=LAND))
            play.do(at(THREE), CallNext())
            play.do(at(THREE), BeginService())
            play.do(at(THREE), FinishService(outcome=Outcome.ADVICE))
        assert len(topics.board_now(play.hall, WALL).last_calls) == topics.LAST_CALLS

    def test_counts_the_waiting_of_its_fields_under_their_roots(self, play: Play) -> None:
        group = FieldId("civil-status")
        fields = {**play.hall.plan.fields}
        fields[group] = Field(group, named("Hộ tịch"), named("Hộ tịch"), FieldId("justice"))
        services = {**play.hall.plan.services}
        services[BIRTH] = replace(services[BIRTH], field=group)
        play.replan(fields=fields, services=services)
        justice, land = FieldWaiting(FieldId("justice"), 2), FieldWaiting(FieldId("land-field"), 1)
        assert topics.board_now(play.hall, WALL).waiting == (justice, land)
        assert topics.board_now(play.hall, replace(WALL, counters=(ONE,))).waiting == (justice,)
        assert topics.board_now(play.hall, replace(WALL, show_waiting=False)).waiting == ()


class TestAnnouncements:
    def announced(self, hall: Hall, now: int, board: BoardPlan = WALL, after: int = 0) -> list[int]:
        return [each.call for each in topics.announcements(hall, board, now, after)]

    def test_every_call_of_its_counters_oldest_first(self, play: Play) -> None:
        for counter in (ONE, THREE, TWO):
            play.do(at(counter), CallNext())
        assert self.announced(play.hall, play.now) == [1, 2, 3]
        assert self.announced(play.hall, play.now, replace(WALL, counters=(ONE, TWO))) == [1, 3]
        assert self.announced(play.hall, play.now, after=2) == [3]
        (first, *_) = topics.announcements(play.hall, WALL, play.now, 0)
        assert (first.number, first.label, first.times, first.day) == ("A001", "1", 1, "2026-11-23")

    def test_until_it_was_shown_and_spoken(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.do(BOARD, ConfirmShown(call=1))
        assert self.announced(play.hall, play.now) == [1]
        assert self.announced(play.hall, play.now, replace(WALL, voice=False)) == []
        play.do(BOARD, ConfirmSpoken(call=1))
        assert self.announced(play.hall, play.now) == []
        assert self.announced(play.hall, play.now, replace(WALL, id=BoardId("board-2"))) == [1]

    def test_but_not_for_ever(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.later(50).do(at(TWO), CallNext())
        assert self.announced(play.hall, play.now) == [1, 2]
        assert self.announced(play.hall, play.later(20).now) == [2]

    def test_but_nobody_who_has_come_or_was_called_anew(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.do(at(TWO), CallNext())
        play.do(at(ONE), BeginService())
        assert self.announced(play.hall, play.now) == [2]
        play.do(at(ONE), HoldTicket(reason="copy"))
        assert self.announced(play.hall, play.now) == [2]
        play.later(30).do(at(TWO), RecallTicket())
        assert self.announced(play.hall, play.now) == [3]
        play.do(at(ONE), CallTicket(ticket=A001))
        assert self.announced(play.hall, play.now) == [3, 4]


class TestCounter:
    def test_the_officer_sees_whom_they_may_call(self, play: Play) -> None:
        play.do(DISPENSER, IssueTicket(service=COPIES, category=ELDERLY))
        play.do(at(THREE), CallNext())
        play.do(at(THREE), TransferTicket(counter=ONE))
        desk = topics.counter_desk(play.hall, ONE, DEVICES, ())
        assert [(w.number, w.bound) for w in desk.waiting] == [
            ("A003", False),
            ("A001", False),
            ("A002", False),
            ("B001", True),
        ]
        assert desk.waiting[1].target_ms == MONDAY_8_AM + 30 * MINUTE_MS
        assert (desk.state, desk.officer) == (CounterState.OPEN, OfficerId("lan"))
        assert desk.current is None
        assert desk.last_call is None

    def test_the_ticket_at_the_counter_with_the_calls_left(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        current = topics.counter_desk(play.hall, ONE, DEVICES, ()).current
        assert current is not None
        assert (current.number, current.calls, current.calls_left) == ("A001", 1, 1)
        assert current.may_recall_ms == play.now + 20_000
        assert current.returns_to is None
        play.do(at(ONE), TransferTicket(counter=THREE, returns=True))
        play.do(at(THREE), CallTicket(ticket=A001, reason="returns"))
        current = topics.counter_desk(play.hall, THREE, DEVICES, ()).current
        assert current is not None
        assert current.returns_to == ONE

    def test_only_their_own_held_and_their_services_missed(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        play.do(at(ONE), HoldTicket(reason="copy", until_ms=play.now + MINUTE_MS))
        play.do(at(TWO), CallNext())
        play.later(30).do(at(TWO), RecallTicket())
        play.later(30).do(at(TWO), MarkMissed())
        one, three = (topics.counter_desk(play.hall, c, DEVICES, ()) for c in (ONE, THREE))
        assert [(h.number, h.reason) for h in one.held] == [("A001", "copy")]
        assert [m.number for m in one.missed] == ["A002"]
        assert one.missed[0].until_ms == play.hall.at_ms + 30 * MINUTE_MS
        assert (three.held, three.missed) == ((), ())
        two = topics.counter_desk(play.hall, TWO, DEVICES, ())
        assert (two.held, two.missed_today) == ((), 1)

    def test_whether_the_last_call_was_shown_and_spoken(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        last = topics.counter_desk(play.hall, ONE, DEVICES, ()).last_call
        assert last is not None
        assert (last.number, last.shown_ms, last.spoken_ms) == ("A001", None, None)
        assert (last.boards, last.voices) == (1, 1)
        play.later(1).do(BOARD, ConfirmShown(call=1))
        last = topics.counter_desk(play.hall, ONE, DEVICES, ()).last_call
        assert last is not None
        assert last.shown_ms == play.now

    def test_alarms_are_passed_on(self, play: Play) -> None:
        alarm = Alarm(kind="no_sound", role=Role.BOARD, place="board-1", since_ms=1)
        assert topics.counter_desk(play.hall, ONE, DEVICES, (alarm,)).alarms == (alarm,)


def test_a_mark_is_in_no_topic_of_any_device(play: Play) -> None:
    """Whatever mark was given, or none: the officer's frames are the same."""
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(ONE), FinishService(outcome=Outcome.ACCEPTED))
    good, poor = (
        decided(play.hall, RateService(ticket=A001, level=level, reasons=reasons))
        for level, reasons in (("good", ()), ("poor", ("slow",)))
    )
    assert told(good) == told(poor)
    assert told(good)[1:] == told(play.hall)[1:], "only the panel knows that a mark came"


def decided(hall: Hall, mark: RateService) -> Hall:
    events = decide(hall, mark, now=hall.at_ms, actor=panel(ONE))
    assert isinstance(events, tuple)
    for event in events:
        hall = apply(hall, event, hall.at_ms)
    return hall


def told(hall: Hall) -> list[object]:
    return [
        topics.panel_now(hall, ONE),
        *(topics.counter_desk(hall, counter, DEVICES, ()) for counter in (ONE, TWO, THREE)),
        topics.board_now(hall, WALL),
        topics.dispenser_now(hall, hall.at_ms),
        topics.kiosk_now(hall),
        topics.ticket_place(hall, "A001", ""),
    ]


class TestPanel:
    def test_waits_calls_serves_and_asks_for_a_mark(self, play: Play) -> None:
        assert topics.panel_now(play.hall, ONE).number == ""
        play.do(at(ONE), CallNext())
        called = topics.panel_now(play.hall, ONE)
        assert (called.number, called.serving, called.rating) == ("A001", False, None)
        play.do(at(ONE), BeginService())
        assert topics.panel_now(play.hall, ONE).serving
        play.do(at(ONE), FinishService(outcome=Outcome.ACCEPTED))
        done = topics.panel_now(play.hall, ONE)
        assert (done.number, done.rating) == ("", A001)
        assert done.rating_until_ms == play.now + 60_000

    def test_names_the_officer_only_where_the_hall_wants_it(self, play: Play) -> None:
        play.do(at(ONE), PauseCounter(reason="meeting"))
        now = topics.panel_now(play.hall, ONE)
        assert (now.officer, now.pause_reason) == (OfficerId("lan"), "meeting")
        play.replan(show_officer_name=False)
        assert topics.panel_now(play.hall, ONE).officer is None


class TestKiosk:
    def test_says_how_many_wait_in_all(self, play: Play) -> None:
        assert topics.kiosk_now(play.hall) == KioskNow(day="2026-11-23", waiting=3)

    def test_finds_a_ticket_by_number_or_by_token(self, play: Play) -> None:
        by_number = topics.ticket_place(play.hall, " a002 ", "")
        assert by_number is not None
        assert (by_number.ahead, by_number.state) == (1, TicketState.WAITING)
        assert by_number.counters == (ONE, TWO)
        assert topics.ticket_place(play.hall, "a2", "") == by_number
        token = play.hall.tickets[A002].token
        assert topics.ticket_place(play.hall, "", token) == by_number

    def test_says_where_a_called_or_a_bound_ticket_belongs(self, play: Play) -> None:
        play.do(at(ONE), CallNext())
        called = topics.ticket_place(play.hall, "A001", "")
        assert called is not None
        assert (called.counter, called.ahead) == (ONE, 0)
        play.do(at(ONE), TransferTicket(counter=THREE))
        bound = topics.ticket_place(play.hall, "A001", "")
        assert bound is not None
        assert bound.counters == (CounterId("counter-3"),)

    @pytest.mark.parametrize(("number", "token"), [("A999", ""), ("", "NOBODYS"), ("", "")])
    def test_knows_no_other_ticket(self, play: Play, number: str, token: str) -> None:
        assert topics.ticket_place(play.hall, number, token) is None


def with_printers() -> Devices:
    printer = PrinterPlan(address="tcp://10.0.0.50:9100")
    dispenser = DispenserPlan(id="dispenser-1", printer=printer)
    return replace(
        small_devices(), dispensers={"dispenser-1": dispenser}, counter_printers={ONE: printer}
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HUB])
def test_names_of_people_and_printers_go_only_where_they_are_needed(role: Role) -> None:
    for shown in (True, False):
        plan = replace(small_plan(), show_officer_name=shown)
        setup = topics.setup_for(role, plan, with_printers())
        sees = role in (Role.COUNTER, Role.HEAD) or (role is Role.PANEL and shown)
        assert bool(setup.plan.officers) is sees
        assert bool(setup.devices.counter_printers) is (role is Role.COUNTER)
        printer = setup.devices.dispensers["dispenser-1"].printer
        assert (printer is not None) is (role is Role.DISPENSER)
