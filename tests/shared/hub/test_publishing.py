"""Topics on their way: the newest value only, to whoever reads, and calls to boards once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.protocol import State

from shared.clock import HallClock
from shared.domain.commands import Actor, CallNext, ConfirmShown, IssueTicket, SignIn
from shared.domain.ids import OfficerId
from shared.hub.publishing import (
    LEAST_GAP_S,
    TWO_AT_A_PLACE_MS,
    WRITE_BUFFER_BYTES,
    Device,
    Publisher,
)
from shared.protocol.codec import decode_hub_frame
from shared.protocol.messages import Announce, HubFrame, Report, Topic
from shared.protocol.topics import CounterDesk, KioskNow
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, KIOSK, MONDAY_8_AM, ONE, Play, at
from tests.fakes.halls import small_devices as devices


class Wire:
    """Stands where a websocket's protocol and transport stand, and keeps what was written."""

    def __init__(self) -> None:
        self.frames: list[HubFrame] = []
        self.unread = 0
        self.state = State.OPEN
        self.send_in_progress = None
        self.protocol = self.transport = self

    def get_write_buffer_size(self) -> int:
        return self.unread

    def send_text(self, data: bytes) -> None:
        self.frames.append(decode_hub_frame(data))

    def send_data(self) -> None:
        pass

    def topics(self) -> list[str]:
        return [frame.topic for frame in self.frames if isinstance(frame, Topic)]

    def calls(self) -> list[int]:
        announced = [frame for frame in self.frames if isinstance(frame, Announce)]
        return [call.call for frame in announced for call in frame.calls]


class Stage:
    """A publisher, the hall it speaks of, and a clock that stands still."""

    def __init__(self, clock: HallClock | None = None, awaited: tuple[str, ...] = ()) -> None:
        self.play = Play()
        self.play.do(at(ONE), SignIn(officer=OfficerId("lan")))
        clock = clock or HallClock(start_ms=MONDAY_8_AM, steady=lambda: 0.0)
        self.publisher = Publisher(devices(), clock, awaited)
        self.publisher.begin(self.play.hall)

    def join(self, actor: Actor) -> tuple[Device, Wire]:
        wire = Wire()
        device = Device(actor, cast(ServerConnection, wire))
        self.publisher.join(device)
        return device, wire

    def take_number(self) -> None:
        self.play.do(DISPENSER, IssueTicket(service=BIRTH))
        self.publisher.committed(self.play.hall)

    def call(self) -> None:
        self.take_number()
        self.play.do(at(ONE), CallNext())
        self.publisher.committed(self.play.hall)


@asynccontextmanager
async def quiet(publisher: Publisher) -> AsyncIterator[None]:
    """Pass the time in which the publisher collects changes."""
    yield
    while publisher._timer is not None:
        await asyncio.sleep(LEAST_GAP_S)


def test_who_joins_gets_everything_at_once_and_later_only_what_changed() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, wire = stage.join(KIOSK)
            assert wire.topics() == ["setup/kiosk", "kiosk", "catalog", "asked"]
        async with quiet(stage.publisher):
            stage.publisher.tick()
        assert wire.topics() == ["setup/kiosk", "kiosk", "catalog", "asked"]
        async with quiet(stage.publisher):
            stage.take_number()
        assert wire.topics() == ["setup/kiosk", "kiosk", "catalog", "asked", "kiosk"]
        versions = [f.version for f in wire.frames if isinstance(f, Topic) and f.topic == "kiosk"]
        assert versions == [1, 2]

    asyncio.run(story())


def test_many_changes_in_a_moment_are_one_frame_with_the_newest() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, wire = stage.join(KIOSK)
            for _ in range(50):
                stage.take_number()
        last = wire.frames[-1]
        assert isinstance(last, Topic)
        assert last.value == KioskNow(day="2026-11-23", waiting=50)
        assert wire.topics().count("kiosk") <= 3

    asyncio.run(story())


def test_a_device_that_does_not_read_gets_no_backlog_but_the_newest_in_the_end() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, slow = stage.join(KIOSK)
            _, quick = stage.join(KIOSK)
        slow.unread = WRITE_BUFFER_BYTES + 1
        for _ in range(3):
            async with quiet(stage.publisher):
                stage.take_number()
        assert (slow.topics().count("kiosk"), quick.topics().count("kiosk")) == (1, 4)
        slow.unread = 0
        async with quiet(stage.publisher):
            stage.publisher.tick()
        assert slow.topics().count("kiosk") == 2
        assert slow.frames[-1] == quick.frames[-1]

    asyncio.run(story())


