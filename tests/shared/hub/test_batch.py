"""What one transaction holds."""

import pytest

from shared.domain.commands import (
    HUB,
    Actor,
    CallNext,
    Command,
    ConfirmShown,
    IssueTestTicket,
    IssueTicket,
    KeepTime,
    SignIn,
)
from shared.domain.errors import NothingWaiting, Refusal
from shared.domain.hall import Hall
from shared.domain.ids import OfficerId
from shared.hub.batch import REUSED_ID, Answer, Batch, Known, Request, add, open_due_day
from shared.protocol.messages import REPLY_KEPT_H, CitizenCalled, NumberGiven
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    DISPENSER,
    KEY,
    MINUTE_MS,
    MONDAY_8_AM,
    ONE,
    TWO,
    at,
    small_plan,
)

PLEASE = IssueTicket(service=BIRTH)


@pytest.fixture
def batch() -> Batch:
    """The first batch of a day."""
    batch = Batch(hall=Hall.empty(small_plan()), now=MONDAY_8_AM)
    open_due_day(batch, lambda: KEY)
    return batch


def ask(
    batch: Batch,
    id_: str,
    command: Command,
    actor: Actor = DISPENSER,
    known: dict[str, Known] | None = None,
) -> Answer:
    add(batch, Request(id_, command, actor, lambda answer: None), known or {})
    return batch.answers[-1][1]


def test_the_day_is_opened_once_before_everything_else(batch: Batch) -> None:
    ask(batch, "request-1", PLEASE)
    assert [entry.opens_day for entry in batch.entries] == [True, False]
    assert {entry.day for entry in batch.entries} == {"2026-11-23"}
    assert batch.forget_before_ms == MONDAY_8_AM - REPLY_KEPT_H * 60 * MINUTE_MS
    following = Batch(hall=batch.hall, now=MONDAY_8_AM + 1)
    open_due_day(following, lambda: KEY)
    assert (following.entries, following.forget_before_ms) == ([], 0)


def test_each_request_meets_the_hall_that_those_before_it_left(batch: Batch) -> None:
    ask(batch, "request-1", PLEASE)
    for number, counter in enumerate((ONE, TWO)):
        ask(batch, f"sign-in-{number}", SignIn(officer=OfficerId("lan")), at(counter))
    first = ask(batch, "call-0001", CallNext(), at(ONE))
    second = ask(batch, "call-0002", CallNext(), at(TWO))
    assert isinstance(first, CitizenCalled)
    assert second == NothingWaiting()


def test_every_event_says_who_asked_and_when(batch: Batch) -> None:
    ask(batch, "request-1", PLEASE)
    entry = batch.entries[-1]
    assert (entry.request, entry.actor, entry.at_ms) == (
        "request-1",
        "dispenser/dispenser-1",
        MONDAY_8_AM,
    )
    assert '"event":"TicketIssued"' in entry.body


def test_the_same_request_again_brings_about_nothing(batch: Batch) -> None:
    given = ask(batch, "request-1", PLEASE)
    written = len(batch.entries)
    assert isinstance(given, NumberGiven)
    assert ask(batch, "request-1", PLEASE) == given
    following = Batch(hall=batch.hall, now=MONDAY_8_AM)
    assert ask(following, "request-1", PLEASE, known=batch.known) == given
    assert (len(batch.entries), following.entries) == (written, [])
    assert len(batch.recorded) == 1


def test_a_used_id_is_no_id_for_another_command(batch: Batch) -> None:
    ask(batch, "request-1", PLEASE)
    assert ask(batch, "request-1", IssueTestTicket()) == REUSED_ID


def test_a_refusal_is_not_remembered(batch: Batch) -> None:
    ask(batch, "sign-in-1", SignIn(officer=OfficerId("lan")), at(ONE))
    assert isinstance(ask(batch, "call-0001", CallNext(), at(ONE)), Refusal)
    ask(batch, "request-1", PLEASE)
    assert isinstance(ask(batch, "call-0001", CallNext(), at(ONE)), CitizenCalled)


def test_what_is_so_already_is_answered_and_remembered_without_events(batch: Batch) -> None:
    ask(batch, "request-1", PLEASE)
    ask(batch, "sign-in-1", SignIn(officer=OfficerId("lan")), at(ONE))
    ask(batch, "call-0001", CallNext(), at(ONE))
    for id_ in ("shown-0001", "shown-0002"):
        ask(batch, id_, ConfirmShown(call=1), BOARD)
    assert [entry.request for entry in batch.entries].count("shown-0002") == 0
    assert batch.recorded[-1].request == "shown-0002"


def test_the_hubs_own_requests_leave_no_answer_behind(batch: Batch) -> None:
    ask(batch, "", KeepTime(), HUB)
    assert batch.recorded == []
