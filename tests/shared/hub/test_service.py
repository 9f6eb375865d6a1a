"""Requests in, committed events out: in groups, once, and never from doubt."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from shared.clock import HallClock
from shared.domain.commands import CallNext, IssueTicket, SignIn
from shared.domain.hall import Hall
from shared.domain.ids import OfficerId
from shared.hub.batch import Answer
from shared.hub.service import HubStopping, Service, fold
from shared.protocol.messages import NumberGiven
from shared.storage.event_log import Entry, EventLog, RecordedReply, StorageFailed
from tests.fakes.halls import BIRTH, DISPENSER, MINUTE_MS, MONDAY_8_AM, ONE, at, small_plan

PLEASE = IssueTicket(service=BIRTH)
DAY_MS = 24 * 60 * MINUTE_MS


class SlowLog(EventLog):
    """A log on a disk that writes when the test lets it, or fails when it is told."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.may_write = threading.Event()
        self.writing = threading.Event()
        self.batches: list[int] = []
        self.broken = False

    def append(
        self,
        entries: Sequence[Entry],
        replies: Sequence[RecordedReply],
        *,
        forget_before_ms: int = 0,
    ) -> None:
        self.writing.set()
        assert self.may_write.wait(10)
        if self.broken:
            raise StorageFailed("the disk is gone")
        self.batches.append(len(replies))
        super().append(entries, replies, forget_before_ms=forget_before_ms)


def service_on(
    log: EventLog, publish: Callable[[Hall], None] = lambda hall: None, now: int = MONDAY_8_AM
) -> Service:
    return Service(log, small_plan(), HallClock(start_ms=now), publish)


@asynccontextmanager
async def running(service: Service) -> AsyncIterator[Service]:
    task = asyncio.create_task(service.run())
    try:
        yield service
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def numbers(answers: Sequence[Answer]) -> list[str]:
    return sorted(answer.number for answer in answers if isinstance(answer, NumberGiven))