def test_a_call_reaches_every_board_at_once_and_once() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, board = stage.join(BOARD)
            _, kiosk = stage.join(KIOSK)
            stage.call()
            assert board.calls() == [1]
            stage.publisher.tick()
        assert (board.calls(), kiosk.calls()) == ([1], [])

    asyncio.run(story())


def test_a_board_that_was_slow_gets_its_call_with_the_next_tick() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, board = stage.join(BOARD)
            board.unread = WRITE_BUFFER_BYTES + 1
            stage.call()
            assert board.calls() == []
            board.unread = 0
            stage.publisher.tick()
            assert board.calls() == [1]

    asyncio.run(story())


def test_the_calls_of_a_new_day_count_from_one_again() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            device, board = stage.join(BOARD)
            device.announced = ("2026-11-22", 7)
            stage.call()
            assert board.calls() == [1]

    asyncio.run(story())


def test_confirmed_calls_are_not_announced_to_who_comes_back() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            stage.call()
            stage.play.do(BOARD, ConfirmShown(call=1))
            stage.publisher.committed(stage.play.hall)
            _, board = stage.join(BOARD)
            assert board.calls() == [1], "it is still to be spoken"

    asyncio.run(story())


def test_counters_hear_of_troubles_and_of_who_is_away() -> None:
    async def story() -> None:
        stage = Stage()
        async with quiet(stage.publisher):
            _, desk = stage.join(at(ONE))
            first, _ = stage.join(DISPENSER)
            second, _ = stage.join(DISPENSER)
            report = Report(kind="printer_paper_end", active=True)
            stage.publisher.report(DISPENSER, report)
        last = desk.frames[-1]
        assert isinstance(last, Topic)
        assert isinstance(last.value, CounterDesk)
        assert [alarm.kind for alarm in last.value.alarms] == ["printer_paper_end"]
        stage.publisher.leave(first)
        assert DISPENSER not in stage.publisher.alarms.away_since
        stage.publisher.leave(second)
        assert DISPENSER in stage.publisher.alarms.away_since
        assert len(stage.publisher.connections()) == 1

    asyncio.run(story())


def test_only_who_is_awaited_is_missed() -> None:
    async def story() -> None:
        stage = Stage(awaited=("board-1",))
        async with quiet(stage.publisher):
            dispenser, _ = stage.join(DISPENSER)
            stage.publisher.leave(dispenser)
        assert list(stage.publisher.alarms.away_since) == [BOARD]

    asyncio.run(story())


def test_a_device_does_not_end_the_troubles_of_another_at_its_place() -> None:
    async def story() -> None:
        stage = Stage()
        report = Report(kind="printer_paper_end", active=True)
        async with quiet(stage.publisher):
            first, _ = stage.join(DISPENSER)
            stage.publisher.report(DISPENSER, report)
            second, _ = stage.join(DISPENSER)
            assert len(stage.publisher.alarms.reported) == 1
            stage.publisher.leave(second)
            assert len(stage.publisher.alarms.reported) == 1
            stage.publisher.leave(first)
            stage.join(DISPENSER)
        assert len(stage.publisher.alarms.reported) == 0, "it tells anew what troubles it"

    asyncio.run(story())


def test_two_devices_at_one_place_are_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        steady_s = 0.0
        stage = Stage(HallClock(start_ms=MONDAY_8_AM, steady=lambda: steady_s))
        async with quiet(stage.publisher):
            old, _ = stage.join(BOARD)
            new, _ = stage.join(BOARD)
            stage.publisher.tick()
            stage.publisher.leave(old)
            steady_s = TWO_AT_A_PLACE_MS / 1000
            stage.publisher.tick()
            assert caplog.messages == [], "it has only come back"
            stage.join(BOARD)
            steady_s *= 2
            stage.publisher.tick()
            stage.publisher.tick()
            stage.publisher.leave(new)
            stage.join(BOARD)
            steady_s *= 2
            stage.publisher.tick()
        assert caplog.messages == ["2 devices are at board/board-1"]

    caplog.set_level("WARNING")
    asyncio.run(story())


def test_counters_hear_that_the_machines_clock_is_not_to_be_trusted() -> None:
    async def story() -> None:
        wall_s = MONDAY_8_AM / 1000
        clock = HallClock(wall=lambda: wall_s, steady=lambda: 0.0)
        stage = Stage(clock)
        async with quiet(stage.publisher):
            _, desk = stage.join(at(ONE))
            wall_s += 3600
            stage.publisher.tick()
        last = desk.frames[-1]
        assert isinstance(last, Topic)
        assert isinstance(last.value, CounterDesk)
        assert [alarm.kind for alarm in last.value.alarms] == ["clock_doubtful"]

    asyncio.run(story())
