"""What decisions ask before they decide."""

import pytest

from shared.domain.commands import CallNext, IssueTicket, RecallTicket, SignIn
from shared.domain.errors import TooSoon
from shared.domain.ids import OfficerId
from tests.fakes.halls import BIRTH, DISPENSER, ONE, Play, at


@pytest.mark.parametrize(("passed_s", "wait_s"), [(0, 20), (0.001, 20), (19, 1), (19.999, 1)])
def test_the_time_to_wait_is_rounded_up_to_whole_seconds(passed_s: float, wait_s: int) -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    assert play.later(passed_s).refused(at(ONE), RecallTicket()) == TooSoon(wait_s=wait_s)
