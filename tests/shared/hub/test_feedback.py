"""Messages to the head of the hall: over real sockets, and the rules by themselves."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain.errors import NotAllowed, NothingSaid, TooManyMessages, UnknownMark
from shared.hub.feedback import MOST, WITHIN_MS, refusal_of, too_many
from shared.protocol.codec import encode
from shared.protocol.messages import (
    Done,
    Fault,
    FeedbackTaken,
    GiveFeedback,
    HubFrame,
    Refused,
    Tell,
)
from shared.storage.feedback_box import FeedbackBox, Message
from tests.fakes.client import Client, greeted
from tests.fakes.halls import DISPENSER, KIOSK, MONDAY_8_AM, small_plan
from tests.shared.hub.conftest import StartHub

SLOW = GiveFeedback(reason="slow", text="  Tôi chờ từ 7 giờ.  ")
MINUTE_MS = 60_000


async def told(client: Client, message: GiveFeedback, request: str = "request-1") -> HubFrame:
    await client.connection.send(encode(Tell(id=request, message=message)), text=True)
    while True:
        frame = await client.receive()
        if isinstance(frame, Done | Refused | Fault):
            return frame


def test_a_message_is_kept_once_and_has_a_receipt(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            first = await told(kiosk, SLOW)
            assert isinstance(first, Done)
            assert isinstance(first.reply, FeedbackTaken)
            assert await told(kiosk, SLOW) == first
            assert await told(kiosk, SLOW, "request-2") != first

    asyncio.run(story())
    with closing(FeedbackBox(tmp_path)) as box:
        kept = box.messages()
    assert [each.text for each in kept] == ["Tôi chờ từ 7 giờ."] * 2
    assert {each.place for each in kept} == {"kiosk-1"}


def test_a_kiosk_at_play_is_slowed_down(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            answers = [await told(kiosk, SLOW, f"request-{at}") for at in range(MOST + 1)]
            assert all(isinstance(answer, Done) for answer in answers[:-1])
            assert answers[-1] == Refused("request-5", TooManyMessages(wait_min=10))
            assert await told(kiosk, SLOW, "request-0") == answers[0], "an old one is answered"

    asyncio.run(story())


def test_without_the_box_the_queue_goes_on(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            with closing(sqlite3.connect(tmp_path / "feedback.db")) as other:
                other.execute("DROP TABLE messages")
                other.commit()
            answer = await told(kiosk, SLOW)
            assert isinstance(answer, Fault)
            assert answer.code == "not_kept"
            assert (await told(kiosk, SLOW)) == answer

    asyncio.run(story())


def test_only_kiosks_hand_messages_in() -> None:
    assert refusal_of(SLOW, DISPENSER, small_plan()) == NotAllowed()


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (GiveFeedback(), NothingSaid()),
        (GiveFeedback(text="   "), NothingSaid()),
        (GiveFeedback(reason="bored"), UnknownMark()),
        (GiveFeedback(reason="slow"), None),
        (GiveFeedback(text="Cảm ơn"), None),
    ],
)
def test_a_message_needs_a_reason_or_words(message: GiveFeedback, refusal: object) -> None:
    assert refusal_of(message, KIOSK, small_plan()) == refusal


def test_the_oldest_of_the_last_few_tells_how_long_to_wait() -> None:
    times = [MONDAY_8_AM + at * MINUTE_MS for at in range(MOST)]
    now = times[-1] + 30_000
    assert too_many(times[1:], now) is None
    assert too_many(times, now) == TooManyMessages(wait_min=6)
    assert too_many(times, MONDAY_8_AM + WITHIN_MS) == TooManyMessages(wait_min=1)


def test_messages_older_than_the_hall_keeps_them_are_gone_after_the_start(
    start_hub: StartHub, tmp_path: Path
) -> None:
    old = Message(
        "PA251001", MONDAY_8_AM - 366 * 86_400_000, "2025-11-22", "kiosk-1", "", "A", "vi"
    )
    with closing(FeedbackBox(tmp_path)) as box:
        box.put("request-8", old)
        box.put("request-9", replace(old, at_ms=MONDAY_8_AM - 364 * 86_400_000, text="B"))

    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            assert isinstance(await told(kiosk, SLOW), Done), "after the house was kept"

    asyncio.run(story())
    with closing(FeedbackBox(tmp_path)) as box:
        assert [each.text for each in box.messages()][:1] == ["B"]
