"""Where a ticket stands, in words."""

from dataclasses import replace

from kiosk import my_ticket_state as ticket
from kiosk.my_ticket_state import Asked, Left, MyTicketState, Typed, question, update
from shared.domain.hall import TicketState
from shared.i18n import Words
from shared.protocol.messages import Answer, Beat, FindTicket, TicketPlace
from shared.protocol.session import Expired
from tests.fakes.halls import BIRTH, MONDAY_8_AM, small_plan

VI = Words("vi")
PLAN = small_plan()
HELD = TicketPlace("A001", TicketState.HELD, BIRTH, 0, None, (), MONDAY_8_AM)


def test_letters_are_typed_and_taken_back() -> None:
    state = MyTicketState()
    for letter in "A0012345678":
        state = update(state, Typed(letter))
    assert state.typed == "A0012345"
    assert update(state, Typed("")).typed == "A001234"


def test_a_question_is_a_number_or_a_scanned_token() -> None:
    assert question(" a012 ") == FindTicket(number="A012")
    assert question("motcua:abc") == FindTicket(token="ABC")
    assert question("  ") is None


def test_leaving_forgets_everything() -> None:
    state = update(update(MyTicketState(), Typed("A")), Asked("request-1"))
    assert update(state, Left()) == MyTicketState()


def test_only_the_answer_to_the_question_counts() -> None:
    state = update(MyTicketState(), Asked("request-1"))
    assert update(state, Answer(id="other-one", place=HELD)) == state
    answered = update(state, Answer(id="request-1", place=HELD))
    words = ticket.place_words(answered, PLAN, VI)
    assert words["headline"] == VI.text("my_ticket.held")
    assert words["counters"] == ""


def asked_for(number: str) -> MyTicketState:
    """Return the state after a number was typed that the hub does not find."""
    state = MyTicketState()
    for letter in number:
        state = update(state, Typed(letter))
    return update(update(state, Asked("request-1")), Answer(id="request-1", place=None))


def test_who_left_out_the_letter_is_asked_for_it() -> None:
    unknown, which = VI.text("my_ticket.unknown"), VI.text("my_ticket.which_letter")
    assert ticket.place_words(asked_for("001"), PLAN, VI)["headline"] == which
    assert ticket.place_words(asked_for("A001"), PLAN, VI)["headline"] == unknown


def test_nobody_is_asked_for_a_letter_that_all_numbers_have() -> None:
    one = {id_: replace(each, prefix="A") for id_, each in PLAN.series.items()}
    words = ticket.place_words(asked_for("001"), replace(PLAN, series=one), VI)
    assert words["headline"] == VI.text("my_ticket.unknown")


def test_no_answer_is_said() -> None:
    state = update(update(MyTicketState(), Asked("request-1")), Expired("request-1"))
    assert ticket.place_words(state, PLAN, VI)["headline"] == VI.text("my_ticket.no_answer")


def test_before_the_hall_is_known_nothing_is_offered() -> None:
    assert ticket.letters(None) == []
    assert ticket.place_words(MyTicketState(answered=True), None, VI) == {}
    assert update(MyTicketState(), Beat(now_ms=1)) == MyTicketState()
