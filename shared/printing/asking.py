"""How a printer is asked: for its condition, and for its word that all before is done. Pure.

Pieces of scripts, shared by job, probe and rest. Which of these a printer answers, probe finds
out once.
"""

from dataclasses import dataclass

from shared.domain.slips import Proof
from shared.printing import commands
from shared.printing.dialogue import Hear, Interrupted, Script, Send, Talk
from shared.printing.status import (
    Identified,
    InTurn,
    RealTime,
    Trouble,
    after_in_turn,
    after_real_time,
)

ANSWER_MS = 700
"""A printer that is well answers within this, or not at all."""

ERROR_BIT = 0x40


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer answers: DLE EOT, automatic status, GS r, GS ( H."""

    real_time: bool = False
    automatic: bool = False
    in_turn: bool = False
    process_id: bool = False

    @property
    def proof(self) -> Proof:
        """The best proof of a printed slip that this printer can give."""
        if self.process_id:
            return Proof.PROCESS_ID
        if self.in_turn:
            return Proof.RESPONSE
        return Proof.STATUS if self.real_time else Proof.ASSUMED

    @property
    def mute(self) -> bool:
        """Tell whether the printer never says anything."""
        return self == Abilities()


@dataclass(frozen=True, slots=True)
class PrinterNow:
    """How a printer is, as far as it can tell; ``looked`` is False until it was asked once.

    ``slips_left`` is None while there is plenty of paper, or nobody knows.
    """

    looked: bool = False
    trouble: Trouble | None = None
    slips_left: int | None = None
    can: Abilities = Abilities()

    @property
    def proof(self) -> Proof:
        """What a printed slip is known by here."""
        return self.can.proof

    @property
    def ready(self) -> bool:
        """Tell whether a slip may be expected to come out; nothing is known against it."""
        return self.trouble is None


def ask_real_time(talk: Talk, kind: int) -> Script[int | None]:
    """Ask one DLE EOT; return its answer, None if there is none."""
    yield Send(commands.ask_status(kind))
    until_ms = talk.now_ms + ANSWER_MS
    while talk.now_ms < until_ms:
        said = yield Hear(until_ms - talk.now_ms)
        if isinstance(said, RealTime):
            talk.condition = after_real_time(talk.condition, kind, said.byte)
            return said.byte
    return None


def ask_condition(talk: Talk, can: Abilities) -> Script[None]:
    """Bring ``talk.condition`` up to date; raises Interrupted if the printer does not answer."""
    if can.real_time:
        for kind in (1, 2, 4):
            byte = yield from ask_real_time(talk, kind)
            if byte is None:
                raise Interrupted(Trouble.SILENT)
            if kind == 2 and byte & ERROR_BIT:
                yield from ask_real_time(talk, 3)
            elif kind == 2:
                talk.condition = after_real_time(talk.condition, 3, 0)
    elif can.in_turn:
        yield from await_in_turn(talk, ANSWER_MS)


def await_in_turn(talk: Talk, wait_ms: int) -> Script[None]:
    """Return when the printer has done all before; raises Interrupted if it takes too long."""
    yield Send(commands.ASK_IN_TURN)
    until_ms = talk.now_ms + wait_ms
    while talk.now_ms < until_ms:
        said = yield Hear(until_ms - talk.now_ms)
        if isinstance(said, InTurn):
            talk.condition = after_in_turn(said.byte)
            return
    raise Interrupted(Trouble.SILENT)


def await_id(talk: Talk, id_: str, wait_ms: int) -> Script[None]:
    """Return when all before is printed; raises Interrupted if it takes too long."""
    yield Send(commands.ask_for_id(id_))
    until_ms = talk.now_ms + wait_ms
    while talk.now_ms < until_ms:
        said = yield Hear(until_ms - talk.now_ms)
        if said == Identified(id_):
            return
    raise Interrupted(Trouble.SILENT)


def pass_time(talk: Talk, wait_ms: int) -> Script[None]:
    """Wait, whatever is said meanwhile."""
    until_ms = talk.now_ms + wait_ms
    while talk.now_ms < until_ms:
        yield Hear(until_ms - talk.now_ms)
