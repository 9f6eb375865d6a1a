"""kill -9 of the real hub under load, at twenty random points: no number lost or doubled."""

import asyncio
import random
import re
import subprocess
import sys
from collections import Counter as Tally
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest
from websockets.exceptions import WebSocketException

from shared.domain.commands import Actor, IssueTicket, Role
from shared.domain.ids import ServiceId
from shared.protocol.messages import Done, NumberGiven
from shared.protocol.topics import BoardNow
from shared.storage.event_log import EventLog
from shared.storage.verify import verify
from tests.fakes.client import greeted

pytestmark = pytest.mark.xdist_group("serial")

KILLS = 20
PREFIXES = "ABCDEF"
"""One client takes numbers of each series, two of the first."""
SEED = 20_261_124
CURRENT_WITHIN_S = 5.0

HALL = """
[hall]
name = "Bộ phận Một cửa thử tải"
hours = ["00:00-24:00"]

[[board]]
id = "board-1"
"""
FIELD = """
[[field]]
id = "load-{id}"
name = "Thử tải {prefix}"
prefix = "{prefix}"
range = [1, 9999]
"""


class Hub:
    """The real hub process; ``port`` stays the same over its deaths."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hall = folder / "hall.toml"
        fields = [FIELD.format(prefix=prefix, id=prefix.lower()) for prefix in PREFIXES]
        self.hall.write_text(HALL + "".join(fields), encoding="utf-8")
        self.port = 0
        self.log = (folder / "hub.log").open("ab")

    async def start(self) -> None:
        command = [sys.executable, "-m", "shared.hub", "--data", str(self.folder / "data")]
        options = ["--hall", str(self.hall), "--port", str(self.port), "--no-mdns"]
        self.process = await asyncio.create_subprocess_exec(
            *command, *options, stdout=subprocess.PIPE, stderr=self.log
        )
        assert self.process.stdout is not None
        line = (await self.process.stdout.readline()).decode()
        found = re.search(r":(\d+) ", line)
        assert found, (self.folder / "hub.log").read_text()
        self.port = int(found[1])

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"


@dataclass
class Load:
    """What the clients were acknowledged: request id to number."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    retries: int = 0
    stop: bool = False


async def take_numbers(hub: Hub, load: Load, prefix: str) -> None:
    """Take numbers one after the other; after a cut, ask again with the same id."""
    request, command = uuid4().hex, IssueTicket(service=ServiceId(f"load-{prefix.lower()}"))
    while not load.stop:
        try:
            async with greeted(hub.url, Actor(Role.DISPENSER, "dispenser-1")) as client:
                while not load.stop:
                    done = await client.do(command, request)
                    assert isinstance(done, Done)
                    assert isinstance(done.reply, NumberGiven)
                    load.acknowledged[request] = done.reply.number
                    request = uuid4().hex
        except (OSError, WebSocketException, TimeoutError):
            load.retries += 1
            await asyncio.sleep(0.02)


async def current_again(hub: Hub, load: Load) -> None:
    """A board that reconnects must soon know at least everything acknowledged before."""
    known = len(load.acknowledged)
    async with asyncio.timeout(CURRENT_WITHIN_S):
        while True:
            try:
                async with greeted(hub.url, Actor(Role.BOARD, "board-1")) as board:
                    now = await board.topic(BoardNow)
                    while sum(each.waiting for each in now.waiting) < known:
                        now = await board.topic(BoardNow)
                    return
            except (OSError, WebSocketException):
                await asyncio.sleep(0.02)


async def storm(hub: Hub, load: Load, points: random.Random) -> None:
    await hub.start()
    takers = [take_numbers(hub, load, prefix) for prefix in PREFIXES + PREFIXES[0]]
    clients = [asyncio.create_task(taker) for taker in takers]
    for _ in range(KILLS):
        await asyncio.sleep(points.uniform(0.01, 0.35))
        await hub.kill()
        await hub.start()
        await current_again(hub, load)
    load.stop = True
    await asyncio.gather(*clients)
    hub.process.terminate()
    await hub.process.wait()


def test_no_number_is_lost_or_doubled_whenever_the_hub_dies(tmp_path: Path) -> None:
    hub, load = Hub(tmp_path), Load()
    asyncio.run(storm(hub, load, random.Random(SEED)))
    hub.log.close()
    numbers = Tally(load.acknowledged.values())
    assert [number for number, times in numbers.items() if times > 1] == []
    log = EventLog(tmp_path / "data")
    written = [row for row in log.today() if '"TicketIssued"' in row.body]
    log.close()
    by_request = {row.request: re.search(r'"number":"(\w+)"', row.body) for row in written}
    assert len(by_request) == len(written), "one request brought about two tickets"
    for request, number in load.acknowledged.items():
        found = by_request[request]
        assert found
        assert found[1] == number, "what was acknowledged is not what is on disk"
    for prefix in PREFIXES:
        found_serials = [re.search(rf'"number":"{prefix}(\d+)"', row.body) for row in written]
        serials = sorted(int(found[1]) for found in found_serials if found)
        assert serials == list(range(1, len(serials) + 1)), "a number was left out"
    assert verify(tmp_path / "data").bad_seq is None
    assert load.retries >= KILLS
