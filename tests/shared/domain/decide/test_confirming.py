"""Boards confirm what they have shown and spoken."""

from shared.domain.commands import CallNext, ConfirmShown, ConfirmSpoken, IssueTicket, SignIn
from shared.domain.errors import NotAllowed, UnknownCall
from shared.domain.ids import BoardId, OfficerId
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, ONE, Play, at


def test_each_board_confirms_a_call_once() -> None:
    play = Play()
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), CallNext())
    play.later(0.1).do(BOARD, ConfirmShown(call=1))
    play.later(2).do(BOARD, ConfirmSpoken(call=1))
    call = play.hall.calls[1]
    board = BoardId("board-1")
    assert call.shown_ms[board] - call.at_ms == 100
    assert call.spoken_ms[board] - call.at_ms == 2100
    assert play.do(BOARD, ConfirmShown(call=1)) == ()
    assert play.do(BOARD, ConfirmSpoken(call=1)) == ()


def test_only_todays_calls_and_only_boards() -> None:
    play = Play()
    assert play.refused(BOARD, ConfirmShown(call=7)) == UnknownCall()
    assert play.refused(DISPENSER, ConfirmSpoken(call=7)) == NotAllowed()
