"""The hub's rows: one answer, many answers, a long past, start and memory."""

import asyncio
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from deploy.measures.history import write_history
from deploy.measures.limits import commit_ms, echo_ms
from deploy.measures.row import Row, at_least, at_most, within
from deploy.measures.server import Server, memory_mb, served

TICKETS_OF_HISTORY = 1_000_000
QUICK_HISTORY = 50_000


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the hub's rows."""
    seconds = 2.0 if quick else 6.0
    limit = commit_ms(scratch, 500 if quick else 3000) + asyncio.run(echo_ms(3000))
    with _hub(scratch / "one") as hub:
        _, one_ms = _load(f"ws://127.0.0.1:{hub.port}", 1, seconds)
    yield within("command -> durable -> answer, 1 client, p50", one_ms, "ms", limit, 2)
    yield from _many(scratch, seconds)
    yield from _history(scratch, seconds, QUICK_HISTORY if quick else TICKETS_OF_HISTORY)


def _many(scratch: Path, seconds: float) -> Iterator[Row]:
    pem = _certificate(scratch)
    if pem is None:
        return
    with served("deploy.measures.echo_process", str(pem)) as echo:
        limit, _ = _load(f"wss://127.0.0.1:{echo.port}", 32, seconds, "echo")
    with _hub(scratch / "many", str(pem)) as hub:
        rate, _ = _load(f"wss://127.0.0.1:{hub.port}", 32, seconds)
    yield at_least("durable commands, 32 clients, TLS", rate, "/s", 8000, limit)


def _history(scratch: Path, seconds: float, tickets: int) -> Iterator[Row]:
    past, empty = scratch / "past", scratch / "empty"
    write_history(past, tickets)
    begun = time.perf_counter()
    with _hub(past) as hub:
        start_s = time.perf_counter() - begun
        megabytes = memory_mb(hub.pid)
        with _hub(empty) as other:
            pairs = [
                (
                    _load(f"ws://127.0.0.1:{hub.port}", 1, seconds / 3)[1],
                    _load(f"ws://127.0.0.1:{other.port}", 1, seconds / 3)[1],
                )
                for _ in range(3)
            ]
    with_past, without = sorted(pairs, key=lambda pair: pair[0] / pair[1])[1]
    name = f"the same with {tickets:,} tickets of history, p50"
    yield within(name, with_past, "ms", without, 1.1)
    yield at_most(f"hub: start to ready with {tickets:,} tickets", start_s, "s", 1.0)
    yield at_most(f"hub: memory with {tickets:,} tickets", megabytes, "MB", 80)


def _hub(data: Path, certificate: str = "") -> AbstractContextManager[Server]:
    return served("deploy.measures.hub_process", str(data), certificate)


def _load(url: str, clients: int, seconds: float, kind: str = "issue") -> tuple[float, float]:
    """Return requests a second and the median time of one in milliseconds."""
    words = [url, str(clients), str(seconds), kind]
    command = [sys.executable, "-m", "deploy.measures.load", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rate, median_ms = done.stdout.split()
    return float(rate), float(median_ms)


def _certificate(folder: Path) -> Path | None:
    """Make a certificate with openssl; None, with a word, where there is no openssl."""
    openssl = shutil.which("openssl")
    if openssl is None:
        print("no openssl here: the row over TLS is left out", file=sys.stderr)
        return None
    pem, key = folder / "both.pem", folder / "key.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=b"
    command = [openssl, *words.split(), "-keyout", str(key), "-out", str(pem)]
    subprocess.run(command, check=True, capture_output=True)
    pem.write_text(pem.read_text() + key.read_text())
    return pem
