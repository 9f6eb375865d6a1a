"""Messages to the head of the hall: what is taken, and the receipt for it.

A message needs no name and leaves none; only that somebody wrote from this kiosk is limited.
"""

import asyncio
import logging
from collections.abc import Sequence

from shared.clock import HallClock
from shared.domain.commands import Actor, Role
from shared.domain.errors import AnyRefusal, NotAllowed, NothingSaid, TooManyMessages, UnknownMark
from shared.domain.opening import business_day
from shared.domain.plan import Plan
from shared.protocol.messages import Done, Fault, FeedbackTaken, GiveFeedback, Refused
from shared.storage.event_log import StorageFailed
from shared.storage.feedback_box import FeedbackBox, Message

log = logging.getLogger(__name__)

MOST = 5
DAY_MS = 86_400_000
HOUSE_EVERY_S = 3600.0
WITHIN_MS = 10 * 60_000
"""A kiosk hands in so many messages within so long: people, not somebody at play."""


class Feedback:
    """Takes messages in. Use from the event loop's thread only."""

    def __init__(self, box: FeedbackBox, plan: Plan, clock: HallClock) -> None:
        self._box = box
        self._plan = plan
        self._clock = clock
        self._turn = asyncio.Lock()

    async def keep_house(self, keep_days: int) -> None:
        """Delete messages older than so many days, each hour, for as long as it runs."""
        while True:
            before_ms = self._clock.now_ms() - keep_days * DAY_MS
            async with self._turn:
                try:
                    gone = await asyncio.to_thread(self._box.forget_before, before_ms)
                except StorageFailed as failure:
                    log.error("old messages were not deleted: %s", failure)
                else:
                    if gone:
                        log.info("%d messages are older than %d days and gone", gone, keep_days)
            await asyncio.sleep(HOUSE_EVERY_S)

    async def taken(
        self, request: str, message: GiveFeedback, actor: Actor
    ) -> Done | Refused | Fault:
        """Return the receipt once the message is on disk, or why it is not taken.

        A disk that fails is a Fault: the queue goes on without the box.
        """
        async with self._turn:
            try:
                return await asyncio.to_thread(self._decided, request, message, actor)
            except StorageFailed as failure:
                log.error("a message was not kept: %s", failure)
                return Fault(code="not_kept", message="the message box failed", id=request)

    def _decided(self, request: str, message: GiveFeedback, actor: Actor) -> Done | Refused:
        known = self._box.code_of(request)
        if known:
            return Done(id=request, reply=FeedbackTaken(code=known))
        now = self._clock.now_ms()
        times_ms = self._box.times_since(actor.place, now - WITHIN_MS)
        refusal = refusal_of(message, actor, self._plan) or too_many(times_ms, now)
        if refusal is not None:
            return Refused(id=request, refusal=refusal)
        day = business_day(self._plan, now)
        code = self._box.put(
            request,
            Message(
                code=f"PA{day.replace('-', '')[2:]}",
                at_ms=now,
                day=day,
                place=actor.place,
                reason=message.reason,
                text=message.text.strip(),
                language=message.language,
            ),
        )
        log.info("a message to the head of the hall: %s", code)
        return Done(id=request, reply=FeedbackTaken(code=code))


def refusal_of(message: GiveFeedback, actor: Actor, plan: Plan) -> AnyRefusal | None:
    """Return why a message is none for this hall, or None."""
    if actor.role is not Role.KIOSK:
        return NotAllowed()
    if not message.reason and not message.text.strip():
        return NothingSaid()
    if message.reason and message.reason not in {each.id for each in plan.rating_reasons}:
        return UnknownMark()
    return None


def too_many(times_ms: Sequence[int], now: int) -> TooManyMessages | None:
    """Return how long a kiosk must wait that has handed in messages at these times."""
    if len(times_ms) < MOST:
        return None
    wait_ms = times_ms[-MOST] + WITHIN_MS - now
    return TooManyMessages(wait_min=max(1, -(-wait_ms // 60_000)))
