"""Closed-loop clients in a process of their own: as many requests as the server answers.

``python -m deploy.measures.load URL CLIENTS SECONDS echo|issue`` prints requests a second and
the median time of one, in milliseconds.
"""

import asyncio
import ssl
import sys
import time
from itertools import cycle
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from deploy.measures.hub_process import SERVICES
from deploy.measures.row import percentile
from shared.domain.commands import IssueTicket, Role
from shared.domain.ids import ServiceId
from shared.protocol.codec import encode
from shared.protocol.messages import Do, Hello


async def load(url: str, clients: int, seconds: float, kind: str) -> None:
    """Run all clients at once and print the figures."""
    times: list[float] = []
    until = time.perf_counter() + seconds
    begun = time.perf_counter()
    await asyncio.gather(*(_client(url, at, until, kind, times) for at in range(clients)))
    took = time.perf_counter() - begun
    print(len(times) / took, percentile(times, 50))


async def _client(url: str, at: int, until: float, kind: str, times: list[float]) -> None:
    tls = _trusting() if url.startswith("wss") else None
    async with connect(url, ssl=tls, compression=None, proxy=None, max_size=None) as connection:
        if kind == "issue":
            hello = Hello(role=Role.DISPENSER, place="dispenser-1")
            await connection.send(encode(hello), text=True)
        services = cycle(ServiceId(f"service-{(at + each) % SERVICES}") for each in range(SERVICES))
        while time.perf_counter() < until:
            id_ = uuid4().hex
            frame = encode(Do(id=id_, command=IssueTicket(service=next(services))))
            begun = time.perf_counter()
            await connection.send(frame, text=True)
            await _answered(connection, id_)
            times.append((time.perf_counter() - begun) * 1000)


async def _answered(connection: ClientConnection, id_: str) -> None:
    mark = id_.encode()
    while mark not in await connection.recv(decode=False):
        pass


def _trusting() -> ssl.SSLContext:
    """The bench talks to itself; who the server is does not matter here."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def main(url: str, clients: str, seconds: str, kind: str) -> None:
    """Run the load."""
    try:
        import uvloop
    except ImportError:  # no uvloop on Windows
        asyncio.run(load(url, int(clients), float(seconds), kind))
    else:
        uvloop.run(load(url, int(clients), float(seconds), kind))


if __name__ == "__main__":
    main(*sys.argv[1:])
