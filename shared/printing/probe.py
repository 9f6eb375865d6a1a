"""Finds out what a printer answers, and later how it is: the scripts of a printer at rest. Pure.

A printer that does not know a command may take its letters for text; ESC @ makes it forget them
before they are printed. What is found is remembered, so that a printer that has answered
once is never taken for one that cannot.
"""

from dataclasses import dataclass, replace

from shared.printing import commands
from shared.printing.asking import (
    ANSWER_MS,
    Abilities,
    ask_condition,
    ask_real_time,
    await_id,
    await_in_turn,
)
from shared.printing.dialogue import Hear, Interrupted, Script, Send, Talk
from shared.printing.status import Automatic, Condition, Trouble

PROBE_ID = "9999"
PATIENCE_MS = 2_000
"""At rest no longer is waited for a printer that takes nothing: somebody may want a number."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the printer's own word on its condition, or ``lost`` that it gave none.

    ``whole`` is False while the printer is in no state to be asked everything.
    """

    can: Abilities
    condition: Condition
    whole: bool = True
    lost: Trouble | None = None

    @property
    def trouble(self) -> Trouble | None:
        """What keeps this printer from printing."""
        return self.lost or self.condition.trouble


def probe(talk: Talk, may_ask: Abilities, half_band_bytes: int = 0) -> Script[Found]:
    """Ask in every way that ``may_ask`` allows; never raises Interrupted.

    ``half_band_bytes`` zeros end a band that an earlier job may have left half sent: the
    printer would take questions for dots.
    """
    found = Abilities()
    try:
        if half_band_bytes:
            yield Send(bytes(half_band_bytes), PATIENCE_MS)
        if may_ask.real_time:
            answer = yield from ask_real_time(talk, 1)
            found = replace(found, real_time=answer is not None)
            if found.real_time:
                yield from ask_condition(talk, found)
                if talk.condition.trouble is not None:
                    # Off-line, it obeys nothing but DLE EOT.
                    return Found(found, talk.condition, whole=False)
        if may_ask.automatic:
            found = replace(found, automatic=(yield from _tells_changes(talk)))
        if may_ask.in_turn:
            found = replace(found, in_turn=(yield from _answers(await_in_turn(talk, ANSWER_MS))))
        if may_ask.process_id:
            said = yield from _answers(await_id(talk, PROBE_ID, ANSWER_MS))
            found = replace(found, process_id=said)
            # What it forgets, too, is to tell its changes.
            again = commands.TELL_CHANGES if found.automatic else b""
            yield Send(commands.INITIALISE + again)
    except Interrupted as stop:
        return Found(found, talk.condition, whole=False, lost=stop.trouble)
    return Found(found, talk.condition)


def look(
    talk: Talk, can: Abilities, half_band_bytes: int = 0, *, recover: bool = False
) -> Script[Found]:
    """Ask a known printer how it is, as ``probe`` does; never raises Interrupted.

    ``recover`` first has it give up what a jam has stopped: a printer does not by itself.
    """
    try:
        if half_band_bytes:
            yield Send(bytes(half_band_bytes), PATIENCE_MS)
        if recover:
            yield Send(commands.GIVE_UP_AND_RECOVER)
        yield from ask_condition(talk, can)
    except Interrupted as stop:
        return Found(can, talk.condition, lost=stop.trouble)
    return Found(can, talk.condition)


def overhear(talk: Talk, can: Abilities, before: Condition) -> Script[Found]:
    """Take in what the printer said by itself since ``before``, without asking or waiting."""
    condition = before
    try:
        while (said := (yield Hear(0))) is not None:
            if isinstance(said, Automatic):
                condition = talk.condition
    except Interrupted as stop:
        return Found(can, condition, lost=stop.trouble)
    return Found(can, condition)


def _tells_changes(talk: Talk) -> Script[bool]:
    yield Send(commands.INITIALISE + commands.TELL_CHANGES)
    until_ms = talk.now_ms + ANSWER_MS
    while talk.now_ms < until_ms:
        if isinstance((yield Hear(until_ms - talk.now_ms)), Automatic):
            return True
    return False


def _answers(asking: Script[None]) -> Script[bool]:
    """Tell whether the printer gives the answer; a line that is lost still interrupts."""
    try:
        yield from asking
    except Interrupted as stop:
        if stop.trouble is not Trouble.SILENT:
            raise
        return False
    return True
