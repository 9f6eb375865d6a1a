"""Requests in, committed events out: decide, store, apply, answer, publish, in this order.

Group commit: requests that arrive while a transaction is being written share the next one.
The event loop never waits for the disk, and nobody is told anything that is not on it.
After a storage error nobody is answered and ``run`` raises: the hub must start anew.
"""

import asyncio
import secrets
from collections.abc import Callable

import msgspec

from shared.clock import HallClock
from shared.domain.apply import apply
from shared.domain.commands import Actor, Command
from shared.domain.events import AnyEvent
from shared.domain.hall import Hall
from shared.domain.plan import Plan
from shared.hub.batch import Answer, Batch, Known, Request, add, open_due_day
from shared.hub.writer import Writer
from shared.protocol.messages import REPLY_KEPT_H, AnyReply
from shared.storage.event_log import EventLog, StorageFailed

LARGEST_BATCH = 256
_event_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
_reply_decoder: msgspec.json.Decoder[AnyReply] = msgspec.json.Decoder(AnyReply)

Publish = Callable[[Hall], None]


class HubStopping(Exception):
    """The hub ends; whether the request was carried out is not known."""


class Service:
    """The queue of one hall, alive. Use from the event loop's thread only."""

    def __init__(self, log: EventLog, plan: Plan, clock: HallClock, publish: Publish) -> None:
        """Fold the current business day from the log; ``publish`` is told every commit.

        Raises StorageFailed.
        """
        self.clock = clock
        self.hall = fold(log, plan)
        self._log = log
        self._publish = publish
        self._known = _known_replies(log, clock.now_ms())
        self._inbox: list[Request] = []
        self._undecided: list[Request] = []
        self._ended = False
        self._wake = asyncio.Event()

    async def ask(self, request_id: str, command: Command, actor: Actor) -> Answer:
        """Return the answer to a request once it is on disk; raises HubStopping."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.submit(Request(request_id, command, actor, lambda answer: _settle(future, answer)))
        return await future

    def submit(self, request: Request) -> None:
        """Take a request in; its ``answer`` is called on the event loop."""
        if self._ended:
            request.answer(None)
        else:
            self._inbox.append(request)
            self._wake.set()

    async def run(self) -> None:
        """Serve until cancelled; raises StorageFailed when the log can no longer be trusted."""
        writer = Writer(self._log)
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                while self._inbox:
                    await self._serve_batch(writer)
        finally:
            writer.close()
            self._end()

    async def _serve_batch(self, writer: Writer) -> None:
        batch = self._decided()
        if batch.entries or batch.recorded:
            await writer.write(batch)
        self.hall = batch.hall
        self._known.update(batch.known)
        self._undecided = []
        for request, answer in batch.answers:
            request.answer(answer)
        if batch.events:
            # The answers go out first: whoever asked waits for them.
            await asyncio.sleep(0)
            self._publish(self.hall)

    def _decided(self) -> Batch:
        requests, self._inbox = self._inbox[:LARGEST_BATCH], self._inbox[LARGEST_BATCH:]
        self._undecided = requests
        now = max(self.clock.now_ms(), self.hall.at_ms)
        batch = Batch(hall=self.hall, now=now)
        open_due_day(batch, lambda: secrets.token_hex(16))
        self._forget(batch.forget_before_ms)
        for request in requests:
            add(batch, request, self._known)
        return batch

    def _forget(self, before_ms: int) -> None:
        if before_ms:
            kept = {id_: known for id_, known in self._known.items() if known.at_ms >= before_ms}
            self._known = kept

    def _end(self) -> None:
        self._ended = True
        for request in [*self._undecided, *self._inbox]:
            request.answer(None)


def fold(log: EventLog, plan: Plan) -> Hall:
    """Return the hall after the current business day's events; raises StorageFailed."""
    hall = Hall.empty(plan)
    for row in log.today():
        try:
            hall = apply(hall, _event_decoder.decode(row.body), row.at_ms)
        except (KeyError, ValueError, AssertionError) as error:
            what = f"has no {error}" if isinstance(error, KeyError) else str(error)
            message = (
                f"row {row.seq} of today's log does not fit the hall file: it {what}; "
                "put back what the hall file lost, or wait for the next business day"
            )
            raise StorageFailed(message) from error
    if hall.day != log.last_day:
        raise StorageFailed(f"the log does not say when {log.last_day} began")
    return hall


def _known_replies(log: EventLog, now: int) -> dict[str, Known]:
    since_ms = now - REPLY_KEPT_H * 3_600_000
    try:
        return {
            each.request: Known(each.command, _reply_decoder.decode(each.reply), each.at_ms)
            for each in log.replies_since(since_ms)
        }
    except msgspec.DecodeError as error:
        raise StorageFailed(f"a recorded answer is none of this program: {error}") from error


def _settle(future: "asyncio.Future[Answer]", answer: Answer | None) -> None:
    if future.done():
        return
    if answer is None:
        future.set_exception(HubStopping())
    else:
        future.set_result(answer)
