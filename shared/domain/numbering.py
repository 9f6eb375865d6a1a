"""How tickets are numbered: what stands on paper, the id in the log, the token in the QR.

Which number is free is the hall's state; whether one may be given is decided elsewhere.
"""

import hashlib
import re

from shared.domain.hall import Hall
from shared.domain.ids import SeriesId, TicketId
from shared.domain.plan import Series

TOKEN_BYTES = 8
_SAID = re.compile(r"([A-Z]*)([0-9]+)")
"""A number as people say it: its letters, if they say them, and its serial."""


def next_serial(hall: Hall, series: SeriesId) -> int | None:
    """Return the next free number of a series, or None when all are given out today.

    Numbers on today's tickets are passed over: a hall file that was changed during the day
    may give them to another series, and the count of what was given out goes with it.
    """
    plan = hall.plan.series[series]
    start = max(plan.first, hall.next_serials.get(series, plan.first))
    for serial in range(start, plan.last + 1):
        if ticket_id(hall.day, number_on_paper(plan, serial)) not in hall.tickets:
            return serial
    return None


def number_on_paper(series: Series, serial: int) -> str:
    """Return what people read and hear, such as ``A012``."""
    return f"{series.prefix}{serial:0{series.digits}d}"


def ticket_id(day: str, number: str) -> TicketId:
    """Return the id in the log: ``2026-11-24`` and ``A012`` give ``20261124-A012``."""
    return TicketId(f"{day.replace('-', '')}-{number}")


def ticket_meant(hall: Hall, text: str) -> TicketId | None:
    """Return today's ticket that people mean: ``A012``, ``a 12``, or ``12`` if only one has it."""
    written = re.sub(r"[^A-Z0-9]", "", text.upper())
    exact = ticket_id(hall.day, written)
    if exact in hall.tickets:
        return exact
    said = _SAID.fullmatch(written)
    if said is None:
        return None
    letters, serial = said[1], int(said[2])
    series = [s for s in hall.plan.series.values() if letters in ("", s.prefix)]
    meant = {ticket_id(hall.day, number_on_paper(each, serial)) for each in series}
    given = [each for each in meant if each in hall.tickets]
    return given[0] if len(given) == 1 else None


def token_for(day_key: str, ticket: TicketId) -> str:
    """Return the QR token: 64 bits under the day's key (hex), 16 letters and digits.

    Whoever has not seen the ticket cannot guess it, and it says nothing about the citizen.
    """
    key = bytes.fromhex(day_key)
    return hashlib.blake2b(ticket.encode(), key=key, digest_size=TOKEN_BYTES).hexdigest().upper()


QR_PREFIX = "MOTCUA:"


def qr_text(token: str) -> str:
    """Return what the QR code on a ticket says: our mark and the token, nothing personal."""
    return QR_PREFIX + token


def token_in(text: str) -> str:
    """Return the token in a scanned QR text, or "" if it is not one of ours."""
    return text.removeprefix(QR_PREFIX) if text.startswith(QR_PREFIX) else ""
