"""Many other devices of a hall, connected and listening, in a process of their own."""

import asyncio
import sys

from websockets.asyncio.client import connect

from shared.domain.commands import Role
from shared.protocol.codec import encode
from shared.protocol.messages import Hello


async def _device(hub: str, hello: Hello, here: asyncio.Semaphore) -> None:
    async with connect(hub, compression=None, proxy=None, max_size=None) as connection:
        await connection.send(encode(hello), text=True)
        await connection.recv()
        here.release()
        async for _ in connection:
            pass


async def _crowd(hub: str, devices: int, counters: int) -> None:
    kinds = [
        *(Hello(role=Role.COUNTER, place=f"counter-{at}") for at in range(counters)),
        *(Hello(role=Role.PANEL, place=f"counter-{at}") for at in range(counters)),
        Hello(role=Role.DISPENSER, place="dispenser-1"),
        Hello(role=Role.BOARD, place="board-1"),
    ]
    here = asyncio.Semaphore(0)
    tasks = [
        asyncio.create_task(_device(hub, kinds[at % len(kinds)], here)) for at in range(devices)
    ]
    for _ in tasks:
        await here.acquire()
    print(f"ready {devices}", flush=True)
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(_crowd(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
