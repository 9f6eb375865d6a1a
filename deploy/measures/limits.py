"""What this machine can do without us: a WAL commit, a bare websocket echo."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

from deploy.measures.row import percentile

FRAME = '{"type":"Do","id":"0123456789abcdef0123456789abcdef","command":{"do":"IssueTicket"}}'


def commit_ms(folder: Path, count: int) -> float:
    """Return the median time of one row committed durably (WAL, synchronous=FULL)."""
    times = []
    with closing(sqlite3.connect(folder / "limit.db", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)")
        for _ in range(count):
            begun = time.perf_counter()
            conn.execute("INSERT INTO rows (body) VALUES (?)", [FRAME * 3])
            times.append((time.perf_counter() - begun) * 1000)
    return percentile(times, 50)


async def echo_ms(count: int) -> float:
    """Return the median time of one frame to a server and back, on this machine."""

    async def echo(connection: ServerConnection) -> None:
        async for message in connection:
            await connection.send(message)

    times = []
    async with serve(echo, "127.0.0.1", 0, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}", compression=None, proxy=None) as client:
            for _ in range(count):
                begun = time.perf_counter()
                await client.send(FRAME)
                await client.recv()
                times.append((time.perf_counter() - begun) * 1000)
    return percentile(times, 50)
