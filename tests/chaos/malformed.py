"""A hundred thousand malformed frames from an enrolled device, and a number after them.

``python -m tests.chaos.malformed [COUNT]`` runs a real hub process and prints how it fared.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from deploy.measures.server import memory_mb
from shared.domain.ids import ServiceId
from tests.chaos.test_hub_killed import Hub
from tests.shared.hub.test_attacks import honest, send_malformed

COUNT = 100_000


async def _story(folder: Path, count: int) -> None:
    hub = Hub(folder)
    await hub.start()
    begun = time.perf_counter()
    sent = await send_malformed(hub.at, count)
    took = time.perf_counter() - begun
    assert hub.process.returncode is None, (folder / "hub.log").read_text()
    assert await honest(hub.at, ServiceId("load-a")), "a citizen still gets a number"
    print(f"{sent} malformed frames in {took:.0f} s; hub {memory_mb(hub.process.pid):.0f} MB")
    hub.process.terminate()
    assert await hub.process.wait() == 0
    hub.log.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(_story(Path(scratch), int(sys.argv[1]) if sys.argv[1:] else COUNT))
