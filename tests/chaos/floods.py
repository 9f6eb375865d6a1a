"""Floods from a host of their own, while an honest dispenser takes numbers: how long it waits.

``python -m tests.chaos.floods [SECONDS [FLOOD]]`` as root prints a table: for each flood the honest
device's p99 in milliseconds, and the hub's largest memory. 100 ms and 120 MB are the budget.
Network namespaces stand for hosts; the flooders and the honest device have addresses of their own.
"""

import asyncio
import re
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.protocol import State

from deploy.measures.row import percentile
from shared.domain.commands import IssueTestTicket, Role
from shared.link.own import Own, load_own
from shared.protocol.codec import encode
from shared.protocol.messages import HUB_NAME, Do, Hello
from tests.fakes.client import HubAt
from tests.fakes.hosts import Host, two_hosts

HONEST, FLOODER = "10.99.0.7", "10.99.0.66"
MODULE = "tests.chaos.floods"
PACE_S = 0.02
WORKERS = 60
BUDGET_MS, BUDGET_MB = 100, 120

Work = Callable[[str, int, Own], Awaitable[None]]


async def half_open(host: str, port: int, own: Own) -> None:
    """Connect and say nothing."""
    _, writer = await asyncio.open_connection(host, port, local_addr=(FLOODER, 0))
    await asyncio.sleep(1.0)
    writer.close()


async def tls_connects(host: str, port: int, own: Own) -> None:
    """Shake hands without a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection(host, port, ssl=context, local_addr=(FLOODER, 0))
    await reader.read()
    writer.close()


async def garbage(host: str, port: int, own: Own) -> None:
    """Send bytes that are no TLS."""
    _, writer = await asyncio.open_connection(host, port, local_addr=(FLOODER, 0))
    writer.write(b"GET / HTTP/1.1\r\n\r\n" * 500)
    await writer.drain()
    writer.close()


async def enrolled_commands(host: str, port: int, own: Own) -> None:
    """Send commands as fast as the network takes them."""
    async with _in(host, port, own, FLOODER) as connection:
        while connection.state is State.OPEN:
            await connection.send(_test_ticket(), text=True)
            await asyncio.sleep(0)


async def enrolled_garbage(host: str, port: int, own: Own) -> None:
    """Send malformed frames as fast as the network takes them."""
    async with _in(host, port, own, FLOODER) as connection:
        while connection.state is State.OPEN:
            await connection.send(
                b'{"type":"Do","id":"request-1","command":{"do":"Nothing"}}', text=True
            )
            await asyncio.sleep(0)


async def enrolled_deaf(host: str, port: int, own: Own) -> None:
    """Ask and never read an answer."""
    async with _in(host, port, own, FLOODER) as connection:
        connection.transport.pause_reading()
        while connection.state is State.OPEN:
            await connection.send(_test_ticket(), text=True)
            await asyncio.sleep(0)


FLOODS: dict[str, Work | None] = {
    "none": None,
    "half_open": half_open,
    "tls_connects": tls_connects,
    "garbage": garbage,
    "enrolled_commands": enrolled_commands,
    "enrolled_garbage": enrolled_garbage,
    "enrolled_deaf": enrolled_deaf,
}


def _in(host: str, port: int, own: Own, source: str) -> "_Greeted":
    return _Greeted(host, port, own, source)


class _Greeted:
    """A dispenser's connection from one address."""

    def __init__(self, host: str, port: int, own: Own, source: str) -> None:
        self._connect = connect(
            f"wss://{host}:{port}", ssl=own.tls(), server_hostname=HUB_NAME, proxy=None,
            compression=None, max_size=None, local_addr=(source, 0),
        )  # fmt: skip

    async def __aenter__(self) -> ClientConnection:
        connection = await self._connect.__aenter__()
        await connection.send(encode(Hello(role=Role.DISPENSER)), text=True)
        return connection

    async def __aexit__(self, *error: object) -> None:
        with suppress(WebSocketException, OSError):
            await self._connect.__aexit__(None, None, None)


def _test_ticket() -> bytes:
    return encode(Do(id=uuid4().hex, command=IssueTestTicket()))


async def flood(kind: str, host: str, port: int, own: Own, seconds: float) -> None:
    """Run many workers until the time is over; whatever the hub does to them."""
    tries = 0
    work = FLOODS[kind]
    assert work is not None

    async def worker() -> None:
        nonlocal tries
        while True:
            tries += 1
            with suppress(OSError, WebSocketException, EOFError, TimeoutError):
                await work(host, port, own)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(worker()) for _ in range(WORKERS)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(tries)


