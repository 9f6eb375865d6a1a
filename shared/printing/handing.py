"""What becomes of one number's paper at a device, from the order to the citizen's hand. Pure.

The rules for printing again are the hub's (shared.domain.slips); here is when a device asks for
it, and what is told to the hub and to staff.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from shared.domain.commands import ConfirmSlip, HandOverOnScreen, PrintAgain, RecordPrint
from shared.domain.ids import TicketId
from shared.domain.slips import PrintOutcome, Proof
from shared.printing.asking import PrinterNow
from shared.printing.job import Ended
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused, Report, TrialNumberGiven
from shared.protocol.session import Expired

Given = NumberGiven | TrialNumberGiven
Printers = dict[str, PrinterNow]
"""How the device's printers are, by address, the first before the second."""

Key = tuple[TicketId | None, int]
"""A ticket (None for test tickets) and its copy (or the test's serial)."""


class Paper(StrEnum):
    """What is known of the paper."""

    SCREEN_ONLY = "screen_only"
    PRINTING = "printing"
    PRINTED = "printed"
    ASSUMED = "assumed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Handing:
    """A number on its way to the citizen. ``request`` is an order for another copy, if any.

    ``gave_up`` says that the device asks for no more by itself.
    """

    given: Given
    paper: Paper
    request: str = ""
    gave_up: bool = False


def handing_of(given: Given, printers: Printers) -> Handing:
    """Return the handing that begins when the hub has given a number, or ordered a copy."""
    prints = given.copy > 0 if isinstance(given, NumberGiven) else bool(printers)
    return Handing(given, Paper.PRINTING if prints else Paper.SCREEN_ONLY)


def key_of(given: Given) -> Key:
    """Return what a print job of this copy is known by."""
    if isinstance(given, NumberGiven):
        return given.ticket, given.copy
    return None, given.serial


def ready_printer(printers: Printers, but: str = "") -> str:
    """Return the first printer that prints, "" if none does; ``but`` is passed over."""
    ready = (address for address, now in printers.items() if now.ready and address != but)
    return next(ready, "")


def after_print(handing: Handing, key: Key, ended: Ended) -> Handing:
    """Return the handing once a job has ended, this one's or another's."""
    if key != key_of(handing.given):
        return handing
    match ended.outcome:
        case PrintOutcome.PRINTED if ended.proof is Proof.ASSUMED:
            return replace(handing, paper=Paper.ASSUMED)
        case PrintOutcome.PRINTED:
            return replace(handing, paper=Paper.PRINTED)
        case PrintOutcome.UNKNOWN:
            return replace(handing, paper=Paper.UNKNOWN)
    return replace(handing, paper=Paper.FAILED)


def after_answer(handing: Handing, frame: HubFrame | Expired, printers: Printers) -> Handing:
    """Return the handing once the hub has answered the order for another copy."""
    if not handing.request or getattr(frame, "id", "") != handing.request:
        return handing
    match frame:
        case Done(reply=NumberGiven() as given):
            return handing_of(given, printers)
        case Refused() | Expired():
            return replace(handing, request="", gave_up=True)
    return handing


def order_due(handing: Handing, printers: Printers) -> PrintAgain | None:
    """Return the order that the device gives by itself: surely no slip, and the printer is well."""
    given = handing.given
    if handing.paper is not Paper.FAILED or handing.request or handing.gave_up:
        return None
    if not isinstance(given, NumberGiven) or not _is_ready(printers, given.printer):
        return None
    return PrintAgain(ticket=given.ticket, printer=given.printer, by_itself=True)


def order_asked(handing: Handing, printers: Printers) -> PrintAgain | None:
    """Return the order of a citizen who has no slip, on whatever printer prints."""
    given = handing.given
    printer = ready_printer(printers)
    if not isinstance(given, NumberGiven) or handing.request or not printer:
        return None
    return PrintAgain(ticket=given.ticket, printer=printer)


def record_of(key: Key, ended: Ended) -> RecordPrint | None:
    """Return what the hub is told of a job's end; nothing of test tickets."""
    ticket, copy = key
    if ticket is None:
        return None
    return RecordPrint(
        ticket=ticket,
        copy=copy,
        outcome=ended.outcome,
        proof=ended.proof,
        trouble=ended.trouble or "",
    )


def confirmation(handing: Handing) -> ConfirmSlip | None:
    """Return what the hub is told when the citizen has the slip."""
    if not isinstance(handing.given, NumberGiven):
        return None
    return ConfirmSlip(ticket=handing.given.ticket)


def hand_over(handing: Handing) -> HandOverOnScreen | None:
    """Return what the hub is told when the citizen goes with the number from the screen."""
    without = handing.paper in (Paper.SCREEN_ONLY, Paper.FAILED, Paper.UNKNOWN)
    if not without or not isinstance(handing.given, NumberGiven):
        return None
    return HandOverOnScreen(ticket=handing.given.ticket)


def reports_of(before: Printers, now: Printers) -> list[Report]:
    """Return what staff are told when the device's printers have changed."""
    told, due = _troubles(before), _troubles(now)
    over = [Report(kind=k, active=False, second=second) for k, second in told.keys() - due.keys()]
    new = [
        Report(kind=kind, active=True, second=second, count=count)
        for (kind, second), count in due.items()
        if told.get((kind, second)) != count
    ]
    return over + new


def _troubles(printers: Printers) -> dict[tuple[str, bool], int]:
    return {
        (kind, at > 0): count
        for at, now in enumerate(printers.values())
        for kind, count in _kinds(now).items()
    }


def _kinds(now: PrinterNow) -> dict[str, int]:
    kinds = {}
    if now.trouble is not None:
        kinds[f"printer_{now.trouble}"] = 0
    if now.slips_left is not None:
        kinds["printer_near_end"] = now.slips_left
    if now.looked and now.ready and now.can.mute:
        kinds["printer_mute"] = 0
    return kinds


def _is_ready(printers: Printers, address: str) -> bool:
    return address in printers and printers[address].ready
