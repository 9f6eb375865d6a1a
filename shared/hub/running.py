"""One hub, wired together: log, service, publisher, connections; started and stopped as one."""

import asyncio
import ssl
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from shared.clock import HallClock
from shared.domain.devices import Devices
from shared.domain.plan import Plan
from shared.hub.alarms import expected
from shared.hub.connections import Connections, listen
from shared.hub.publishing import Publisher
from shared.hub.service import Service
from shared.storage.event_log import EventLog


@dataclass(frozen=True, slots=True)
class HubOptions:
    """Where a hub keeps its log and listens; ``port`` 0 takes any free one."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 0
    tls: ssl.SSLContext | None = None


async def run_hub(
    options: HubOptions,
    plan: Plan,
    devices: Devices,
    clock: HallClock,
    *,
    ready: "asyncio.Future[int]",
    stop: asyncio.Event,
) -> None:
    """Run a hub until ``stop`` is set; ``ready`` gets the port. Raises StorageFailed."""
    log = EventLog(options.data)
    publisher = Publisher(devices, clock)
    publisher.alarms = expected(devices, clock.now_ms())
    service = Service(log, plan, clock, lambda hall, _: publisher.committed(hall))
    publisher.hall = service.hall
    connections = Connections(service, publisher, plan, devices, boot=uuid4().hex[:12])
    server = await listen(connections, options.host, options.port, options.tls)
    async with server:
        ready.set_result(server.sockets[0].getsockname()[1])
        await _until(
            stop,
            service.run(),
            connections.keep_time(max(0.05, 1.0 / clock.speed)),
            connections.beat(),
        )
    log.close()


async def _until(stop: asyncio.Event, *work: Coroutine[None, None, None]) -> None:
    """Run everything until ``stop``; if one part fails, all end and its error is raised."""
    tasks: list[asyncio.Task[Any]] = [asyncio.create_task(part) for part in work]
    stopping: asyncio.Task[Any] = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in [*tasks, stopping]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
