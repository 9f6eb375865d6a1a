"""Closed-loop clients in a process of their own: as many requests as the server answers.

``python -m deploy.measures.load URL CLIENTS SECONDS [CREDENTIALS]`` prints requests a second and
the median time of one, in milliseconds; ``answers`` runs it.
"""

import asyncio
import ssl
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from deploy.measures.hub_process import SERVICES
from deploy.measures.row import percentile
from shared.domain.commands import IssueTicket, Role
from shared.domain.ids import ServiceId
from shared.link.own import Own, load_own
from shared.protocol.codec import encode
from shared.protocol.messages import HUB_NAME, Do, Hello


def answers(url: str, clients: int, seconds: float, credentials: str = "") -> tuple[float, float]:
    """Return requests a second and the median time of one in milliseconds."""
    words = [url, str(clients), str(seconds), credentials]
    command = [sys.executable, "-m", "deploy.measures.load", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rate, median_ms = done.stdout.split()
    return float(rate), float(median_ms)


async def load(url: str, clients: int, seconds: float, own: Own | None) -> None:
    """Connect all clients, let them ask at once, and print the figures."""
    async with AsyncExitStack() as links:
        connections = [
            await links.enter_async_context(_connected(url, own)) for _ in range(clients)
        ]
        if own is not None:
            for connection in connections:
                await connection.send(encode(Hello(role=Role.DISPENSER)), text=True)
        begun = time.perf_counter()
        asked = (_ask(connection, at, begun + seconds) for at, connection in enumerate(connections))
        times = [each for of_one in await asyncio.gather(*asked) for each in of_one]
        took = time.perf_counter() - begun
    print(len(times) / took, percentile(times, 50))


def _connected(url: str, own: Own | None) -> connect:
    tls = own.tls() if own else _trusting() if url.startswith("wss") else None
    name = HUB_NAME if tls else None
    return connect(url, ssl=tls, server_hostname=name, compression=None, proxy=None, max_size=None)


async def _ask(connection: ClientConnection, at: int, until: float) -> list[float]:
    """Return the times from each request to its answer, in milliseconds."""
    times: list[float] = []
    client = uuid4().hex
    while time.perf_counter() < until:
        id_ = f"{client}-{len(times)}"
        service = ServiceId(f"service-{(at + len(times)) % SERVICES}")
        frame = encode(Do(id=id_, command=IssueTicket(service=service)))
        begun = time.perf_counter()
        await connection.send(frame, text=True)
        await _answered(connection, id_)
        times.append((time.perf_counter() - begun) * 1000)
    return times


async def _answered(connection: ClientConnection, id_: str) -> None:
    mark = f'"{id_}"'.encode()
    while mark not in await connection.recv(decode=False):
        pass


def _trusting() -> ssl.SSLContext:
    """The bench talks to itself; who the server is does not matter here."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def main(url: str, clients: str, seconds: str, credentials: str = "") -> None:
    """Run the load: on the hub with a dispenser's credentials, else on the bare echo."""
    own = load_own(Path(credentials)) if credentials else None
    try:
        import uvloop
    except ImportError:  # no uvloop on Windows
        asyncio.run(load(url, int(clients), float(seconds), own))
    else:
        uvloop.run(load(url, int(clients), float(seconds), own))


if __name__ == "__main__":
    main(*sys.argv[1:])
