"""The log's own thread: whatever goes wrong in it comes out on the event loop."""

import asyncio
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain.hall import Hall
from shared.hub.batch import Batch, open_due_day
from shared.hub.writer import Writer
from shared.storage.event_log import EventLog, StorageFailed
from tests.fakes.halls import KEY, MONDAY_8_AM, small_plan


def first_batch() -> Batch:
    batch = Batch(hall=Hall.empty(small_plan()), now=MONDAY_8_AM)
    open_due_day(batch, lambda: KEY)
    return batch


def test_a_written_batch_is_on_disk(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(EventLog(tmp_path)) as log, closing(Writer(log)) as writer:
            await writer.write(first_batch())
            assert log.last_seq == 1

    asyncio.run(story())


def test_failures_and_bugs_reach_whoever_waits(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(EventLog(tmp_path)) as log, closing(Writer(log)) as writer:
            await writer.write(first_batch())
            with pytest.raises(StorageFailed, match=r"days\.day"):
                await writer.write(first_batch())
            broken = first_batch()
            broken.entries.append("no entry")  # type: ignore[arg-type]  # a bug is planted
            with pytest.raises(AttributeError):
                await writer.write(broken)

    asyncio.run(story())


def test_whoever_stops_waiting_does_not_stop_the_writing(tmp_path: Path) -> None:
    async def story() -> None:
        with closing(EventLog(tmp_path)) as log:
            writer = Writer(log)
            waiting = asyncio.create_task(writer.write(first_batch()))
            await asyncio.sleep(0)
            waiting.cancel()
            writer.close()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            await asyncio.sleep(0)
            assert log.last_seq == 1

    asyncio.run(story())
