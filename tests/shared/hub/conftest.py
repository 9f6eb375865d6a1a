"""A hub in this process, on a real socket and a real disk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from shared.clock import HallClock
from shared.domain.plan import Plan
from shared.hub.running import HubOptions, run_hub
from shared.identity.hall_keys import HallKeys
from tests.fakes.client import HubAt
from tests.fakes.halls import MONDAY_8_AM, small_devices, small_plan
from tests.fakes.ports import port_for_pairing

StartHub = Callable[..., AbstractAsyncContextManager[HubAt]]


@pytest.fixture
def start_hub(tmp_path: Path) -> StartHub:
    """Start a hub on the test's folder; the context says where it is."""

    @asynccontextmanager
    async def start(
        plan: Plan | None = None, start_ms: int = MONDAY_8_AM, clock: HallClock | None = None
    ) -> AsyncIterator[HubAt]:
        ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        stop = asyncio.Event()
        clock = clock or HallClock(start_ms=start_ms)
        options = HubOptions(data=tmp_path, port=port_for_pairing())
        keys = HallKeys(tmp_path / "keys", "test-hall", start_ms)
        work = run_hub(
            options, plan or small_plan(), small_devices(), keys, clock, ready=ready, stop=stop
        )
        hub = asyncio.create_task(work)
        hub.add_done_callback(lambda done: ready.cancel())
        port = await ready
        yield HubAt(f"wss://127.0.0.1:{port}", keys.folder / "keeper.pem")
        stop.set()
        await hub

    return start
