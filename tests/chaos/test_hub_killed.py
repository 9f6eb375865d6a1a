"""kill -9 of the real hub under load, at twenty random points: nothing lost, nothing doubled."""

import asyncio
import random
import re
import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from websockets.exceptions import WebSocketException

from shared.domain.commands import (
    Actor,
    BeginService,
    CallNext,
    Command,
    FinishService,
    IssueTicket,
    Outcome,
    Role,
)
from shared.domain.events import AnyEvent, TicketCalled, TicketIssued
from shared.domain.ids import ServiceId
from shared.link.staff_call import NoAnswer
from shared.protocol.codec import encode
from shared.protocol.messages import Answer, Ask, CitizenCalled, Done, FindTicket, NumberGiven
from shared.protocol.topics import BoardNow, CounterDesk, DispenserNow, KioskNow, PanelNow, Value
from shared.storage.event_log import EventLog
from shared.storage.verify import verify
from tests.fakes.client import Client, HubAt, greeted

pytestmark = pytest.mark.xdist_group("serial")

KILLS = 20
PREFIXES = "ABCDEF"
"""One client takes numbers of each series, two of the first."""
COUNTERS = "12"
SEED = 20_261_124
CURRENT_WITHIN_S = 5.0
LOST = (OSError, WebSocketException, NoAnswer)

HALL = """
[hall]
name = "Bộ phận Một cửa thử tải"
hours = ["00:00-24:00"]

[[board]]
id = "board-1"
"""
COUNTER = """
[[counter]]
label = "{label}"
"""
FIELD = """
[[field]]
id = "load-{id}"
name = "Thử tải {prefix}"
prefix = "{prefix}"
range = [1, 9999]
"""

DISPENSER = Actor(Role.DISPENSER, "dispenser-1")
SHOWS: dict[Actor, type[Value]] = {
    DISPENSER: DispenserNow,
    Actor(Role.BOARD, "board-1"): BoardNow,
    Actor(Role.COUNTER, "counter-1"): CounterDesk,
    Actor(Role.PANEL, "counter-2"): PanelNow,
    Actor(Role.KIOSK, "kiosk-1"): KioskNow,
}
"""One device of every kind, and what it must be told."""


