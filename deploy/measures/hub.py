"""The hub's rows: one answer, many answers, a long past, start and memory."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from deploy.measures.history import write_history
from deploy.measures.limits import answer_ms, bare_start
from deploy.measures.load import answers
from deploy.measures.row import Row, at_least, at_most, middle, within
from deploy.measures.server import Server, memory_mb, served

TICKETS_OF_HISTORY = 1_000_000
QUICK_HISTORY = 50_000
ROUNDS = 3
ECHO = "deploy.measures.echo_process"


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the hub's rows."""
    seconds = 1.0 if quick else 3.0
    yield from _one(scratch, seconds)
    yield from _many(scratch, seconds)
    past = scratch / "past"
    tickets = QUICK_HISTORY if quick else TICKETS_OF_HISTORY
    write_history(past, tickets)
    yield from _start(past, f"{tickets:,} tickets")
    yield from _history(scratch, past, seconds, f"{tickets:,} tickets")


def _one(scratch: Path, seconds: float) -> Iterator[Row]:
    with _hub(scratch / "one") as hub:
        url = f"ws://127.0.0.1:{hub.port}"
        pairs = [
            (answers(url, 1, seconds, "issue")[1], answer_ms(scratch, 1000)) for _ in range(ROUNDS)
        ]
    value, limit = middle(pairs)
    yield within("command -> durable -> answer, 1 client, p50", value, "ms", limit, 2)


def _many(scratch: Path, seconds: float) -> Iterator[Row]:
    pem = _certificate(scratch)
    if pem is None:
        return
    with served(ECHO, str(pem)) as echo, _hub(scratch / "many", str(pem)) as hub:
        pairs = [
            (
                answers(f"wss://127.0.0.1:{hub.port}", 32, seconds, "issue")[0],
                answers(f"wss://127.0.0.1:{echo.port}", 32, seconds, "echo")[0],
            )
            for _ in range(ROUNDS)
        ]
    rate, limit = middle(pairs)
    yield at_least("durable commands, 32 clients, TLS", rate, "/s", 8000, limit)


def _start(past: Path, tickets: str) -> Iterator[Row]:
    starts, megabytes = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        with _hub(past) as hub:
            starts.append(time.perf_counter() - begun)
            megabytes.append(memory_mb(hub.pid))
    bare_s, bare_mb = bare_start(ECHO, ROUNDS)
    yield at_most(f"hub: start to ready with {tickets}", min(starts), "s", 1.0, bare_s)
    yield at_most(f"hub: memory with {tickets}", max(megabytes), "MB", 80, bare_mb)


def _history(scratch: Path, past: Path, seconds: float, tickets: str) -> Iterator[Row]:
    with _hub(past) as hub, _hub(scratch / "empty") as empty:
        pairs = [
            (
                answers(f"ws://127.0.0.1:{hub.port}", 1, seconds, "issue")[1],
                answers(f"ws://127.0.0.1:{empty.port}", 1, seconds, "issue")[1],
            )
            for _ in range(ROUNDS)
        ]
    value, limit = middle(pairs)
    yield within(f"1 client with {tickets} of history, beside none, p50", value, "ms", limit, 1.1)


def _hub(data: Path, certificate: str = "") -> AbstractContextManager[Server]:
    return served("deploy.measures.hub_process", str(data), certificate)


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
