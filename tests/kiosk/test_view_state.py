"""What the kiosk shows."""

from dataclasses import replace

from kiosk import view_state as view
from kiosk.view_state import (
    Asked,
    LanguageChosen,
    Tick,
    Typed,
    ViewState,
    WentBack,
    question,
    update,
)
from shared.domain.hall import TicketState
from shared.i18n import Words
from shared.protocol.messages import Answer, Beat, FindTicket, TicketPlace, Topic
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import Setup
from tests.fakes.halls import BIRTH, MONDAY_8_AM, small_devices, small_plan

VI = Words("vi")
SETUP = Topic("setup", 1, Setup(plan=small_plan(), devices=small_devices()))
HELD = TicketPlace("A001", TicketState.HELD, BIRTH, 0, None, (), MONDAY_8_AM)


def test_letters_are_typed_and_taken_back() -> None:
    state = ViewState()
    for letter in "A0012345678":
        state = update(state, Typed(letter))
    assert state.typed == "A0012345"
    assert update(state, Typed("")).typed == "A001234"


def test_a_question_is_a_number_or_a_scanned_token() -> None:
    assert question(" a012 ") == FindTicket(number="A012")
    assert question("motcua:abc") == FindTicket(token="ABC")
    assert question("  ") is None


def test_after_a_minute_nothing_is_left_of_who_was_there() -> None:
    state = update(ViewState(), LanguageChosen("en"))
    state = update(update(state, Typed("A")), Tick(view.IDLE_MS))
    assert (state.typed, state.language, state.answered) == ("", "vi", False)


def test_going_back_keeps_the_language() -> None:
    state = update(update(ViewState(), LanguageChosen("en")), Typed("A"))
    state = update(state, WentBack())
    assert (state.typed, state.language) == ("", "en")


def test_only_the_answer_to_the_question_counts() -> None:
    state = update(update(ViewState(), SETUP), Asked("request-1"))
    assert update(state, Answer(id="other-one", place=HELD)) == state
    answered = update(state, Answer(id="request-1", place=HELD))
    words = view.place_words(answered, VI)
    assert words["headline"] == VI.text("kiosk.held")
    assert words["counters"] == ""


def asked_for(number: str, *, setup: Topic = SETUP) -> ViewState:
    """Return the state after a number was typed that the hub does not find."""
    state = update(ViewState(), setup)
    for letter in number:
        state = update(state, Typed(letter))
    return update(update(state, Asked("request-1")), Answer(id="request-1", place=None))


def test_who_left_out_the_letter_is_asked_for_it() -> None:
    assert view.place_words(asked_for("001"), VI)["headline"] == VI.text("kiosk.which_letter")
    assert view.place_words(asked_for("A001"), VI)["headline"] == VI.text("kiosk.unknown")


def test_nobody_is_asked_for_a_letter_that_no_number_has_or_all_have() -> None:
    plan = small_plan()
    one = {id_: replace(each, prefix="A") for id_, each in plan.series.items()}
    setup = Topic("setup", 1, Setup(plan=replace(plan, series=one), devices=small_devices()))
    words = view.place_words(asked_for("001", setup=setup), VI)
    assert words["headline"] == VI.text("kiosk.unknown")


def test_no_answer_is_said() -> None:
    state = update(update(ViewState(), SETUP), LinkChanged(LinkState.CONNECTED, 0))
    state = update(update(state, Asked("request-1")), Expired("request-1"))
    assert view.banner(state, VI) == VI.text("kiosk.no_answer")


def test_every_link_trouble_has_its_words() -> None:
    assert view.banner(ViewState(), VI) == VI.text("common.searching")
    wrong = update(ViewState(), LinkChanged(LinkState.SEARCHING, 0, "wrong_hall"))
    assert view.banner(wrong, VI) == VI.text("common.wrong_hall")


def test_before_the_set_up_is_known_nothing_is_offered() -> None:
    assert view.letters(ViewState()) == []
    assert view.place_words(ViewState(answered=True), VI) == {}
    assert update(ViewState(), Beat(now_ms=1)) == ViewState()
