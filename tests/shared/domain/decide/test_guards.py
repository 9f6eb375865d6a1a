"""What decisions ask before they decide."""

import pytest

from shared.domain.commands import (
    BeginService,
    CallNext,
    CallTicket,
    CancelTicket,
    HoldTicket,
    IssueTicket,
    MarkMissed,
    RecallTicket,
    RejoinQueue,
    SignIn,
)
from shared.domain.errors import NumberHeld, TooSoon
from shared.domain.ids import OfficerId, TicketId
from tests.fakes.halls import BIRTH, COPIES, DISPENSER, ONE, Play, at


@pytest.mark.parametrize(("passed_s", "wait_s"), [(0, 20), (0.001, 20), (19, 1), (19.999, 1)])
def test_the_time_to_wait_is_rounded_up_to_whole_seconds(passed_s: float, wait_s: int) -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    assert play.later(passed_s).refused(at(ONE), RecallTicket()) == TooSoon(wait_s=wait_s)


MARK, ANOTHER = "ab" * 16, "cd" * 16


def holding() -> Play:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH, person=MARK))
    return play


def test_a_person_gets_no_second_number_while_the_first_lives() -> None:
    play, again = holding(), IssueTicket(service=COPIES, person=MARK)
    held = NumberHeld(number="A001")
    assert play.refused(DISPENSER, again) == held
    play.do(at(ONE), CallNext())
    assert play.refused(DISPENSER, again) == held
    play.do(at(ONE), BeginService())
    assert play.refused(at(ONE), again) == held
    play.do(at(ONE), HoldTicket(reason="copies"))
    assert play.refused(DISPENSER, again) == held
    play.do(DISPENSER, IssueTicket(service=BIRTH, person=ANOTHER))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CancelTicket(ticket=TicketId("20261123-A001"), reason="gone"))
    play.do(DISPENSER, again)


def test_a_missed_number_lives_no_more_beside_a_new_one() -> None:
    play, first = holding(), TicketId("20261123-A001")
    play.do(at(ONE), CallNext())
    play.later(20).do(at(ONE), RecallTicket())
    play.later(20).do(at(ONE), MarkMissed())
    play.do(DISPENSER, IssueTicket(service=BIRTH, person=MARK))
    held = NumberHeld(number="A002")
    assert play.refused(at(ONE), RejoinQueue(ticket=first)) == held
    assert play.refused(at(ONE), CallTicket(ticket=first, reason="late")) == held
    play.do(at(ONE), CancelTicket(ticket=TicketId("20261123-A002"), reason="gone"))
    play.do(at(ONE), RejoinQueue(ticket=first))
    again = IssueTicket(service=BIRTH, person=MARK)
    assert play.refused(DISPENSER, again) == NumberHeld(number="A001")
