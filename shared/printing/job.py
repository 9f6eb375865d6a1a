"""One picture on its way to paper: the script of a print job, and how it ended. Pure.

The printer's condition first; then the rows; the cut only when the rows are surely on paper,
so that whatever is lost before the cut leaves no complete slip. Whether the job is tried again
is decided by the rules of shared.domain.slips, not here.
"""

from dataclasses import dataclass

from shared.domain.slips import PrintOutcome, Proof
from shared.printing import commands
from shared.printing.asking import (
    Abilities,
    ask_condition,
    await_id,
    await_in_turn,
    pass_time,
)
from shared.printing.dialogue import Interrupted, Script, Send, Talk
from shared.printing.escpos import Piece
from shared.printing.status import STOPPING, Condition, Trouble

PATIENCE_MS = 8_000
"""A confirmation may be so much later than the job's own time."""

CUT_MS = 1_500
"""The blade and the feed to it take no longer."""

CUT_PATIENCE_MS = 3_000
MARGIN_MS = 500

SPOILS_A_CUT = frozenset({Trouble.CUTTER_JAM, Trouble.BROKEN})


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended: ``proof`` of a printed one, what was wrong with any other.

    ``told`` is how the printer said it is; all well if it said nothing.
    """

    outcome: PrintOutcome
    proof: Proof | None = None
    trouble: Trouble | None = None
    told: Condition = Condition()


@dataclass(frozen=True, slots=True)
class Order:
    """What to print, and what is known of the printer it goes to.

    ``cut`` are the bytes that end the slip. ``eject`` says that a part of an earlier slip may
    hang from the printer; ``half_band_bytes`` is not zero if it may wait for the rest of a band:
    so many zeros end it. ``time_ms`` is how long the rows take, over the line and on paper.
    ``number`` makes the ids.
    """

    pieces: tuple[Piece, ...]
    cut: bytes
    can: Abilities
    time_ms: int
    number: int
    eject: bool = False
    half_band_bytes: int = 0


def print_picture(talk: Talk, order: Order) -> Script[Ended]:
    """Print one picture; never raises Interrupted."""
    try:
        yield from _begin(talk, order)
    except Interrupted as stop:
        return Ended(PrintOutcome.NOT_SENT, None, _cause(talk, stop), talk.condition)
    before = talk.taken_bytes
    try:
        yield from _rows(talk, order)
    except Interrupted as stop:
        nothing = talk.taken_bytes == before
        outcome = PrintOutcome.NOT_SENT if nothing else PrintOutcome.NO_COMPLETE_TICKET
        return Ended(outcome, None, _cause(talk, stop), talk.condition)
    before = talk.taken_bytes
    try:
        yield from _cut(talk, order)
    except Interrupted as stop:
        uncut = talk.taken_bytes == before
        outcome = PrintOutcome.NO_COMPLETE_TICKET if uncut else PrintOutcome.UNKNOWN
        return Ended(outcome, None, _cause(talk, stop), talk.condition)
    return Ended(PrintOutcome.PRINTED, order.can.proof)


def _begin(talk: Talk, order: Order) -> Script[None]:
    """See that the printer is well, and rid it of what an earlier job has left."""
    if order.half_band_bytes:
        yield Send(bytes(order.half_band_bytes))
    yield from ask_condition(talk, order.can)
    if talk.condition.trouble is not None:
        raise Interrupted(talk.condition.trouble)
    yield Send(commands.INITIALISE)
    if order.can.automatic:
        yield Send(commands.TELL_CHANGES)
    if order.eject:
        talk.heeds = SPOILS_A_CUT
        yield Send(order.cut)
        yield from _await_all(talk, order, "0000", CUT_MS, PATIENCE_MS)


def _rows(talk: Talk, order: Order) -> Script[None]:
    begun_ms = talk.now_ms
    talk.heeds = STOPPING
    for piece in order.pieces:
        yield Send(piece.data)
    left_ms = max(0, begun_ms + order.time_ms - talk.now_ms)
    yield from _await_all(talk, order, _id(2 * order.number), left_ms, PATIENCE_MS)


def _cut(talk: Talk, order: Order) -> Script[None]:
    talk.heeds = SPOILS_A_CUT
    yield Send(order.cut)
    yield from _await_all(talk, order, _id(2 * order.number + 1), CUT_MS, CUT_PATIENCE_MS)


def _await_all(talk: Talk, order: Order, id_: str, due_ms: int, patience_ms: int) -> Script[None]:
    """Return when all before is done, by the best proof there is; raises Interrupted if not."""
    match order.can.proof:
        case Proof.PROCESS_ID:
            yield from await_id(talk, id_, due_ms + patience_ms)
        case Proof.RESPONSE:
            yield from await_in_turn(talk, due_ms + patience_ms)
        case Proof.STATUS:
            yield from _await_good_state(talk, order, due_ms + MARGIN_MS)
        case _:
            yield from pass_time(talk, due_ms + MARGIN_MS)


def _await_good_state(talk: Talk, order: Order, wait_ms: int) -> Script[None]:
    yield from pass_time(talk, wait_ms)
    yield from ask_condition(talk, order.can)
    if talk.condition.trouble is not None:
        raise Interrupted(talk.condition.trouble)


def _cause(talk: Talk, stop: Interrupted) -> Trouble:
    """Return what was wrong: a lost line, or better the printer's own word."""
    if stop.trouble is Trouble.AWAY or talk.condition.trouble is None:
        return stop.trouble
    return talk.condition.trouble


def _id(number: int) -> str:
    return f"{number % 10_000:04d}"
