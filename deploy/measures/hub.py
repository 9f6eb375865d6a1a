"""The hub's rows: one answer, many answers, a long past, start and memory."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.measures.history import write_history
from deploy.measures.letting_in import let_in
from deploy.measures.limits import answer_ms, bare_start
from deploy.measures.load import answers
from deploy.measures.row import Row, at_least, at_most, middle, within
from deploy.measures.server import memory_mb, served
from shared.domain.commands import Role

TICKETS_OF_HISTORY, QUICK_TICKETS = 1_000_000, 50_000
SECONDS, QUICK_SECONDS = 3.0, 1.0
ROUNDS = 3
ECHO = "deploy.measures.echo_process"


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the hub's rows."""
    seconds = QUICK_SECONDS if quick else SECONDS
    yield from _one(scratch, seconds)
    yield from _many(scratch, seconds)
    past = scratch / "past"
    tickets = QUICK_TICKETS if quick else TICKETS_OF_HISTORY
    write_history(past, tickets)
    yield from _start(past, f"{tickets:,} tickets")
    yield from _history(scratch, past, seconds, f"{tickets:,} tickets")


def _one(scratch: Path, seconds: float) -> Iterator[Row]:
    with _hub(scratch / "one") as hub:
        dispenser = hub.dispenser()
        pairs = [
            (answers(hub.url, 1, seconds, dispenser)[1], answer_ms(scratch, 1000))
            for _ in range(ROUNDS)
        ]
    value, limit = middle(pairs)
    yield within("command -> durable -> answer, 1 client, p50", value, "ms", limit, 2)


def _many(scratch: Path, seconds: float) -> Iterator[Row]:
    pem = _certificate(scratch)
    if pem is None:
        return
    pairs = []
    with served(ECHO, str(pem)) as echo:
        for at in range(ROUNDS):
            # Each time a hall where nobody waits: no real one has tens of thousands waiting.
            with _hub(scratch / f"many-{at}") as hub:
                rate = answers(hub.url, 32, seconds, hub.dispenser())[0]
            pairs.append((rate, answers(f"wss://127.0.0.1:{echo.port}", 32, seconds)[0]))
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
        one, other = hub.dispenser(), empty.dispenser()
        pairs = [
            (
                answers(hub.url, 1, seconds, one)[1],
                answers(empty.url, 1, seconds, other)[1],
            )
            for _ in range(ROUNDS)
        ]
    value, limit = middle(pairs)
    yield within(f"1 client with {tickets} of history, beside none, p50", value, "ms", limit, 1.1)


@dataclass(frozen=True, slots=True)
class _Hub:
    """A hub's process and where its data lie."""

    pid: int
    url: str
    data: Path

    def dispenser(self) -> str:
        """Return the file with the credentials of a dispenser of this hub."""
        return str(let_in(self.url, self.data, Role.DISPENSER, "dispenser-1").path)


@contextmanager
def _hub(data: Path) -> Iterator[_Hub]:
    with served("deploy.measures.hub_process", str(data)) as server:
        yield _Hub(server.pid, f"wss://127.0.0.1:{server.port}", data)


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
