"""What a hub does with the devices' frames, good and bad; on real sockets."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.frames import CloseCode

from shared.clock import HallClock
from shared.domain.commands import CallNext, IssueTicket
from shared.domain.errors import NotAllowed, NumberHeld
from shared.domain.ids import ServiceId
from shared.domain.plan import Plan
from shared.hub import connections
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import (
    MAX_FRAME_BYTES,
    Ask,
    Beat,
    Do,
    Done,
    Fault,
    FindTicket,
    Hello,
    Refused,
)
from shared.protocol.topics import DispenserNow, KioskNow
from tests.fakes.client import PATIENCE_S, HubAt, greeted
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    COPIES,
    DISPENSER,
    KIOSK,
    LAND,
    MONDAY_8_AM,
    ONE,
    at,
    small_plan,
)
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


CARD = "062185001234"


def plan_that_asks() -> Plan:
    plan = small_plan()
    asking = {id_: replace(each, asks_card=id_ != COPIES) for id_, each in plan.services.items()}
    return replace(plan, services=asking)


def card(service: ServiceId = BIRTH, number: str = CARD) -> IssueTicket:
    return IssueTicket(service=service, person=number)


def test_a_card_gives_one_number_a_field_also_after_a_restart_and_leaves_nothing(
    start_hub: StartHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub(plan_that_asks()) as hub, greeted(hub, DISPENSER) as dispenser:
            first = await dispenser.do(card(), "request-1")
            assert await dispenser.do(card(), "request-1") == first
            assert isinstance(await dispenser.do(card(LAND)), Done), "another field"
            assert isinstance(await dispenser.do(card(number="062185001235")), Done)
            assert isinstance(await dispenser.do(card(COPIES)), Done), "it asks for none"
            assert isinstance(await dispenser.do(card(COPIES)), Done)
            assert isinstance(await dispenser.do(card()), Refused)
            kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
            assert CARD.encode() not in b"".join(kept), "while the hub runs"
        async with start_hub(plan_that_asks()) as hub, greeted(hub, DISPENSER) as dispenser:
            refused = await dispenser.do(card())
            assert isinstance(refused, Refused)
            assert refused.refusal == NumberHeld(number="A001")

    with caplog.at_level(logging.INFO):
        asyncio.run(story())
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert CARD.encode() not in b"".join(kept)
    assert CARD not in caplog.text


def test_the_key_of_cards_goes_with_the_business_day(start_hub: StartHub, tmp_path: Path) -> None:
    passed_s = [0.0]
    clock = HallClock(start_ms=MONDAY_8_AM, steady=lambda: passed_s[0])
    path = tmp_path / "keys" / "day_key.json"

    async def story() -> None:
        async with (
            start_hub(plan_that_asks(), clock=clock) as hub,
            greeted(hub, DISPENSER) as dispenser,
        ):
            await dispenser.do(card())
            assert path.exists()
            passed_s[0] += 24 * 3600
            while (await dispenser.topic(DispenserNow)).day != "2026-11-24":
                pass
            async with asyncio.timeout(PATIENCE_S):
                while path.exists():
                    await dispenser.receive()
            assert isinstance(await dispenser.do(card()), Done)

    asyncio.run(story())


def test_without_a_key_numbers_are_given_all_the_same(
    start_hub: StartHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub(plan_that_asks()) as hub, greeted(hub, DISPENSER) as dispenser:
            (tmp_path / "keys" / "day_key.json.new").mkdir()
            assert isinstance(await dispenser.do(card()), Done)

    with caplog.at_level(logging.ERROR):
        asyncio.run(story())
    assert "no key of ID cards" in caplog.text
    assert CARD not in caplog.text


def test_where_a_ticket_stands_is_told_to_whom_it_concerns_only(start_hub: StartHub) -> None:
    question = FindTicket(number="A001")

    async def story() -> None:
        async with start_hub() as hub:
            for actor, allowed in ((BOARD, False), (DISPENSER, False), (KIOSK, True)):
                async with greeted(hub, actor) as device:
                    await device.connection.send(encode(Ask("request-1", question)), text=True)
                    while getattr(frame := await device.receive(), "id", "") != "request-1":
                        pass
                    refused = isinstance(frame, Refused) and frame.refusal == NotAllowed()
                    assert refused is not allowed, actor

    asyncio.run(story())
