"""A log with a long past, written through the log's own code: many days of tickets."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from shared.domain import commands, events
from shared.domain.commands import Command, Outcome
from shared.domain.events import Event
from shared.domain.ids import BoardId, CounterId, ServiceId
from shared.domain.numbering import ticket_id, token_for
from shared.protocol.messages import (
    REPLY_KEPT_H,
    Accepted,
    AnyReply,
    CitizenCalled,
    NumberGiven,
)
from shared.storage.event_log import Entry, EventLog, RecordedReply

A_DAY = 2_000
SERVICE, COUNTER, BOARD = ServiceId("service-0"), CounterId("counter-0"), BoardId("board-1")
KEY = "00" * 16
Asked = tuple[str, Command, AnyReply, tuple[Event, ...]]
"""Who asked, what, what was answered, and what it brought about."""

_json = msgspec.json.Encoder()


def write_history(folder: Path, tickets: int) -> None:
    """Write so many served tickets, two thousand a day, up to yesterday."""
    log = EventLog(folder)
    today = datetime.now(UTC).date()
    for back in range(-(-tickets // A_DAY), 0, -1):
        _write_day(log, today - timedelta(days=back))
    log.close()


def _write_day(log: EventLog, day: date) -> None:
    opened_ms = int(datetime(day.year, day.month, day.day, 1, tzinfo=UTC).timestamp() * 1000)
    iso = day.isoformat()
    opened = _text(events.DayOpened(day=iso, key=KEY))
    entries = [Entry(opened_ms, iso, "", "hub/hub", opened, opens_day=True)]
    replies = []
    for serial in range(1, A_DAY + 1):
        at_ms = opened_ms + serial * 10
        for at, (actor, command, reply, brought) in enumerate(_visit(iso, serial, at_ms)):
            request = f"{iso}-{serial}-{at}"
            entries += (Entry(at_ms, iso, request, actor, _text(event)) for event in brought)
            replies.append(RecordedReply(request, at_ms, _text(command), _text(reply)))
    log.append(entries, replies, forget_before_ms=opened_ms - REPLY_KEPT_H * 3_600_000)


def _visit(day: str, serial: int, at_ms: int) -> Iterator[Asked]:
    number = f"S0-{serial:06d}"
    ticket = ticket_id(day, number)
    given = events.TicketIssued(
        ticket=ticket,
        number=number,
        token=token_for(KEY, ticket),
        serial=serial,
        service=SERVICE,
        place=serial,
    )
    answer = NumberGiven(
        ticket=ticket, number=number, token=given.token, service=SERVICE, ahead=0, issued_ms=at_ms
    )
    yield "dispenser/dispenser-1", commands.IssueTicket(service=SERVICE), answer, (given,)
    called = events.TicketCalled(ticket=ticket, counter=COUNTER, call=serial)
    answer_to_call = CitizenCalled(ticket=ticket, number=number, call=serial)
    yield "counter/counter-0", commands.CallNext(), answer_to_call, (called,)
    shown = events.CallShown(call=serial, board=BOARD)
    yield "board/board-1", commands.ConfirmShown(call=serial), Accepted(), (shown,)
    spoken = events.CallSpoken(call=serial, board=BOARD)
    yield "board/board-1", commands.ConfirmSpoken(call=serial), Accepted(), (spoken,)
    begun = events.ServiceBegun(ticket=ticket, counter=COUNTER)
    yield "counter/counter-0", commands.BeginService(), Accepted(), (begun,)
    finished = events.ServiceFinished(
        ticket=ticket, counter=COUNTER, service=SERVICE, outcome=Outcome.ADVICE
    )
    over = events.TicketFinished(ticket=ticket, counter=COUNTER)
    finish = commands.FinishService(outcome=Outcome.ADVICE)
    yield "counter/counter-0", finish, Accepted(), (finished, over)
    rated = events.ServiceRated(ticket=ticket, counter=COUNTER, level="good")
    rate = commands.RateService(ticket=ticket, level="good")
    yield "panel/counter-0", rate, Accepted(), (rated,)


def _text(value: msgspec.Struct) -> str:
    return _json.encode(value).decode()
