"""What this machine can do without us: a WAL commit, a bare websocket echo, a bare start."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from deploy.measures.load import answers
from deploy.measures.row import percentile
from deploy.measures.server import memory_mb, served

ROW = '{"event":"TicketIssued","ticket":"20261124-A012","number":"A012","service":"land"}'


def answer_ms(folder: Path, commits: int) -> float:
    """Return the median time of one WAL commit and of one websocket echo, together."""
    with served("deploy.measures.echo_process") as echo:
        _, echo_ms = answers(f"ws://127.0.0.1:{echo.port}", 1, 1.0)
    return commit_ms(folder, commits) + echo_ms


def commit_ms(folder: Path, count: int) -> float:
    """Return the median time of one row committed durably (WAL, synchronous=FULL)."""
    times = []
    with closing(sqlite3.connect(folder / "limit.db", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT)")
        for _ in range(count):
            begun = time.perf_counter()
            conn.execute("INSERT INTO rows (body) VALUES (?)", [ROW * 3])
            times.append((time.perf_counter() - begun) * 1000)
    return percentile(times, 50)


def bare_start(module: str, times: int) -> tuple[float, float]:
    """Return the shortest start of a bare process in seconds, and its memory in megabytes."""
    starts = []
    for _ in range(times):
        begun = time.perf_counter()
        with served(module) as server:
            starts.append((time.perf_counter() - begun, memory_mb(server.pid)))
    return min(starts)
