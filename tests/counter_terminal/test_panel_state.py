"""The panel's pages."""

from counter_terminal import panel_state as view
from counter_terminal.panel_state import (
    LanguageChosen,
    LevelChosen,
    PanelState,
    Rated,
    ReasonToggled,
    Tick,
    page,
    update,
)
from shared.domain.hall import CounterState
from shared.domain.ids import OfficerId, TicketId
from shared.i18n import Words
from shared.protocol.messages import Beat, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import PanelNow, Setup
from tests.fakes.halls import ONE, small_devices, small_plan

VI = Words("vi")
A001 = TicketId("20261123-A001")
EMPTY = PanelState(counter=ONE)
SETUP = Topic("setup", 1, Setup(plan=small_plan(), devices=small_devices()))


def now(
    state: CounterState = CounterState.OPEN, rating: TicketId | None = None, reason: str = ""
) -> Topic:
    value = PanelNow(ONE, state, OfficerId("lan"), reason, "", False, rating)
    return Topic("panel", 1, value)


def known(topic: Topic) -> PanelState:
    state = update(update(EMPTY, SETUP), LinkChanged(LinkState.CONNECTED, 0))
    return update(state, topic)


def test_without_a_hub_it_says_how_long() -> None:
    assert view.headline(EMPTY, VI) == "Đang kết nối…"
    lost = update(known(now()), LinkChanged(LinkState.LOST, 0))
    assert "0:07" in view.headline(update(lost, Tick(7_000)), VI)


def test_each_state_of_the_counter_has_its_page() -> None:
    assert page(known(now())) == "ready"
    assert page(known(now(CounterState.CLOSED))) == "closed"
    assert view.headline(known(now(CounterState.PAUSED, reason="meeting")), VI) == (
        "Quầy tạm dừng: Họp"
    )
    assert view.headline(known(now(CounterState.PAUSED, reason="mất điện")), VI) == (
        "Quầy tạm dừng: mất điện"
    )


def test_a_poor_mark_is_asked_why_and_forgotten_with_the_next_ticket() -> None:
    state = update(known(now(rating=A001)), LevelChosen("poor"))
    assert page(state) == "why"
    state = update(state, ReasonToggled("slow"))
    assert [reason["chosen"] for reason in view.reasons(state, VI)] == [True]
    assert not view.reasons(update(state, ReasonToggled("slow")), VI)[0]["chosen"]
    state = update(state, now(rating=TicketId("20261123-A002")))
    assert page(state) == "rating"
    assert not view.reasons(state, VI)[0]["chosen"]


def test_a_poor_mark_without_a_reason_still_counts() -> None:
    state = update(known(now(rating=A001)), LevelChosen("poor"))
    state = update(update(state, Tick(view.WHY_MS - 1)), ReasonToggled("slow"))
    assert not view.reason_overdue(update(state, Tick(view.WHY_MS)))
    assert view.reason_overdue(update(state, Tick(2 * view.WHY_MS)))
    assert not view.reason_overdue(known(now()))


def test_the_next_citizen_is_spoken_to_in_the_halls_language() -> None:
    def calling(number: str) -> Topic:
        value = PanelNow(ONE, CounterState.OPEN, OfficerId("lan"), "", number, False, None)
        return Topic("panel", 1, value)

    state = update(known(calling("A001")), LanguageChosen("en"))
    assert update(state, now(rating=A001)).language == "en", "whoever was served rates in English"
    assert update(state, calling("A002")).language == "vi"


def test_thanks_are_said_for_a_while() -> None:
    state = update(known(now(rating=A001)), Rated())
    assert page(state) == "thanks"
    state = update(state, Tick(view.THANKS_MS))
    assert page(state) == "ready", "the same ticket is not asked for again"


def test_a_mark_without_a_hub_rates_nobody() -> None:
    assert update(EMPTY, Rated()).rated is None


def test_names_and_labels_are_empty_until_known() -> None:
    assert view.officer_name(EMPTY) == ""
    assert view.counter_label(EMPTY) == ""
    assert view.levels(EMPTY, VI) == []
    assert view.reasons(EMPTY, VI) == []
    assert not view.needs_reason(EMPTY, "poor")
    assert view.officer_name(known(now())) == "Lan"
    assert [level["mood"] for level in view.levels(known(now()), VI)] == [1.0, 0.0, -1.0]


def test_a_pause_before_the_set_up_is_known_is_said_as_it_is() -> None:
    state = update(EMPTY, LinkChanged(LinkState.CONNECTED, 0))
    state = update(state, now(CounterState.PAUSED, reason="meeting"))
    assert view.headline(state, VI) == "Quầy tạm dừng: meeting"


def test_other_frames_change_nothing() -> None:
    assert update(EMPTY, Beat(now_ms=1)) == EMPTY
