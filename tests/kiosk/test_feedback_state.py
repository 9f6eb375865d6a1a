"""A message to the head of the hall, step by step."""

from kiosk import feedback_state as feedback
from kiosk.feedback_state import FeedbackState, Left, ReasonChosen, Sent, WentBack, update
from shared.domain.errors import TooManyMessages
from shared.i18n import Words
from shared.protocol.messages import Beat, Done, FeedbackTaken, GiveFeedback, Refused
from shared.protocol.session import Expired
from tests.fakes.halls import small_plan

VI = Words("vi")
PLAN = small_plan()
CHOSEN = FeedbackState(reason="slow")
SENT = update(CHOSEN, Sent("request-1"))


def test_one_chooses_writes_and_gets_a_receipt() -> None:
    assert feedback.step(FeedbackState()) == "choose"
    state = update(FeedbackState(), ReasonChosen("slow"))
    assert feedback.step(state) == "write"
    assert feedback.reason_name(state, PLAN, VI) == "Phải chờ lâu"
    state = update(
        update(state, Sent("request-1")), Done("request-1", FeedbackTaken("PA261123-001"))
    )
    assert (feedback.step(state), state.code) == ("receipt", "PA261123-001")


def test_another_matter_needs_words() -> None:
    state = update(FeedbackState(), ReasonChosen(""))
    assert feedback.step(state) == "write"
    assert feedback.reason_name(state, PLAN, VI) == "Góp ý, khen ngợi"
    assert not feedback.may_send(state, "  ")
    assert feedback.may_send(state, "Cảm ơn")


def test_a_reason_alone_will_do_but_not_twice() -> None:
    assert feedback.may_send(CHOSEN, "")
    assert not feedback.may_send(SENT, "")


def test_what_is_sent_is_what_was_said() -> None:
    message = feedback.message_of(CHOSEN, " Chờ lâu ", "en")
    assert message == GiveFeedback(reason="slow", text="Chờ lâu", language="en")


def test_a_refusal_is_said_and_one_may_try_again() -> None:
    state = update(SENT, Refused("request-1", TooManyMessages(wait_min=3)))
    assert "3 phút" in feedback.trouble(state, PLAN, VI)
    assert feedback.may_send(state, "")
    assert feedback.trouble(update(state, Sent("request-2")), PLAN, VI) == ""


def test_no_answer_is_said() -> None:
    state = update(SENT, Expired("request-1"))
    assert feedback.trouble(state, PLAN, VI) == VI.text("feedback.no_answer")


def test_answers_to_others_are_passed_over() -> None:
    for frame in (
        Done("request-9", FeedbackTaken("x")),
        Refused("request-9", TooManyMessages(1)),
        Expired("request-9"),
        Beat(now_ms=1),
    ):
        assert update(SENT, frame) == SENT


def test_going_back_and_leaving_forget() -> None:
    assert update(SENT, WentBack()) == FeedbackState()
    assert update(SENT, Left()) == FeedbackState()


def test_before_the_hall_is_known_there_is_the_other_matter() -> None:
    assert feedback.reasons(None, VI) == [{"id": "", "name": "Góp ý, khen ngợi"}]
