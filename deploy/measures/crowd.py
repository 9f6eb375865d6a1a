"""Many other devices of a hall, connected and listening, in a process of their own."""

import asyncio
import sys
from pathlib import Path

from websockets.asyncio.client import connect

from deploy.measures.letting_in import let_in
from shared.domain.commands import Role
from shared.link.own import Own
from shared.protocol.codec import encode
from shared.protocol.messages import HUB_NAME, Hello


async def _device(hub: str, role: Role, own: Own, here: asyncio.Semaphore) -> None:
    tls = own.tls()
    async with connect(
        hub, ssl=tls, server_hostname=HUB_NAME, compression=None, proxy=None, max_size=None
    ) as connection:
        await connection.send(encode(Hello(role=role)), text=True)
        await connection.recv()
        here.release()
        async for _ in connection:
            pass


def _kinds(hub: str, data: Path, counters: int) -> list[tuple[Role, Own]]:
    own = [let_in(hub, data, Role.COUNTER, f"counter-{at}") for at in range(counters)]
    return [
        *((Role.COUNTER, each) for each in own),
        *((Role.PANEL, each) for each in own),
        (Role.DISPENSER, let_in(hub, data, Role.DISPENSER, "dispenser-1")),
        (Role.BOARD, let_in(hub, data, Role.BOARD, "board-1")),
    ]


async def _crowd(hub: str, devices: int, kinds: list[tuple[Role, Own]]) -> None:
    here = asyncio.Semaphore(0)
    tasks = [
        asyncio.create_task(_device(hub, *kinds[at % len(kinds)], here)) for at in range(devices)
    ]
    for _ in tasks:
        await here.acquire()
    print(f"ready {devices}", flush=True)
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    url, folder = sys.argv[1], Path(sys.argv[2])
    asyncio.run(_crowd(url, int(sys.argv[3]), _kinds(url, folder, int(sys.argv[4]))))
