"""One batch: requests decided one after the other, to be written in one transaction.

Pure but for the random key of a new business day, whose maker is passed in. A request id that was
answered before gets the same answer and brings about nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from shared.domain.apply import apply
from shared.domain.commands import HUB, Actor, Command, OpenDay
from shared.domain.decide import decide
from shared.domain.errors import AnyRefusal, Refusal
from shared.domain.events import DayOpened, Event
from shared.domain.hall import Hall
from shared.domain.opening import day_due
from shared.hub.replies import reply_to
from shared.protocol.messages import REPLY_KEPT_H, AnyReply, Fault
from shared.storage.event_log import Entry, RecordedReply

REUSED_ID = Fault(code="reused_id", message="this request id belongs to another command")

Answer = AnyReply | AnyRefusal | Fault
_json = msgspec.json.Encoder()


class Request(msgspec.Struct, frozen=True):
    """A command with the id under which its answer is remembered; ids of the hub are empty.

    ``answer`` is called once: with None if the hub ends before anything is certain.
    """

    id: str
    command: Command
    actor: Actor
    answer: Callable[[Answer | None], None]


class Known(msgspec.Struct, frozen=True):
    """An answered request: what was asked and what was answered."""

    command: str
    reply: AnyReply
    at_ms: int


@dataclass(slots=True)
class Batch:
    """What one transaction holds, the hall after it, and who is to be told what.

    Recorded answers from before ``forget_before_ms`` are deleted with it.
    """

    hall: Hall
    now: int
    forget_before_ms: int = 0
    entries: list[Entry] = field(default_factory=list)
    recorded: list[RecordedReply] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    answers: list[tuple[Request, Answer]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def open_due_day(batch: Batch, new_key: Callable[[], str]) -> None:
    """Begin the business day that is due, so that the requests of the batch meet an open day."""
    if day_due(batch.hall, batch.now):
        events = decide(batch.hall, OpenDay(key=new_key()), now=batch.now, actor=HUB)
        assert isinstance(events, tuple), "a day that is due can be opened"
        _happen(batch, events, "", HUB)
        batch.forget_before_ms = batch.now - REPLY_KEPT_H * 3_600_000


def add(batch: Batch, request: Request, known: dict[str, Known]) -> None:
    """Decide one request after those already in the batch; ``known`` are earlier answers."""
    command = _json.encode(request.command).decode()
    earlier = batch.known.get(request.id) or known.get(request.id)
    if earlier is not None:
        answer: Answer = earlier.reply if earlier.command == command else REUSED_ID
        batch.answers.append((request, answer))
        return
    decision = decide(batch.hall, request.command, now=batch.now, actor=request.actor)
    if isinstance(decision, Refusal):
        batch.answers.append((request, decision))
        return
    _happen(batch, decision, request.id, request.actor)
    reply = reply_to(batch.hall, decision)
    if request.id:
        _remember(batch, request.id, command, reply)
    batch.answers.append((request, reply))


def _remember(batch: Batch, request_id: str, command: str, reply: AnyReply) -> None:
    batch.known[request_id] = Known(command=command, reply=reply, at_ms=batch.now)
    batch.recorded.append(
        RecordedReply(
            request=request_id,
            at_ms=batch.now,
            command=command,
            reply=_json.encode(reply).decode(),
        )
    )


def _happen(batch: Batch, events: tuple[Event, ...], request_id: str, actor: Actor) -> None:
    who = f"{actor.role}/{actor.place}"
    for event in events:
        batch.hall = apply(batch.hall, event, batch.now)
        batch.events.append(event)
        batch.entries.append(
            Entry(
                at_ms=batch.now,
                day=batch.hall.day,
                request=request_id,
                actor=who,
                body=_json.encode(event).decode(),
                opens_day=isinstance(event, DayOpened),
            )
        )
