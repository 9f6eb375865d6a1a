"""The hub as devices know it: a whole visit, restarts, and how it ends."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from shared.clock import HallClock
from shared.domain.commands import (
    BeginService,
    CallNext,
    ConfirmShown,
    ConfirmSpoken,
    FinishService,
    IssueTestTicket,
    IssueTicket,
    Outcome,
    RateService,
    Role,
)
from shared.domain.errors import NothingWaiting
from shared.domain.ids import TicketId
from shared.hub.running import HubOptions, run_hub
from shared.identity.hall_keys import HallKeys
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import (
    Accepted,
    Answer,
    Ask,
    CitizenCalled,
    Done,
    Fault,
    FindTicket,
    Hello,
    NumberGiven,
    Refused,
    Report,
    TrialNumberGiven,
)
from shared.protocol.topics import BoardNow, CounterDesk, DispenserNow, KioskNow, PanelNow, Setup
from shared.storage.event_log import EventLog, StorageFailed
from tests.fakes.client import HubAt, greeted
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    DISPENSER,
    KIOSK,
    MONDAY_8_AM,
    ONE,
    TWO,
    at,
    named,
    panel,
    small_devices,
    small_plan,
)
from tests.shared.hub.conftest import StartHub

BIRTH_PLEASE = IssueTicket(service=BIRTH)
A001 = TicketId("20261123-A001")


def test_a_visit_from_the_number_to_the_rating(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as url,
            greeted(url, DISPENSER) as dispenser,
            greeted(url, at(ONE)) as staff,
            greeted(url, panel(ONE)) as citizen,
            greeted(url, BOARD) as board,
        ):
            given = await dispenser.do(BIRTH_PLEASE)
            assert isinstance(given, Done)
            assert isinstance(given.reply, NumberGiven)
            assert (given.reply.number, given.reply.ahead) == ("A001", 0)
            await staff.sign_in()
            called = await staff.do(CallNext())
            assert isinstance(called, Done)
            assert called.reply == CitizenCalled(ticket=A001, number="A001", call=1)
            (call,) = (await board.announced()).calls
            assert (call.number, call.label, call.times) == ("A001", "1", 1)
            await board.do(ConfirmShown(call=1))
            await board.do(ConfirmSpoken(call=1))
            desk = await staff.topic(CounterDesk)
            while desk.last_call is None or desk.last_call.spoken_ms is None:
                desk = await staff.topic(CounterDesk)
            assert desk.last_call.shown_ms is not None
            assert (desk.last_call.boards, desk.last_call.voices) == (1, 1)
            await staff.do(BeginService())
            await staff.do(FinishService(outcome=Outcome.ACCEPTED))
            now = await citizen.topic(PanelNow)
            while now.rating is None:
                now = await citizen.topic(PanelNow)
            rated = await citizen.do(RateService(ticket=now.rating, level="good"))
            assert isinstance(rated, Done)
            assert rated.reply == Accepted()

    asyncio.run(story())


def test_the_same_request_gets_the_same_answer_even_after_a_restart(start_hub: StartHub) -> None:
    async def story() -> None:
        answers = []
        for _ in range(2):
            async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
                for _ in range(2):
                    answers.append(await dispenser.do(BIRTH_PLEASE, "request-0001"))
        assert len(set(map(repr, answers))) == 1
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            another = await dispenser.do(BIRTH_PLEASE)
            assert isinstance(another, Done)
            assert isinstance(another.reply, NumberGiven)
            assert another.reply.number == "A002"

    asyncio.run(story())


def test_a_request_id_cannot_be_used_for_something_else(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            await dispenser.do(BIRTH_PLEASE, "request-0001")
            fault = await dispenser.do(IssueTestTicket(), "request-0001")
            assert isinstance(fault, Fault)
            assert fault.code == "reused_id"
            trial = await dispenser.do(IssueTestTicket(), "request-0002")
            assert isinstance(trial, Done)
            assert isinstance(trial.reply, TrialNumberGiven)

    asyncio.run(story())


def test_two_counters_pressing_at_once_never_get_the_same_citizen(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as url,
            greeted(url, DISPENSER) as dispenser,
            greeted(url, at(ONE)) as one,
            greeted(url, at(TWO)) as two,
        ):
            await dispenser.do(BIRTH_PLEASE)
            await one.sign_in()
            await two.sign_in()
            answers = await asyncio.gather(one.do(CallNext()), two.do(CallNext()))
            assert sorted(type(answer).__name__ for answer in answers) == ["Done", "Refused"]
            refused = next(a for a in answers if isinstance(a, Refused))
            assert refused.refusal == NothingWaiting()

    asyncio.run(story())


def test_each_device_is_told_what_its_role_may_know(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as url,
            greeted(url, DISPENSER) as dispenser,
            greeted(url, BOARD) as board,
            greeted(url, KIOSK) as kiosk,
        ):
            setup = await dispenser.topic(Setup)
            assert setup.plan.hall_id == "test-hall"
            assert len((await dispenser.topic(DispenserNow)).services) == 3
            assert len((await board.topic(BoardNow)).counters) == 3
            await dispenser.do(BIRTH_PLEASE)
            now = await kiosk.topic(KioskNow)
            while now.waiting != 1:
                now = await kiosk.topic(KioskNow)
            question = Ask(id="question-1", question=FindTicket(number=" a001 "))
            await kiosk.connection.send(encode(question), text=True)
            while not isinstance(answer := await kiosk.receive(), Answer):
                pass
            assert answer.place is not None
            assert (answer.place.number, answer.place.counters) == ("A001", (ONE, TWO))

    asyncio.run(story())


def test_an_unconfirmed_call_is_announced_again_after_a_reconnect(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as url,
            greeted(url, DISPENSER) as dispenser,
            greeted(url, at(ONE)) as staff,
        ):
            await dispenser.do(BIRTH_PLEASE)
            await staff.sign_in()
            await staff.do(CallNext())
            for _ in range(2):
                async with greeted(url, BOARD) as board:
                    assert [c.number for c in (await board.announced()).calls] == ["A001"]
                    await board.do(ConfirmShown(call=1))
            async with greeted(url, BOARD) as board:
                await board.announced()
                await board.do(ConfirmSpoken(call=1))
            async with greeted(url, BOARD) as board:
                await board.topic(BoardNow)
                await board.do(ConfirmSpoken(call=1))
                assert not any(type(f).__name__ == "Announce" for f in board.frames)

    asyncio.run(story())


def test_troubles_and_missing_devices_reach_the_counters(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as url,
            greeted(url, at(ONE)) as staff,
            greeted(url, DISPENSER) as dispenser,
        ):
            report = Report(kind="printer_near_end", active=True, count=5)
            await dispenser.connection.send(encode(report), text=True)
            desk = await staff.topic(CounterDesk)
            while not desk.alarms:
                desk = await staff.topic(CounterDesk)
            assert (desk.alarms[0].kind, desk.alarms[0].count) == ("printer_near_end", 5)
            over = Report(kind="printer_near_end", active=False)
            await dispenser.connection.send(encode(over), text=True)
            while desk.alarms:
                desk = await staff.topic(CounterDesk)

    asyncio.run(story())


def test_bad_frames_are_refused_and_the_hub_lives(start_hub: StartHub) -> None:
    bad = ["", "{", "[]", "null", '{"type":"Do"}', '{"type":"Nonsense"}', '{"type":"Welcome"}']

    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            for text in bad:
                await dispenser.connection.send(text)
                while not isinstance(frame := await dispenser.receive(), Fault):
                    pass
                assert (frame.code, frame.id) == ("bad_frame", "")
            await dispenser.connection.send('{"type":"Do","id":"request-1","command":{}}')
            while not isinstance(frame := await dispenser.receive(), Fault):
                pass
            assert frame.id == "request-1"
            again = encode(Hello(role=Role.DISPENSER))
            await dispenser.connection.send(again, text=True)
            while not isinstance(frame := await dispenser.receive(), Fault):
                pass
            assert frame.code == "hello_first"
            assert isinstance(await dispenser.do(BIRTH_PLEASE), Done)

    asyncio.run(story())


def test_a_device_that_greets_wrongly_is_turned_away_with_the_reason(start_hub: StartHub) -> None:
    cases = {
        "hello_first": encode(Report(kind="no_sound", active=True)),
        "wrong_role": encode(Hello(role=Role.COUNTER)),
        "wrong_protocol": encode(Hello(role=Role.KIOSK, protocol=99)),
        "bad_frame": b"hello?",
    }

    async def story() -> None:
        async with start_hub() as hub:
            kiosk = await hub.let_in(Role.KIOSK, "kiosk-1")
            for code, hello in cases.items():
                async with hub.knock(kiosk) as connection:
                    await connection.send(hello, text=True)
                    frame = decode_hub_frame(await connection.recv())
                    assert isinstance(frame, Fault)
                    assert frame.code == code
                    await connection.wait_closed()

    asyncio.run(story())


def test_a_restart_with_other_words_keeps_the_queue(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            await dispenser.do(BIRTH_PLEASE)
        renamed = replace(small_plan(), names=named("Tên mới"))
        async with start_hub(renamed) as url, greeted(url, at(ONE)) as staff:
            assert (await staff.topic(Setup)).plan.names["vi"] == "Tên mới"
            assert [w.number for w in (await staff.topic(CounterDesk)).waiting] == ["A001"]

    asyncio.run(story())


def failing(*batch: object, **options: object) -> None:
    raise StorageFailed("the disk is gone")


def test_a_storage_error_ends_the_hub_and_nobody_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        keys = HallKeys(tmp_path / "keys", "test-hall", MONDAY_8_AM)
        hub = asyncio.create_task(
            run_hub(
                HubOptions(data=tmp_path),
                small_plan(),
                small_devices(),
                keys,
                HallClock(start_ms=MONDAY_8_AM),
                ready=ready,
                stop=asyncio.Event(),
            )
        )
        where = HubAt(f"wss://127.0.0.1:{await ready}", tmp_path / "keys" / "keeper.pem")
        async with greeted(where, DISPENSER) as dispenser:
            await dispenser.do(BIRTH_PLEASE)
            monkeypatch.setattr(EventLog, "append", failing)
            with pytest.raises(ConnectionClosed):
                await dispenser.do(BIRTH_PLEASE)
        with pytest.raises(StorageFailed, match="gone"):
            await asyncio.wait_for(hub, 10)

    asyncio.run(story())


def test_a_stop_under_load_is_soon_over(start_hub: StartHub) -> None:
    async def load(url: HubAt) -> None:
        with suppress(ConnectionClosed):
            async with greeted(url, DISPENSER) as dispenser:
                while True:
                    await dispenser.do(BIRTH_PLEASE)

    async def story() -> None:
        async with asyncio.timeout(10):
            async with start_hub() as url, greeted(url, KIOSK) as kiosk:
                clients = [asyncio.create_task(load(url)) for _ in range(4)]
                while (await kiosk.topic(KioskNow)).waiting < 20:
                    pass
            await asyncio.gather(*clients)

    asyncio.run(story())


def test_a_machine_that_believes_it_is_years_ago_goes_on_from_the_log(
    start_hub: StartHub,
) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, DISPENSER) as dispenser:
            await dispenser.do(BIRTH_PLEASE)
        async with start_hub(start_ms=0) as url, greeted(url, DISPENSER) as dispenser:
            given = await dispenser.do(BIRTH_PLEASE)
            assert isinstance(given, Done)
            assert isinstance(given.reply, NumberGiven)
            assert given.reply.number == "A002"
            assert given.reply.issued_ms >= MONDAY_8_AM

    asyncio.run(story())
