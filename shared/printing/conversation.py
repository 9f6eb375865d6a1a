"""Moves the bytes of a dialogue over a link until it has ended."""

from collections.abc import Callable
from typing import TypeVar

from shared.printing.dialogue import Dialogue, Script, Talk
from shared.printing.status import Reader
from shared.printing.transports.link import Link, PrinterUnreachable

R = TypeVar("R")
Clock = Callable[[], int]
"""Tells steady milliseconds."""


def converse(
    link: Link, clock_ms: Clock, script: Callable[[Talk], Script[R]], reader: Reader | None = None
) -> R:
    """Return what the script came to; a link that breaks is the script's to judge.

    One ``reader`` for all talks on a link loses nothing that is cut in two by their ends.
    """
    dialogue = Dialogue(script, clock_ms(), reader)
    while dialogue.result is None:
        try:
            _step(dialogue, link, clock_ms)
        except PrinterUnreachable as broken:
            dialogue.lost(broken.trouble, clock_ms())
    return dialogue.result


def _step(dialogue: Dialogue[R], link: Link, clock_ms: Clock) -> None:
    said = link.read()
    dialogue.received(said, clock_ms())
    due = dialogue.to_send()
    taken = link.write(due) if due else 0
    dialogue.sent(taken, clock_ms())
    if not said and not taken and dialogue.result is None:
        left_ms = max(0, dialogue.wake_ms - clock_ms())
        link.wait(left_ms / 1000, to_write=bool(dialogue.to_send()))