async def honest(host: str, port: int, own: Own, seconds: float) -> None:
    """Take a test ticket every so often and print how long the slowest hundredth waited."""
    times: list[float] = []
    until = time.perf_counter() + seconds
    async with _in(host, port, own, HONEST) as connection:
        while time.perf_counter() < until:
            frame = _test_ticket()
            mark = re.search(rb'"id":"(\w+)"', frame)
            assert mark is not None
            begun = time.perf_counter()
            await connection.send(frame, text=True)
            while mark[1] not in await connection.recv(decode=False):
                pass
            times.append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(PACE_S)
    print(len(times), percentile(times, 50), percentile(times, 99))


@contextmanager
def _hub(host: Host, folder: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    hall = folder / "hall.toml"
    hall.write_text(HALL, encoding="utf-8")
    words = ["-m", "shared.hub", "--data", str(folder / "data"), "--hall", str(hall)]
    command = host.command(sys.executable, *words, "--host", "0.0.0.0", "--port", "0", "--no-mdns")
    with (
        (folder / "hub.log").open("w") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        assert process.stdout is not None
        try:
            yield process, int(re.findall(r":(\d+) ", process.stdout.readline())[0])
        finally:
            process.terminate()


HALL = """
[hall]
name = "Bộ phận Một cửa bị quấy phá"
hours = ["00:00-24:00"]

[[dispenser]]
id = "dispenser-1"

[[dispenser]]
id = "dispenser-2"

[[field]]
id = "load"
name = "Thử tải"
prefix = "A"

[[counter]]
label = "1"
"""


def measured(kind: str, seconds: float) -> tuple[float, float, float, int]:
    """Return the honest p50 and p99 (ms), the hub's largest memory (MB), the flooder's tries."""
    with tempfile.TemporaryDirectory() as scratch, two_hosts() as (ours, theirs):
        for address in (HONEST, FLOODER):
            dev = f"v{theirs.name[2:8]}b"
            words = theirs.command("ip", "addr", "add", f"{address}/24", "dev", dev)
            subprocess.run(words, check=True, capture_output=True)
        folder = Path(scratch)
        with _hub(ours, folder) as (hub, port):
            here = ours.command(
                sys.executable, "-m", "tests.chaos.floods", "let-in", scratch, str(port)
            )
            subprocess.run(here, check=True)
            run = theirs.command(sys.executable, "-m", "tests.chaos.floods")
            options = [ours.address, str(port), scratch, str(seconds)]
            flooding = None
            if FLOODS[kind] is not None:
                flooding = subprocess.Popen(
                    [*run, kind, *options],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                )
            done = subprocess.run([*run, "honest", *options], capture_output=True, text=True)
            tries = int(flooding.communicate()[0] or 0) if flooding else 0
            assert done.returncode == 0, done.stderr
            assert hub.poll() is None, (folder / "hub.log").read_text()
            status = Path(f"/proc/{hub.pid}/status").read_text()
            peak = re.search(r"VmHWM:\s+(\d+)", status)
            assert peak is not None
    _, p50, p99 = done.stdout.split()
    return float(p50), float(p99), int(peak[1]) / 1024, tries


def main(words: list[str]) -> int:
    """Print the table; or play one part in a process of its own."""
    if len(words) > 2:
        _part(*words)
        return 0
    seconds = float(words[0]) if words else 15.0
    kinds = words[1:] or list(FLOODS)
    good = True
    print(f"{'flood':<20} {'p50 ms':>8} {'p99 ms':>8} {'hub MB':>8} {'tries':>8}")
    for kind in kinds:
        p50, p99, megabytes, tries = measured(kind, seconds)
        print(f"{kind:<20} {p50:>8.1f} {p99:>8.1f} {megabytes:>8.0f} {tries:>8}", flush=True)
        good &= p99 < BUDGET_MS and megabytes < BUDGET_MB
    print("within the budget" if good else "OVER the budget")
    return 0 if good else 1


def _part(kind: str, *options: str) -> None:
    if kind == "let-in":
        folder, port = options
        hub = HubAt(f"wss://127.0.0.1:{port}", Path(folder) / "data" / "keys" / "keeper.pem")
        for place in ("dispenser-1", "dispenser-2"):
            asyncio.run(hub.let_in(Role.DISPENSER, place))
        return
    host, port, folder, seconds = options
    place = "dispenser-1" if kind == "honest" else "dispenser-2"
    let_in = Path(folder) / "data" / "keys" / "let-in"
    own = load_own(let_in / f"{Role.DISPENSER}-{place}.pem")
    assert own is not None
    if kind == "honest":
        asyncio.run(honest(host, int(port), own, float(seconds)))
    else:
        asyncio.run(flood(kind, host, int(port), own, float(seconds)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
