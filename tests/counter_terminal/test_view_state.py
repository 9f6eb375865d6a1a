"""What the officer's window shows, beyond what the clicks in test_app already tell."""

from dataclasses import replace

import pytest

from counter_terminal import view_state as view
from counter_terminal.sheets import sheet_words
from counter_terminal.view_state import (
    Asked,
    PaperChanged,
    Tick,
    Toggled,
    ViewState,
    update,
)
from shared.domain.hall import CounterState, TicketState
from shared.i18n import Words
from shared.printing.desk import PaperNow
from shared.printing.handing import Handing, Paper
from shared.printing.status import Trouble
from shared.protocol.messages import Accepted, Beat, Done, NumberGiven, Topic
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import LastCall, Setup
from tests.counter_terminal.test_app import A001, desk
from tests.fakes.halls import LAND, MONDAY_8_AM, ONE, small_devices, small_plan

VI = Words("vi")
EMPTY = ViewState(counter=ONE)


def known(**changes: object) -> ViewState:
    setup = Setup(plan=small_plan(), devices=small_devices())
    state = update(update(EMPTY, Topic("setup", 1, setup)), LinkChanged(LinkState.CONNECTED, 0))
    state = update(state, Topic("counter", 1, desk()))
    return replace(update(state, Tick(0, MONDAY_8_AM)), **changes)  # type: ignore[arg-type]  # any field


def test_before_anything_is_known_nothing_is_shown() -> None:
    assert view.stage(EMPTY) == "offline"
    assert view.actions(EMPTY, VI) == []
    assert view.current_words(EMPTY, VI) == {}
    assert view.call_words(EMPTY, VI) == {"text": "", "bad": False}
    assert view.today_text(EMPTY, VI) == ""
    assert view.countdown(EMPTY) == ""
    assert view.priority_name(EMPTY, None, VI) == ""
    assert view.banner(EMPTY, VI) == VI.text("common.searching")
    assert sheet_words(EMPTY, VI) == {}
    assert update(EMPTY, Beat(now_ms=1)) == EMPTY


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (CounterState.CLOSED, "closed"),
        (CounterState.PAUSED, "paused"),
        (CounterState.OPEN, "nobody"),
    ],
)
def test_a_counter_stays_what_it_is_while_the_hub_is_away(said: CounterState, shown: str) -> None:
    state = known(desk=desk(state=said, current=None))
    away = update(state, LinkChanged(LinkState.SEARCHING, 0))
    assert (view.resting(state), view.resting(away)) == (shown, shown)
    assert view.stage(away) == "offline"


def test_a_wrong_place_is_said() -> None:
    wrong = LinkChanged(LinkState.SEARCHING, 0, "unknown_place")
    banner = view.banner(update(EMPTY, wrong), VI)
    assert banner == f"counter-1: {VI.text('common.unknown_place')}"


def test_an_answer_nobody_gave_is_said() -> None:
    state = update(known(), Asked("request-1"))
    assert update(state, Expired("request-1")).notice == VI.text("counter.no_answer")
    assert update(state, Expired("request-9")) == state
    assert update(state, Done(id="request-1", reply=Accepted())).notice == ""


def failed(paper: Paper) -> PaperChanged:
    given = NumberGiven(A001, "A001", "TOKEN", LAND, 0, MONDAY_8_AM)
    return PaperChanged(PaperNow({}, Handing(given, paper)))


def test_the_officer_is_told_once_what_became_of_a_slip() -> None:
    assert update(known(), failed(Paper.PRINTING)).notice == ""
    state = update(known(), failed(Paper.UNKNOWN))
    assert state.notice == VI.text("counter.paper_unknown")
    quiet = replace(state, notice="")
    assert update(quiet, failed(Paper.UNKNOWN)).notice == ""
    assert update(quiet, PaperChanged(PaperNow())).notice == ""


