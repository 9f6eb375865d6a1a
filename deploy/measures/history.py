"""A log with a long past, written through the log's own code: many days of tickets."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from shared.domain.commands import Outcome
from shared.domain.events import (
    DayOpened,
    Event,
    ServiceBegun,
    ServiceFinished,
    TicketCalled,
    TicketFinished,
    TicketIssued,
)
from shared.domain.ids import CounterId, ServiceId
from shared.domain.numbering import ticket_id, token_for
from shared.storage.event_log import Entry, EventLog, RecordedReply

A_DAY = 2_000
KEY = "00" * 16
_json = msgspec.json.Encoder()


def write_history(folder: Path, tickets: int) -> None:
    """Write so many finished tickets, two thousand a day, up to the day before yesterday."""
    log = EventLog(folder)
    days = -(-tickets // A_DAY)
    today = datetime.now(UTC).date()
    for back in range(days + 1, 1, -1):
        day = today - timedelta(days=back)
        at_ms = int(datetime(day.year, day.month, day.day, 1, tzinfo=UTC).timestamp() * 1000)
        entries = list(_entries(day.isoformat(), at_ms))
        replies = [
            RecordedReply(e.request, e.at_ms, "{}", "{}") for e in entries if "Issued" in e.body
        ]
        log.append(entries, replies)
    log.close()


def _entries(day: str, at_ms: int) -> Iterator[Entry]:
    yield _entry(DayOpened(day=day, key=KEY), day, at_ms, f"{day}-open", opens_day=True)
    for serial in range(1, A_DAY + 1):
        for at, event in enumerate(_visit(day, serial)):
            yield _entry(event, day, at_ms + serial * 10 + at, f"{day}-{serial}-{at}")


def _visit(day: str, serial: int) -> tuple[Event, ...]:
    ticket = ticket_id(day, f"S0-{serial:06d}")
    service, counter = ServiceId("service-0"), CounterId("counter-0")
    return (
        TicketIssued(
            ticket=ticket,
            number=f"S0-{serial:06d}",
            token=token_for(KEY, ticket),
            serial=serial,
            service=service,
            place=serial,
        ),
        TicketCalled(ticket=ticket, counter=counter, call=serial),
        ServiceBegun(ticket=ticket, counter=counter),
        ServiceFinished(ticket=ticket, counter=counter, service=service, outcome=Outcome.ACCEPTED),
        TicketFinished(ticket=ticket, counter=counter),
    )


def _entry(event: Event, day: str, at_ms: int, request: str, opens_day: bool = False) -> Entry:
    body = _json.encode(event).decode()
    return Entry(at_ms, day, request, "counter/counter-0", body, opens_day)
