"""One visit at the kiosk: pages, comforts, help, and the end."""

from dataclasses import replace

import pytest

from kiosk import view_state as view
from kiosk.view_state import (
    CardShown,
    Comfort,
    Finished,
    HelpToggled,
    LanguageChosen,
    Opened,
    Page,
    Ready,
    TextSizeChanged,
    Tick,
    Toggled,
    Touched,
    ViewState,
    seconds_left,
    update,
)
from shared.i18n import Words
from shared.protocol.messages import Beat, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import KioskNow, Setup
from tests.fakes.halls import small_devices, small_plan

VI = Words("vi")
SETUP = Topic("setup", 1, Setup(plan=small_plan(), devices=small_devices()))
HERE = ViewState(page=Page.MY_TICKET)


def test_after_a_minute_the_visit_is_over() -> None:
    state = update(update(HERE, LanguageChosen("en")), Toggled("high_contrast"))
    assert update(state, Tick(view.IDLE_MS - 1)).page is Page.MY_TICKET
    ended = update(state, Tick(view.IDLE_MS))
    assert (ended.page, ended.language, ended.comfort) == (Page.ATTRACT, "vi", Comfort())


def test_the_end_is_announced_in_seconds() -> None:
    assert seconds_left(update(HERE, Tick(39_999))) == 0
    assert seconds_left(update(HERE, Tick(40_000))) == 20
    assert seconds_left(update(HERE, Tick(59_500))) == 1
    assert seconds_left(update(ViewState(), Tick(59_500))) == 0, "nobody is here"


def test_that_no_card_is_read_here_is_said_for_a_while() -> None:
    here = update(update(HERE, LinkChanged(LinkState.CONNECTED, 0)), Tick(1_000))
    shown = update(here, CardShown())
    assert view.banner(shown, VI) == VI.text("kiosk.no_cards")
    assert view.banner(update(shown, Tick(1_000 + view.CARD_MS - 1)), VI) != ""
    assert view.banner(update(shown, Tick(1_000 + view.CARD_MS)), VI) == ""
    assert view.banner(update(shown, Finished()), VI) == ""


def test_any_touch_puts_the_end_off() -> None:
    state = update(update(update(HERE, Tick(59_000)), Touched()), Tick(90_000))
    assert (state.page, seconds_left(state)) == (Page.MY_TICKET, 0)


def test_whoever_needs_more_time_has_five_minutes() -> None:
    state = update(HERE, Toggled("patient"))
    assert update(state, Tick(299_000)).page is Page.MY_TICKET
    assert seconds_left(update(state, Tick(299_000))) == 1
    assert update(state, Tick(300_000)).page is Page.ATTRACT


def test_whoever_is_done_says_so() -> None:
    assert update(update(HERE, LanguageChosen("en")), Finished()).language == "vi"


def test_a_page_is_opened() -> None:
    assert update(ViewState(), Opened(Page.HOME)).page is Page.HOME


def test_only_what_works_has_a_door() -> None:
    assert view.doors(ViewState()) == []
    alone = update(ViewState(), Ready(Page.PROCEDURES, True))
    assert view.doors(alone) == [Page.PROCEDURES], "the catalogue is on our own disk"
    more = update(alone, SETUP)
    assert view.doors(more) == [Page.PROCEDURES, Page.MY_TICKET, Page.FEEDBACK]
    less = update(more, Ready(Page.PROCEDURES, False))
    assert view.doors(less) == [Page.MY_TICKET, Page.FEEDBACK]


def test_staff_stay_called_for_a_while_after_the_visit() -> None:
    state = update(update(HERE, Tick(1000)), HelpToggled())
    assert update(state, HelpToggled()).help_ms == 0
    ended = update(state, Tick(view.IDLE_MS + 1000))
    assert (ended.page, ended.help_ms) == (Page.ATTRACT, 1000)
    assert update(ended, Tick(view.HELP_MS + 1000)).help_ms == 0


def test_letters_grow_in_steps_and_come_back() -> None:
    sizes, state = [], HERE
    for _ in range(4):
        sizes.append(state.comfort.text_percent)
        state = update(state, TextSizeChanged())
    assert sizes == [100, 125, 150, 100]


@pytest.mark.parametrize("comfort", ["high_contrast", "low_reach", "patient", "speech"])
def test_comforts_are_switched_on_and_off(comfort: str) -> None:
    on = update(HERE, Toggled(comfort))
    assert getattr(on.comfort, comfort)
    assert update(on, Toggled(comfort)) == HERE


def test_the_hall_is_heard() -> None:
    state = update(update(HERE, SETUP), Topic("kiosk", 1, KioskNow("2026-11-23", 3)))
    assert state.setup == SETUP.value
    assert state.now == KioskNow("2026-11-23", 3)
    assert update(state, Beat(now_ms=1)) == state


def test_every_link_trouble_has_its_words() -> None:
    assert view.banner(HERE, VI) == VI.text("common.searching")
    here = replace(HERE, place="kiosk-1")
    wrong = update(here, LinkChanged(LinkState.SEARCHING, 0, "wrong_hall"))
    assert view.banner(wrong, VI) == f"kiosk-1: {VI.text('common.wrong_hall')}"
    lost = replace(update(HERE, LinkChanged(LinkState.LOST, 0)), now_ms=42_000)
    assert view.banner(lost, VI) == VI.text("common.lost", age="0:42")
    assert view.banner(update(HERE, LinkChanged(LinkState.CONNECTED, 0)), VI) == ""
