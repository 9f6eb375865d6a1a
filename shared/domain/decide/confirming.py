"""Boards that confirm a call: shown, and spoken to its end. Once a board and call."""

from shared.domain.commands import Actor, ConfirmShown, ConfirmSpoken
from shared.domain.decide.guards import Refused
from shared.domain.errors import UnknownCall
from shared.domain.events import CallShown, CallSpoken, Event
from shared.domain.hall import Call, Hall
from shared.domain.ids import BoardId


def shown(hall: Hall, command: ConfirmShown, now: int, actor: Actor) -> tuple[Event, ...]:
    """The board has painted the call."""
    board = BoardId(actor.place)
    if board in _call(hall, command.call).shown_ms:
        return ()
    return (CallShown(call=command.call, board=board),)


def spoken(hall: Hall, command: ConfirmSpoken, now: int, actor: Actor) -> tuple[Event, ...]:
    """The board has spoken the call."""
    board = BoardId(actor.place)
    if board in _call(hall, command.call).spoken_ms:
        return ()
    return (CallSpoken(call=command.call, board=board),)


def _call(hall: Hall, no: int) -> Call:
    call = hall.calls.get(no)
    if call is None:
        raise Refused(UnknownCall())
    return call
