"""What a hub does with the devices' frames, good and bad; on real sockets."""

import asyncio
import logging

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.frames import CloseCode

from shared.domain.commands import CallNext, IssueTicket
from shared.domain.errors import NotAllowed
from shared.hub import connections
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import MAX_FRAME_BYTES, Beat, Do, Done, Fault, Hello, Refused
from shared.protocol.topics import KioskNow
from tests.fakes.client import HubAt, greeted
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, KIOSK, ONE, at
from tests.shared.hub.conftest import StartHub

PLEASE = IssueTicket(service=BIRTH)


async def fault_on(connection: ClientConnection) -> Fault:
    frame = decode_hub_frame(await asyncio.wait_for(connection.recv(), 10))
    assert isinstance(frame, Fault)
    return frame


def test_who_says_nothing_is_sent_away(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "SILENCE_S", 0.05)

    async def story() -> None:
        async with (
            start_hub() as hub,
            hub.knock(await hub.let_in(KIOSK.role, KIOSK.place)) as connection,
        ):
            assert (await fault_on(connection)).code == "hello_first"
            await asyncio.wait_for(connection.wait_closed(), 10)

    asyncio.run(story())


def test_the_hub_says_that_it_lives(start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BEAT_S", 0.05)

    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            while not isinstance(frame := await kiosk.receive(), Beat):
                pass
            assert frame.speed == 1.0

    asyncio.run(story())


def test_a_frame_that_is_too_long_ends_only_its_connection(
    start_hub: StartHub, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, DISPENSER) as dispenser:
            async with hub.knock(await hub.let_in(KIOSK.role, KIOSK.place)) as connection:
                await connection.send(encode(Hello(role=KIOSK.role)), text=True)
                await connection.send("x" * (MAX_FRAME_BYTES + 1))
                await asyncio.wait_for(connection.wait_closed(), 10)
                assert connection.close_code == CloseCode.MESSAGE_TOO_BIG
            assert isinstance(await dispenser.do(PLEASE), Done)

    asyncio.run(story())
    assert [r.message for r in caplog.records if "cut off" in r.message]


def test_bad_frames_are_logged_once_a_connection(
    start_hub: StartHub, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            for _ in range(20):
                await dispenser.connection.send("nonsense")
            faults = 0
            while faults < 20:
                faults += isinstance(await dispenser.receive(), Fault)

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    assert len([r for r in caplog.records if "bad frame" in r.message]) == 1


def test_requests_of_one_connection_are_answered_in_their_order(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, at(ONE)) as staff:
            await staff.sign_in()
            asked = (("request-1", PLEASE), ("request-2", CallNext()), ("request-3", PLEASE))
            for id_, command in asked:
                body = encode(Do(id=id_, command=command))
                await staff.connection.send(body, text=True)
            answers: list[str] = []
            while len(answers) < 3:
                frame = await staff.receive()
                if isinstance(frame, Done | Refused):
                    answers.append(f"{type(frame).__name__} {frame.id}")
            assert answers == ["Done request-1", "Done request-2", "Done request-3"]

    asyncio.run(story())


def test_nobody_may_ask_what_is_not_of_their_role(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, BOARD) as board:
            answer = await board.do(PLEASE)
            assert isinstance(answer, Refused)
            assert answer.refusal == NotAllowed()

    asyncio.run(story())


def test_who_comes_back_gets_the_newest_state_first(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            async with greeted(url, KIOSK) as kiosk:
                assert (await kiosk.topic(KioskNow)).waiting == 0
            for _ in range(30):
                await dispenser.do(PLEASE)
            async with greeted(url, KIOSK) as kiosk:
                assert (await kiosk.topic(KioskNow)).waiting == 30

    asyncio.run(story())


def test_a_crowd_at_one_counter_and_one_dispenser_gets_every_number_once(
    start_hub: StartHub,
) -> None:
    async def taken(url: HubAt) -> list[str]:
        async with greeted(url, DISPENSER) as dispenser:
            answers = [await dispenser.do(PLEASE) for _ in range(25)]
            return [a.reply.number for a in answers if isinstance(a, Done)]  # type: ignore[union-attr]  # an IssueTicket gives a number

    async def story() -> None:
        async with start_hub() as url:
            numbers = sorted(
                n for each in await asyncio.gather(*map(taken, [url] * 8)) for n in each
            )
            assert numbers == [f"A{n:03d}" for n in range(1, 201)]

    asyncio.run(story())
