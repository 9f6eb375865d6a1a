"""Cards for calls: each for five seconds at least, none lost, none overridden."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from display_board import view_state as view
from display_board.view_state import CARD_MS, MOST_CARDS, Tick, ViewState, update
from shared.domain.hall import CounterState
from shared.domain.ids import BoardId, CounterId
from shared.i18n import Words
from shared.protocol.messages import Announce, Beat, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Announcement, BoardNow, CounterNow, DossierCount, Figures, Setup
from tests.fakes.halls import MONDAY_8_AM, ONE, TWO, named, small_devices, small_plan

VI = Words("vi")
SETUP = Topic("setup", 1, Setup(plan=small_plan(), devices=small_devices()))
EMPTY = ViewState(board=BoardId("board-1"))
FIGURES = Figures(
    DossierCount(5, 4, 1),
    DossierCount(1050, 40, 10),
    ("H48.16-261103-0012", "H48.16-261103-0007"),
    MONDAY_8_AM,
)


def call(no: int, day: str = "2026-11-23") -> Announcement:
    return Announcement(day, no, f"A{no:03d}", ONE, "1", MONDAY_8_AM, 1)


def board(*counters: CounterNow, figures: Figures | None = None) -> Topic:
    return Topic("board", 1, BoardNow("2026-11-23", counters, (), (), figures))


def numbers(state: ViewState) -> list[int]:
    return [card.call.call for card in state.cards]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 4)), max_size=40))
def test_whatever_the_rhythm_every_call_has_its_five_seconds(
    rhythm: Sequence[tuple[int, int]],
) -> None:
    state, now, next_call = EMPTY, 0, 1
    seen: dict[int, tuple[int, int]] = {}
    for pause_ms, fresh in [*rhythm, *[(250, 0)] * 20 * (2 + sum(f for _, f in rhythm))]:
        now += pause_ms
        state = update(state, Tick(now, now))
        calls = tuple(call(next_call + at) for at in range(fresh))
        next_call += fresh
        state = update(state, Announce(calls=calls)) if calls else state
        assert len(state.cards) <= MOST_CARDS
        for no in numbers(state):
            first, _ = seen.get(no, (now, now))
            seen[no] = (first, now)
    assert sorted(seen) == list(range(1, next_call)), "a call was never shown"
    ended = [no for no in seen if no not in numbers(state)]
    assert all(seen[no][1] - seen[no][0] >= CARD_MS - 900 for no in ended)


def test_a_call_announced_twice_is_shown_once() -> None:
    state = update(EMPTY, Announce(calls=(call(1),)))
    assert update(state, Announce(calls=(call(1),))) == state


def test_calls_of_a_new_day_begin_anew() -> None:
    state = update(EMPTY, Announce(calls=(call(9),)))
    state = update(state, Announce(calls=(call(1, "2026-11-24"),)))
    assert numbers(state) == [1, 9]


def calling(no: int, *, serving: bool = False, called_ms: int = MONDAY_8_AM) -> CounterNow:
    return CounterNow(ONE, CounterState.OPEN, f"A{no:03d}", serving=serving, called_ms=called_ms)


def shown_for(ms: int, *announced: Announcement, now: Topic | None = None) -> list[int]:
    """Return which calls have a card so long after they were announced."""
    state = update(EMPTY, Announce(calls=announced))
    state = update(state, now) if now else state
    return numbers(update(state, Tick(ms, 0)))


def test_a_card_stays_as_long_as_its_counter_calls_that_number() -> None:
    assert shown_for(CARD_MS, call(1), now=board(calling(1))) == [1]
    other = structs.replace(call(2), counter=TWO, at_ms=MONDAY_8_AM + 1)
    second = structs.replace(calling(2, called_ms=MONDAY_8_AM + 1), counter=TWO)
    assert shown_for(600_000, call(1), other, now=board(calling(1), second)) == [2, 1]


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(board(calling(1, serving=True)), id="begun"),
        pytest.param(board(CounterNow(ONE, CounterState.OPEN)), id="held or missed"),
        pytest.param(board(CounterNow(ONE, CounterState.CLOSED)), id="closed"),
        pytest.param(board(structs.replace(calling(1), counter=TWO)), id="called elsewhere"),
        pytest.param(board(calling(1, called_ms=MONDAY_8_AM + 86_400_000)), id="another day"),
        pytest.param(board(calling(2)), id="somebody else"),
        pytest.param(board(), id="no counter"),
        pytest.param(None, id="nothing known"),
    ],
)
def test_then_it_gives_way(now: Topic | None) -> None:
    assert shown_for(CARD_MS - 1, call(1), now=now) == [1], "but not within five seconds"
    assert shown_for(CARD_MS, call(1), now=now) == []


def test_who_is_called_again_has_one_card() -> None:
    state = update(update(EMPTY, board(calling(1))), Announce(calls=(call(1),)))
    state = update(state, Tick(30_000, 0))
    again = structs.replace(call(2), number="A001", at_ms=MONDAY_8_AM + 30_000, times=2)
    assert numbers(update(state, Announce(calls=(again,)))) == [2]


def test_when_no_place_is_left_the_oldest_gives_way_even_if_still_called() -> None:
    counters = [CounterId(f"counter-{at}") for at in range(4)]
    now = board(*(structs.replace(calling(at), counter=id_) for at, id_ in enumerate(counters)))
    calls = tuple(structs.replace(call(at), counter=id_) for at, id_ in enumerate(counters))
    state = update(update(EMPTY, now), Announce(calls=calls))
    assert (numbers(state), len(state.pending)) == ([2, 1, 0], 1)
    assert numbers(update(state, Tick(CARD_MS, 0))) == [3, 2, 1]


def test_the_stamp_says_how_old_things_are() -> None:
    assert view.stamp(EMPTY, VI) == VI.text("common.searching")
    known = update(EMPTY, board())
    lost = update(known, LinkChanged(LinkState.LOST, 1_000))
    lost = update(lost, Tick(43_000, 0))
    assert "0:42" in view.stamp(lost, VI)
    assert view.stamp(update(lost, LinkChanged(LinkState.CONNECTED, 0)), VI) == ""
    several = update(EMPTY, LinkChanged(LinkState.SEARCHING, 0, "false_hub"))
    assert view.stamp(several, VI) == f"board-1: {VI.text('common.false_hub')}"


def test_a_counter_is_marked_while_its_call_is_fresh() -> None:
    called = CounterNow(ONE, CounterState.OPEN, "A001", serving=False, called_ms=MONDAY_8_AM)
    served = CounterNow(TWO, CounterState.OPEN, "A002", serving=True)
    state = update(update(EMPTY, SETUP), board(called, served))
    state = update(state, Tick(0, MONDAY_8_AM + 1_000))
    first, second = view.counter_rows(state, VI)
    assert (first["fresh"], first["status"]) == (True, "Mời đến quầy")
    assert (second["fresh"], second["status"]) == (False, "Đang phục vụ")
    state = update(state, Tick(0, MONDAY_8_AM + view.FRESH_MS))
    assert not view.counter_rows(state, VI)[0]["fresh"]


def test_unknown_figures_are_hidden() -> None:
    assert view.figures(update(update(EMPTY, SETUP), board()), VI) == {}
    assert view.figures(EMPTY, VI) == {}
    assert view.ready(EMPTY) == []


def test_figures_say_when_they_were_true() -> None:
    known = update(update(EMPTY, SETUP), board(figures=FIGURES))
    assert view.figures(known, VI) == {
        "title": "Hồ sơ, lúc 08:00",
        "columns": ["Tiếp nhận", "Đúng hạn", "Quá hạn"],
        "rows": [["Hôm nay", "5", "4", "1"], ["Tháng này", "1.050", "40", "10"]],
    }
    assert view.ready(known) == ["H48.16-261103-0012", "H48.16-261103-0007"]


def test_yesterdays_figures_are_not_shown_as_todays() -> None:
    old = structs.replace(FIGURES, today=None, synced_ms=MONDAY_8_AM - 86_400_000)
    told = view.figures(update(update(EMPTY, SETUP), board(figures=old)), VI)
    assert told["title"] == "Hồ sơ, lúc 08:00 22/11"
    assert told["rows"] == [["Tháng này", "1.050", "40", "10"]]


def test_notices_take_turns_and_the_text_runs_in_all_languages() -> None:
    devices = small_devices()
    plan = next(iter(devices.boards.values()))
    words = replace(
        plan,
        notices=(named("Một", "One"), named("Hai")),
        running_text=(named("Chạy", "Runs"),),
        languages=("vi", "en"),
    )
    setup = Setup(plan=small_plan(), devices=replace(devices, boards={words.id: words}))
    state = update(EMPTY, Topic("setup", 1, setup))
    assert view.notice(state) == "Một"
    assert view.notice(update(state, Tick(view.NOTICE_MS, 0))) == "One"
    assert view.notice(update(state, Tick(2 * view.NOTICE_MS, 0))) == "Hai"
    assert view.notice(update(state, Tick(3 * view.NOTICE_MS, 0))) == "Một"
    assert view.running_text(state) == "Chạy     ·     Runs"


def test_where_pictures_or_figures_stand_the_notices_run() -> None:
    devices = small_devices()
    plan = next(iter(devices.boards.values()))
    words = replace(plan, running_text=(named("Chạy"),), media=("film.mp4",))
    setup = Setup(plan=small_plan(), devices=replace(devices, boards={words.id: words}))
    state = update(EMPTY, Topic("setup", 1, setup))
    assert (view.notice(state), view.running_text(state)) == ("", "Chạy     ·     Tin")
    known = update(update(EMPTY, SETUP), board(figures=FIGURES))
    assert (view.notice(known), view.running_text(known)) == ("", "Tin")
    codes = "Hồ sơ đã có kết quả: H48.16-261103-0012, H48.16-261103-0007"
    both = view.running_text(update(state, board(figures=FIGURES)))
    assert both == f"Chạy     ·     Tin     ·     {codes}", "pictures stand where codes would"


def test_a_board_may_have_no_notices() -> None:
    devices = small_devices()
    plan = replace(next(iter(devices.boards.values())), notices=())
    setup = Setup(plan=small_plan(), devices=replace(devices, boards={plan.id: plan}))
    assert view.notice(update(EMPTY, Topic("setup", 1, setup))) == ""


def test_before_anything_is_known_nothing_is_shown() -> None:
    assert update(EMPTY, Beat(now_ms=1)) == EMPTY
    assert view.notice(EMPTY) == ""
    assert view.running_text(EMPTY) == ""
    assert view.counter_rows(EMPTY, VI) == []
    assert view.waiting_rows(EMPTY, VI) == []
    assert view.last_calls(EMPTY, VI) == []
    assert view.card_rows(EMPTY, VI) == []