def test_a_notice_goes_after_a_while() -> None:
    state = update(known(), failed(Paper.FAILED))
    assert state.notice
    assert update(state, Tick(view.NOTICE_MS - 1, 0)).notice
    assert not update(state, Tick(view.NOTICE_MS, 0)).notice


def test_a_switch_is_turned_back_by_touching_it_again() -> None:
    state = update(known(sheet="transfer"), Toggled("returns"))
    assert state.toggle == "returns"
    assert update(state, Toggled("returns")).toggle == ""


def current(**changes: object) -> ViewState:
    value = desk(current=TicketState.CALLED)
    assert value.current is not None
    fields = {name: getattr(value.current, name) for name in value.current.__struct_fields__}
    ticket = type(value.current)(**(fields | changes))
    desk_fields = {name: getattr(value, name) for name in value.__struct_fields__}
    return known(desk=type(value)(**(desk_fields | {"current": ticket})))


def test_the_citizen_is_given_time_with_a_countdown() -> None:
    state = current(may_recall_ms=MONDAY_8_AM + 4_100)
    assert view.countdown(state) == "5"
    assert "recall" not in view.enabled_actions(state)


def test_missed_waits_for_the_last_call() -> None:
    enabled = view.enabled_actions(current(calls_left=1))
    assert "recall" in enabled
    assert "missed" not in enabled


def test_what_follows_the_visit_is_said() -> None:
    assert view.current_words(current(further=(LAND,)), VI)["further"] == "Sau đó: Đăng ký đất đai"
    back = view.current_words(current(returns_to=ONE), VI)["further"]
    assert back == "Xong sẽ quay lại quầy 1"
    assert view.current_words(current(begun_ms=0), VI)["detail"].startswith("Đã gọi 2 lần")


def test_a_hall_without_boards_says_nothing_of_them() -> None:
    call = LastCall(1, "A001", MONDAY_8_AM, None, None, boards=0, voices=0)
    state = known(desk=desk(last_call=call))
    assert view.call_words(state, VI)["text"] == ""


def test_only_a_citizen_still_to_come_is_called_in_person() -> None:
    call = LastCall(1, "A001", MONDAY_8_AM, None, None, boards=1, voices=1)
    late = {"hub_ms": MONDAY_8_AM + view.UNHEARD_MS}
    called = known(desk=desk(current=TicketState.CALLED, last_call=call), **late)
    assert view.call_words(called, VI)["bad"]
    served = known(desk=desk(current=TicketState.SERVING, last_call=call), **late)
    assert not view.call_words(served, VI)["bad"]


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_of_a_printer_has_its_words(trouble: Trouble) -> None:
    for language in ("vi", "en"):
        assert Words(language).text(f"counter.alarm_printer_{trouble}", place="x") != ""


def test_a_closed_counter_speaks_of_no_call() -> None:
    call = LastCall(1, "A001", MONDAY_8_AM, MONDAY_8_AM, MONDAY_8_AM, boards=1, voices=1)
    assert view.call_words(known(desk=desk(last_call=call)), VI)["text"]
    closed = known(desk=desk(CounterState.CLOSED, last_call=call))
    assert view.call_words(closed, VI)["text"] == ""


@pytest.mark.parametrize("state", list(CounterState))
def test_a_call_that_never_arrived_is_not_spoken_of_when_nobody_is_called(
    state: CounterState,
) -> None:
    call = LastCall(1, "A001", MONDAY_8_AM, None, None, boards=1, voices=1)
    for age_ms in (0, view.UNHEARD_MS):
        idle = known(desk=desk(state, last_call=call), hub_ms=MONDAY_8_AM + age_ms)
        assert view.call_words(idle, VI) == {"text": "", "bad": False}


def test_a_paused_counter_may_go_on_or_leave() -> None:
    state = known(desk=desk(CounterState.PAUSED))
    assert view.enabled_actions(state) == ["resume", "issue", "sign_out"]
