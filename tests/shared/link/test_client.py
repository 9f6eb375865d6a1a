"""The link against real servers: restarts, silence, garbage, the wrong hall."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from websockets.asyncio.server import ServerConnection, serve

from shared.discovery.browse import FoundHub
from shared.domain.commands import CallNext, Role
from shared.identity.credentials import Authority
from shared.identity.tls import hub_tls
from shared.link.addresses import Addresses
from shared.link.client import HubLink
from shared.link.own import kept
from shared.protocol import session as session_module
from shared.protocol.codec import decode_device_frame, encode
from shared.protocol.messages import (
    Accepted,
    Do,
    Done,
    Fault,
    Hello,
    HubFrame,
    Looked,
    Report,
    Welcome,
)
from shared.protocol.session import Expired, LinkChanged, LinkState, Session

WELCOME = Welcome(hall="h", place="counter-1", names={"vi": "H"}, boot="1", now_ms=1)
PATIENCE_S = 10
HALL = Authority.new("h")

Handler = Callable[[ServerConnection], Awaitable[None]]
Heard = HubFrame | LinkChanged | Expired


async def polite(connection: ServerConnection) -> None:
    """A hub that welcomes and says Done to everything."""
    async for message in connection:
        frame = decode_device_frame(message)
        if isinstance(frame, Hello):
            await connection.send(encode(WELCOME), text=True)
        elif isinstance(frame, Do):
            await connection.send(encode(Done(id=frame.id, reply=Accepted())), text=True)


class Device:
    """A link under test, and what it told."""

    def __init__(
        self, memory: Path, url: str | None, hall: str = "h", found: tuple[FoundHub, ...] = ()
    ) -> None:
        self.heard: asyncio.Queue[Heard] = asyncio.Queue()
        self.addresses = Addresses(typed=url, hall=hall, memory=memory, found=lambda: found)
        session = Session(role=Role.COUNTER, hall=hall)
        own = kept(memory.with_name("own.pem"), HALL.device(Role.COUNTER, "counter-1"))
        self.link = HubLink(session, self.addresses, own.tls(), self.heard.put_nowait)

    async def until(self, wanted: Callable[[Heard], bool]) -> Heard:
        async with asyncio.timeout(PATIENCE_S):
            while not wanted(heard := await self.heard.get()):
                pass
            return heard


def is_state(state: LinkState) -> Callable[[Heard], bool]:
    return lambda heard: isinstance(heard, LinkChanged) and heard.state is state


def is_detail(detail: str) -> Callable[[Heard], bool]:
    return lambda heard: isinstance(heard, LinkChanged) and heard.detail == detail


@asynccontextmanager
async def running(device: Device) -> AsyncIterator[Device]:
    task = asyncio.create_task(device.link.run())
    yield device
    device.link.stop()
    await asyncio.wait_for(task, PATIENCE_S)


@asynccontextmanager
async def hub(handler: Handler, port: int = 0, of: Authority = HALL) -> AsyncIterator[int]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hub.pem"
        of.hub().save(path)
        tls = hub_tls(path, HALL.hub().authority_pem)
    async with serve(handler, "127.0.0.1", port, ssl=tls, close_timeout=0.1) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "state" / "last.json"


def test_a_command_is_sent_and_answered(memory: Path) -> None:
    async def story() -> None:
        async with (
            hub(polite) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}")) as device,
        ):
            await device.until(is_state(LinkState.CONNECTED))
            device.link.send("request-1", CallNext(), give_up_s=5)
            done = await device.until(lambda heard: isinstance(heard, Done))
            assert isinstance(done, Done)
            assert done.id == "request-1"

    asyncio.run(story())


def test_a_command_asked_while_the_hub_is_away_is_sent_when_it_comes(memory: Path) -> None:
    async def story() -> None:
        async with hub(polite) as port:
            pass
        async with running(Device(memory, f"wss://127.0.0.1:{port}")) as device:
            device.link.send("request-1", CallNext(), give_up_s=60)
            async with hub(polite, port):
                await device.until(lambda heard: isinstance(heard, Done))

    asyncio.run(story())


def test_after_a_restart_the_unanswered_request_is_sent_again_with_its_id(memory: Path) -> None:
    ids: list[str] = []

    async def dies_on_request(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(encode(WELCOME), text=True)
        frame = decode_device_frame(await connection.recv())
        assert isinstance(frame, Do)
        ids.append(frame.id)
        if len(ids) == 1:
            connection.transport.abort()
        else:
            await connection.send(encode(Done(id=frame.id, reply=Accepted())), text=True)

    async def story() -> None:
        async with (
            hub(dies_on_request) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}")) as device,
        ):
            await device.until(is_state(LinkState.CONNECTED))
            device.link.send("request-1", CallNext(), give_up_s=60)
            await device.until(is_state(LinkState.LOST))
            await device.until(lambda heard: isinstance(heard, Done))
            assert ids == ["request-1", "request-1"]

    asyncio.run(story())


def test_a_silent_hub_is_noticed(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "SILENCE_S", 0.3)

    async def silent(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(encode(WELCOME), text=True)
        await connection.wait_closed()

    async def story() -> None:
        async with (
            hub(silent) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}")) as device,
        ):
            await device.until(is_state(LinkState.CONNECTED))
            await device.until(is_state(LinkState.LOST))

    asyncio.run(story())


def test_garbage_from_a_hub_ends_that_connection_only(memory: Path) -> None:
    visits = 0

    async def babbles_once(connection: ServerConnection) -> None:
        nonlocal visits
        visits += 1
        if visits == 1:
            await connection.send("garbage")
            await connection.wait_closed()
        else:
            await polite(connection)

    async def story() -> None:
        async with (
            hub(babbles_once) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}")) as device,
        ):
            await device.until(is_state(LinkState.CONNECTED))

    asyncio.run(story())


def test_the_wrong_hall_is_left_alone(memory: Path) -> None:
    async def story() -> None:
        async with (
            hub(polite) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}", hall="other")) as device,
        ):
            await device.until(is_detail("wrong_hall"))
            assert not memory.exists()

    asyncio.run(story())


def test_a_look_is_told_at_once_and_not_kept_for_later(memory: Path) -> None:
    heard: list[str] = []

    async def listens(connection: ServerConnection) -> None:
        async for message in connection:
            frame = decode_device_frame(message)
            if isinstance(frame, Hello):
                await connection.send(encode(WELCOME), text=True)
            elif isinstance(frame, Looked):
                heard.append(frame.code)
            elif isinstance(frame, Do):
                await connection.send(encode(Done(id=frame.id, reply=Accepted())), text=True)

    async def story() -> None:
        async with hub(listens) as port:
            device = Device(memory, f"wss://127.0.0.1:{port}")
            device.link.looked("1.000001")
            async with running(device):
                await device.until(is_state(LinkState.CONNECTED))
                device.link.looked("1.000002")
                device.link.send("request-1", CallNext(), give_up_s=9)
                await device.until(lambda heard: isinstance(heard, Done))

    asyncio.run(story())
    assert heard == ["1.000002"]


def test_being_turned_away_is_said(memory: Path) -> None:
    async def turns_away(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(encode(Fault(code="unknown_place", message="")), text=True)

    async def story() -> None:
        async with (
            hub(turns_away) as port,
            running(Device(memory, f"wss://127.0.0.1:{port}")) as device,
        ):
            await device.until(is_detail("unknown_place"))

    asyncio.run(story())


def test_a_request_nobody_answers_is_given_up(memory: Path) -> None:
    async def story() -> None:
        async with running(Device(memory, "wss://127.0.0.1:9")) as device:
            device.link.send("request-1", CallNext(), give_up_s=0.1)
            expired = await device.until(lambda heard: isinstance(heard, Expired))
            assert expired == Expired("request-1")

    asyncio.run(story())


def test_the_address_that_worked_is_remembered(memory: Path) -> None:
    async def story() -> None:
        async with hub(polite) as port:
            found = FoundHub("h", "Hall", f"wss://127.0.0.1:{port}")
            for seen in ((found,), ()):
                async with running(Device(memory, None, found=seen)) as device:
                    await device.until(is_state(LinkState.CONNECTED))

    asyncio.run(story())
    assert json.loads(memory.read_text())["hall"] == "h"


def test_a_false_hub_is_refused_and_told_to_the_true_one(memory: Path) -> None:
    heard: list[Report] = []

    async def listens(connection: ServerConnection) -> None:
        async for message in connection:
            frame = decode_device_frame(message)
            if isinstance(frame, Report):
                heard.append(frame)
            elif isinstance(frame, Hello):
                await connection.send(encode(WELCOME), text=True)
            elif isinstance(frame, Do):
                await connection.send(encode(Done(id=frame.id, reply=Accepted())), text=True)

    async def story() -> None:
        async with hub(listens) as port:
            pass
        async with running(Device(memory, f"wss://127.0.0.1:{port}")) as device:
            async with hub(listens, port, of=Authority.new("h")):
                await device.until(is_detail("false_hub"))
            assert not memory.exists()
            async with hub(listens, port):
                device.link.send("request-1", CallNext(), give_up_s=60)
                await device.until(lambda heard: isinstance(heard, Done))

    asyncio.run(story())
    assert heard == [Report(kind="false_hub", active=True)]