class Hub:
    """The real hub process; ``port`` stays the same over its deaths."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.hall = folder / "hall.toml"
        fields = [FIELD.format(prefix=prefix, id=prefix.lower()) for prefix in PREFIXES]
        counters = [COUNTER.format(label=label) for label in COUNTERS]
        self.hall.write_text(HALL + "".join(fields + counters), encoding="utf-8")
        self.port = 0
        self.log = (folder / "hub.log").open("ab")

    async def start(self) -> None:
        command = [sys.executable, "-m", "shared.hub", "--data", str(self.data)]
        options = ["--hall", str(self.hall), "--port", str(self.port), "--no-mdns"]
        self.process = await asyncio.create_subprocess_exec(
            *command, *options, stdout=subprocess.PIPE, stderr=self.log
        )
        assert self.process.stdout is not None
        line = (await self.process.stdout.readline()).decode()
        found = re.search(r":(\d+) ", line)
        assert found, Path(self.log.name).read_text()
        self.port = int(found[1])

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    @property
    def at(self) -> HubAt:
        return HubAt(f"wss://127.0.0.1:{self.port}", self.data / "keys" / "keeper.pem")


@dataclass
class Load:
    """What the clients were acknowledged, by request id: numbers given, and tickets called."""

    given: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    retries: int = 0
    stop: bool = False

    def acknowledged(self, request: str, done: Done) -> None:
        if isinstance(done.reply, NumberGiven):
            self.given[request] = done.reply.number
        if isinstance(done.reply, CitizenCalled):
            self.called[request] = done.reply.number


async def insist(hub: Hub, load: Load, actor: Actor, commands: Iterator[Command]) -> None:
    """Ask one thing after the other; after a cut, ask again with the same id."""
    request, command = uuid4().hex, next(commands)
    while not load.stop:
        try:
            async with greeted(hub.at, actor) as client:
                while not load.stop:
                    answer = await client.do(command, request)
                    if isinstance(answer, Done):
                        load.acknowledged(request, answer)
                    request, command = uuid4().hex, next(commands)
        except (*LOST, TimeoutError):
            load.retries += 1
            await asyncio.sleep(0.02)


def taking(prefix: str) -> Iterator[Command]:
    while True:
        yield IssueTicket(service=ServiceId(f"load-{prefix.lower()}"))


def serving() -> Iterator[Command]:
    while True:
        yield CallNext()
        yield BeginService()
        yield FinishService(outcome=Outcome.ADVICE)


async def current_again(hub: Hub, actor: Actor, known: str) -> None:
    """A device that reconnects must soon be told; the kiosk knows what was acknowledged."""
    while True:
        try:
            async with greeted(hub.at, actor) as client:
                await client.topic(SHOWS[actor])
                if known and actor.role is Role.KIOSK:
                    assert await finds(client, known), f"{known} is lost"
                return
        except LOST:
            await asyncio.sleep(0.02)


async def finds(kiosk: Client, number: str) -> bool:
    question = Ask(id=uuid4().hex, question=FindTicket(number=number))
    await kiosk.connection.send(encode(question), text=True)
    while not isinstance(frame := await kiosk.receive(), Answer):
        pass
    return frame.place is not None


async def storm(hub: Hub, load: Load, points: random.Random) -> None:
    await hub.start()
    for label in COUNTERS:
        async with greeted(hub.at, Actor(Role.COUNTER, f"counter-{label}")) as staff:
            await staff.sign_in(f"officer-{label}")
    work = [(DISPENSER, taking(prefix)) for prefix in PREFIXES + PREFIXES[0]]
    work += [(Actor(Role.COUNTER, f"counter-{label}"), serving()) for label in COUNTERS]
    clients = [asyncio.create_task(insist(hub, load, *each)) for each in work]
    for _ in range(KILLS):
        await asyncio.sleep(points.uniform(0.01, 0.35))
        await hub.kill()
        newest = next(reversed(load.given.values()), "")
        await hub.start()
        async with asyncio.timeout(CURRENT_WITHIN_S):
            await asyncio.gather(*(current_again(hub, actor, newest) for actor in SHOWS))
    load.stop = True
    await asyncio.gather(*clients)
    hub.process.terminate()
    assert await hub.process.wait() == 0


def written(data: Path) -> list[tuple[str, AnyEvent]]:
    decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
    with closing(EventLog(data)) as log:
        return [(row.request, decoder.decode(row.body)) for row in log.today()]


def test_nothing_is_lost_or_doubled_whenever_the_hub_dies(tmp_path: Path) -> None:
    hub, load = Hub(tmp_path), Load()
    asyncio.run(storm(hub, load, random.Random(SEED)))
    hub.log.close()
    assert load.retries >= KILLS
    assert load.called, "nobody was called"
    events = written(hub.data)
    issued = [(id_, e) for id_, e in events if isinstance(e, TicketIssued)]
    called = [(id_, e) for id_, e in events if isinstance(e, TicketCalled)]
    assert no_more_than_once(id_ for id_, _ in issued), "one request brought two tickets"
    assert no_more_than_once(e.number for _, e in issued), "one number was given twice"
    assert no_more_than_once(e.ticket for _, e in called), "one citizen was called by two"
    assert load.given.items() <= {id_: e.number for id_, e in issued}.items()
    assert load.called.items() <= {id_: e.ticket.split("-")[1] for id_, e in called}.items()
    assert [e.call for _, e in called] == list(range(1, len(called) + 1))
    for prefix in PREFIXES:
        serials = [e.serial for _, e in issued if e.number.startswith(prefix)]
        assert serials == list(range(1, len(serials) + 1)), "a number was left out"
    finding = verify(hub.data)
    assert finding.bad_seq is None, finding


def no_more_than_once(values: Iterator[str]) -> bool:
    return max(Tally(values).values()) == 1
