"""A ticket's paper slip: what is known of it, and when another one may be printed. Pure.

A slip of a number may exist as soon as one byte of it went to a printer. Whoever prints again
after that prints a marked copy; nobody prints again unasked when nobody knows.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

PRINTS_BY_ITSELF = 2
"""So often a device prints again by itself; after that people decide."""

MOST_COPIES = 9
"""Copies of one number in all, whoever asks."""


class PrintOutcome(StrEnum):
    """How a print job ended."""

    PRINTED = "printed"
    NOT_SENT = "not_sent"
    NO_COMPLETE_TICKET = "no_complete_ticket"
    UNKNOWN = "unknown"


class Proof(StrEnum):
    """What a printed slip is known by, the surest first: the printer's word on this very job,
    its word that it has done all before, its good state afterwards, or only the time it takes.
    """

    PROCESS_ID = "process_id"
    RESPONSE = "response"
    STATUS = "status"
    ASSUMED = "assumed"


class SlipState(StrEnum):
    """What is known of a ticket's paper."""

    NONE = "none"
    QUEUED = "queued"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    ON_SCREEN = "on_screen"


class Slip(Struct, frozen=True):
    """The slips of one ticket. ``open`` are the copies whose end nobody has told yet.

    ``may_exist`` says that a whole slip, however short of its cut, may lie somewhere.
    """

    state: SlipState = SlipState.NONE
    copies: int = 0
    by_itself: int = 0
    open: tuple[int, ...] = ()
    may_exist: bool = False


def queued(slip: Slip, copy: int, *, by_itself: bool) -> Slip:
    """Return the slip once a copy is to be printed."""
    return replace(
        slip,
        state=SlipState.QUEUED,
        copies=copy,
        by_itself=slip.by_itself + by_itself,
        open=(*slip.open, copy),
    )


def ended(slip: Slip, copy: int, outcome: PrintOutcome) -> Slip:
    """Return the slip once the end of a copy is told."""
    left = tuple(each for each in slip.open if each != copy)
    may_exist = slip.may_exist or outcome is not PrintOutcome.NOT_SENT
    if outcome is PrintOutcome.PRINTED:
        state = SlipState.PRINTED
    elif slip.state is not SlipState.QUEUED or left:
        state = slip.state  # another copy came out, is under way, or people have settled it
    else:
        unknown = outcome is PrintOutcome.UNKNOWN
        state = SlipState.UNKNOWN if unknown else SlipState.FAILED
    return replace(slip, state=state, open=left, may_exist=may_exist)


def is_marked(slip: Slip) -> bool:
    """Tell whether the next copy says that it is one ("IN LẠI")."""
    return slip.may_exist or bool(slip.open)


def may_print_by_itself(slip: Slip) -> bool:
    """Tell whether a device may print again without anybody asking."""
    return slip.state is SlipState.FAILED and slip.by_itself < PRINTS_BY_ITSELF


def is_unsure(slip: Slip) -> bool:
    """Tell whether the citizen may stand there without paper and without having been told."""
    return slip.state in (SlipState.QUEUED, SlipState.FAILED, SlipState.UNKNOWN)