def test_what_comes_during_a_commit_shares_the_next_one(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(SlowLog(tmp_path)) as log:
            async with running(service_on(log)) as service:
                first = asyncio.create_task(service.ask("request-0", PLEASE, DISPENSER))
                await asyncio.to_thread(log.writing.wait, 10)
                others = [
                    asyncio.create_task(service.ask(f"request-{n}", PLEASE, DISPENSER))
                    for n in range(1, 8)
                ]
                await asyncio.sleep(0)
                log.may_write.set()
                answers = await asyncio.gather(first, *others)
            assert log.batches == [1, 7]
            assert numbers(answers) == [f"A{n:03d}" for n in range(1, 9)]

    asyncio.run(story())


def test_nobody_sees_what_is_not_on_disk_and_the_asker_is_told_first(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(SlowLog(tmp_path)) as log:
            published: list[tuple[int, bool]] = []
            service = service_on(
                log, lambda hall: published.append((len(hall.tickets), asking.done()))
            )
            async with running(service):
                asking = asyncio.create_task(service.ask("request-0", PLEASE, DISPENSER))
                await asyncio.to_thread(log.writing.wait, 10)
                assert not asking.done()
                assert (published, len(service.hall.tickets)) == ([], 0)
                log.may_write.set()
                await service.ask("request-1", PLEASE, DISPENSER)
            assert published[0] == (1, True)

    asyncio.run(story())


def test_after_a_storage_error_nobody_is_answered(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(SlowLog(tmp_path)) as log:
            service = service_on(log)
            run = asyncio.create_task(service.run())
            first = asyncio.create_task(service.ask("request-0", PLEASE, DISPENSER))
            await asyncio.to_thread(log.writing.wait, 10)
            second = asyncio.create_task(service.ask("request-1", PLEASE, DISPENSER))
            await asyncio.sleep(0)
            log.broken = True
            log.may_write.set()
            with pytest.raises(StorageFailed, match="gone"):
                await run
            third = asyncio.create_task(service.ask("request-2", PLEASE, DISPENSER))
            answers = await asyncio.gather(first, second, third, return_exceptions=True)
            assert [type(answer) for answer in answers] == [HubStopping] * 3
            assert len(service.hall.tickets) == 0

    asyncio.run(story())


def test_whoever_stopped_waiting_does_not_disturb_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(SlowLog(tmp_path)) as log:
            async with running(service_on(log)) as service:
                gone = asyncio.create_task(service.ask("request-0", PLEASE, DISPENSER))
                await asyncio.to_thread(log.writing.wait, 10)
                gone.cancel()
                log.may_write.set()
                answers = [await service.ask("request-1", PLEASE, DISPENSER)]
                assert numbers(answers) == ["A002"]

    asyncio.run(story())


def test_a_stop_ends_with_the_batch_in_hand_on_disk(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(SlowLog(tmp_path)) as log:
            service = service_on(log)
            run = asyncio.create_task(service.run())
            asking = asyncio.create_task(service.ask("request-0", PLEASE, DISPENSER))
            await asyncio.to_thread(log.writing.wait, 10)
            log.may_write.set()
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            with pytest.raises(HubStopping):
                await asking
        with closing(EventLog(tmp_path)) as log:
            async with running(service_on(log)) as service:
                assert numbers([await service.ask("request-0", PLEASE, DISPENSER)]) == ["A001"]
                assert len(service.hall.tickets) == 1

    asyncio.run(story())


def test_answers_are_kept_for_two_days_and_no_longer(tmp_path: Path) -> None:
    async def story(now: int, id_: str) -> list[str]:
        with closing(EventLog(tmp_path)) as log:
            async with running(service_on(log, now=now)) as service:
                answers = [await service.ask(id_, PLEASE, DISPENSER)]
                kept = [each.request for each in log.replies_since(0)]
                assert sorted(service._known) == sorted(kept)
                return [*numbers(answers), *kept]

    assert asyncio.run(story(MONDAY_8_AM, "request-0")) == ["A001", "request-0"]
    tomorrow = MONDAY_8_AM + DAY_MS
    assert asyncio.run(story(tomorrow, "request-0")) == ["A001", "request-0"]
    third_day = MONDAY_8_AM + 2 * DAY_MS + MINUTE_MS
    assert asyncio.run(story(third_day, "request-1")) == ["A001", "request-1"]


def test_the_hall_is_as_it_was_after_a_restart(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(EventLog(tmp_path)) as log:
            async with running(service_on(log)) as service:
                await service.ask("request-0", PLEASE, DISPENSER)
                await service.ask("sign-in-1", SignIn(officer=OfficerId("lan")), at(ONE))
                await service.ask("call-0001", CallNext(), at(ONE))
                before = service.hall
            assert fold(log, small_plan()) == before

    asyncio.run(story())


def test_time_never_goes_back(tmp_path: Path) -> None:
    async def story(now: int) -> Hall:
        with closing(EventLog(tmp_path)) as log:
            async with running(service_on(log, now=now)) as service:
                await service.ask(f"request-{now}", PLEASE, DISPENSER)
                return service.hall

    first = asyncio.run(story(MONDAY_8_AM))
    second = asyncio.run(story(MONDAY_8_AM - 30 * DAY_MS))
    assert (second.day, second.at_ms) == (first.day, first.at_ms)
    assert len(second.tickets) == 2


def test_a_hall_file_without_the_counter_in_use_is_not_served(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(EventLog(tmp_path)) as log:
            async with running(service_on(log)) as service:
                await service.ask("sign-in-1", SignIn(officer=OfficerId("lan")), at(ONE))
            plan = small_plan()
            others = {id_: counter for id_, counter in plan.counters.items() if id_ != ONE}
            with pytest.raises(StorageFailed, match="row 2 of today's log does not fit"):
                fold(log, replace(plan, counters=others))

    asyncio.run(story())


def test_a_log_that_does_not_say_when_its_day_began_is_not_served(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        closed = '{"event":"DayClosed","day":"2026-11-23"}'
        log.append([Entry(1, "2026-11-23", "", "hub/hub", closed)], [])
        with pytest.raises(StorageFailed, match="when 2026-11-23 began"):
            service_on(log)


def test_an_answer_of_another_program_is_not_given(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path)) as log:
        log.append([], [RecordedReply("request-0", MONDAY_8_AM, "{}", '{"reply":"Strange"}')])
        with pytest.raises(StorageFailed, match="Strange"):
            service_on(log)
