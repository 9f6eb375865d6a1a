"""A new device lets itself be let in: by a code at a real hub, or by this user's own hub."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from shared.discovery.browse import FoundHub
from shared.domain.commands import Actor, Role
from shared.domain.errors import PairingShut, UnknownDevice, UnknownPlace, WrongCode
from shared.domain.tasks import (
    AnyTask,
    ClosePairing,
    DeviceList,
    ListDevices,
    OpenPairing,
    PairDevice,
    WaitingDevice,
)
from shared.identity.certificates import new_key
from shared.identity.credentials import Authority, Credentials, load_credentials
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.identity.pairing import ANSWER_S, DeviceSide, HubSide, Offer, from_line, to_line
from shared.identity.window import GUESSES
from shared.link import joining
from shared.link.joining import Joining, Waiting, Wish
from shared.link.staff_call import TaskRefused, asked
from tests.fakes.client import HubAt, greeted
from tests.shared.hub.conftest import StartHub, start_hub

__all__ = ["start_hub"]

PATIENCE_S = 20
CODES = ("111111", "222222", "333333", "444444", "555555", "666666")


class Device:
    """A device that joins, and what its screen showed."""

    def __init__(self, hubs: list[str], folder: Path, role: Role = Role.BOARD) -> None:
        self.shown: list[Waiting] = []
        self._codes = iter(CODES)
        found = tuple(FoundHub("test-hall", "Hall", each) for each in hubs)
        local = LocalHubs(folder / "none")
        wish = Wish(role)
        self.joining = Joining(
            wish, local, lambda: found, self.shown.append, lambda: next(self._codes)
        )

    @property
    def code(self) -> str:
        return self.shown[-1].code

    @property
    def mark(self) -> str:
        return self.shown[-1].mark


@asynccontextmanager
async def joining_task(device: Device) -> AsyncIterator["asyncio.Task[Credentials]"]:
    task = asyncio.create_task(device.joining.joined())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def ask(hub: HubAt, task: AnyTask) -> object:
    return await asked(hub.url, hub.keeper, task)


async def refusal(hub: HubAt, task: AnyTask) -> object:
    with pytest.raises(TaskRefused) as refused:
        await ask(hub, task)
    return refused.value.refusal


async def waiting(hub: HubAt, least: int = 1) -> tuple[WaitingDevice, ...]:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            listed = await ask(hub, ListDevices())
            assert isinstance(listed, DeviceList)
            if len(listed.waiting) >= least:
                return listed.waiting
            await asyncio.sleep(0.02)


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "LOOK_S", 0.05)
    monkeypatch.setattr(joining, "pause_s", lambda wrong: 0.05)


def test_a_device_is_let_in_by_its_code_and_stands_where_staff_say(
    start_hub: StartHub, tmp_path: Path
) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            await ask(hub, OpenPairing())
            device = Device([hub.url], tmp_path)
            async with joining_task(device) as joined:
                (there,) = await waiting(hub)
                assert (there.mark, there.role) == (device.mark, Role.BOARD)
                pair = PairDevice(mark=there.mark, code=device.code, place="board-1", name="TV")
                await ask(hub, pair)
                credentials = await asyncio.wait_for(joined, PATIENCE_S)
            assert (credentials.hall, credentials.place) == ("test-hall", "board-1")
            credentials.save(hub.keeper.parent / "let-in" / "board-board-1.pem")
            async with greeted(hub, Actor(Role.BOARD, "board-1")):
                listed = await ask(hub, ListDevices())
                assert isinstance(listed, DeviceList)
                assert [(d.name, d.here) for d in listed.devices if d.role is Role.BOARD] == [
                    ("TV", True)
                ]

    asyncio.run(story())


def test_while_the_window_is_shut_nobody_listens(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            port = int(hub.url.rpartition(":")[2]) + 1
            with pytest.raises(OSError, match="Connect"):
                await asyncio.open_connection("127.0.0.1", port)
            pair = PairDevice(mark="7F3A", code="111111", place="board-1")
            assert await refusal(hub, pair) == PairingShut()
            await ask(hub, OpenPairing())
            assert await refusal(hub, pair) == UnknownDevice()
            device = Device([hub.url], tmp_path)
            async with joining_task(device):
                (there,) = await waiting(hub)
                nowhere = PairDevice(mark=there.mark, code="111111", place="counter-1")
                assert await refusal(hub, nowhere) == UnknownPlace()
                await ask(hub, ClosePairing())
                assert await refusal(hub, pair) == PairingShut()

    asyncio.run(story())


def test_the_sixth_guess_finds_the_window_shut(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            await ask(hub, OpenPairing())
            device = Device([hub.url], tmp_path)
            async with joining_task(device) as joined:
                for guess in range(1, GUESSES + 1):
                    (there,) = await waiting(hub)
                    wrong = PairDevice(mark=there.mark, code="000000", place="board-1")
                    assert await refusal(hub, wrong) == WrongCode(left=GUESSES - guess)
                right = PairDevice(mark=device.mark, code=CODES[GUESSES], place="board-1")
                assert await refusal(hub, right) == PairingShut()
                assert not joined.done()
            codes = [each.code for each in device.shown if each.code]
            assert list(dict.fromkeys(codes))[:GUESSES] == list(CODES[:GUESSES]), "a code twice"
            listed = await ask(hub, ListDevices())
            assert isinstance(listed, DeviceList)
            assert [each.role for each in listed.devices] == [Role.HEAD]

    asyncio.run(story())


@pytest.mark.parametrize("code", ["111111", "999999"])
def test_neither_side_answers_before_its_time_whatever_it_had_to_work_out(
    start_hub: StartHub, code: str
) -> None:
    async def story() -> None:
        loop = asyncio.get_running_loop()
        async with start_hub() as hub:
            await ask(hub, OpenPairing())
            port = int(hub.url.rpartition(":")[2]) + 1
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            side = DeviceSide(new_key(), "111111", Role.BOARD, "board-1")
            writer.write(to_line(side.offer))
            (there,) = await waiting(hub)
            begun_s = loop.time()
            pair = PairDevice(mark=there.mark, code=code, place="board-1")
            pairing = asyncio.create_task(ask(hub, pair))
            await reader.readline()
            assert loop.time() - begun_s >= ANSWER_S
            writer.close()
            await asyncio.gather(pairing, return_exceptions=True)

    asyncio.run(story())


class FalseHub:
    """Poses as a hub that lets devices in: guesses, or listens for ever."""

    def __init__(self, guesses: bool, code: str = "999999") -> None:
        self.authority = Authority.new("test-hall")
        self.guesses = guesses
        self.code = code
        self.visits = 0
        self.answered_after_s: list[float] = []

    async def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.visits += 1
        offer = from_line(await reader.readline())
        assert isinstance(offer, Offer)
        if self.guesses:
            side = HubSide(offer, self.authority.certificate, self.code)
            begun_s = asyncio.get_running_loop().time()
            writer.write(to_line(side.challenge))
            if await reader.readline():
                self.answered_after_s.append(asyncio.get_running_loop().time() - begun_s)
        await reader.read()
        writer.close()


def test_a_false_hub_that_guesses_costs_a_code_each_time_and_gets_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        false = FalseHub(guesses=True)
        async with await asyncio.start_server(false.receive, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            device = Device([f"wss://127.0.0.1:{port - 1}"], tmp_path)
            async with joining_task(device) as joined:
                async with asyncio.timeout(PATIENCE_S):
                    while false.visits < 3:
                        await asyncio.sleep(0.02)
                assert not joined.done()
            codes = [each.code for each in device.shown]
            assert codes.count("111111") >= 1
            assert "" in codes, "it rests after a wrong guess"
            assert "222222" in codes

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    assert "does not know the code" in caplog.text


def test_the_device_too_answers_no_earlier_than_always(tmp_path: Path) -> None:
    async def story() -> None:
        hub = FalseHub(guesses=True, code=CODES[0])
        async with await asyncio.start_server(hub.receive, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with (
                joining_task(Device([f"wss://127.0.0.1:{port - 1}"], tmp_path)),
                asyncio.timeout(PATIENCE_S),
            ):
                while not hub.answered_after_s:
                    await asyncio.sleep(0.02)
        assert hub.answered_after_s[0] >= ANSWER_S

    asyncio.run(story())


def test_a_false_hub_that_only_listens_does_not_keep_the_true_one_out(
    start_hub: StartHub, tmp_path: Path
) -> None:
    async def story() -> None:
        false = FalseHub(guesses=False)
        async with (
            await asyncio.start_server(false.receive, "127.0.0.1", 0) as server,
            start_hub() as hub,
        ):
            port = server.sockets[0].getsockname()[1]
            await ask(hub, OpenPairing())
            device = Device([f"wss://127.0.0.1:{port - 1}", hub.url], tmp_path)
            async with joining_task(device) as joined:
                (there,) = await waiting(hub)
                pair = PairDevice(mark=there.mark, code=device.code, place="board-1")
                await ask(hub, pair)
                credentials = await asyncio.wait_for(joined, PATIENCE_S)
            assert credentials.authority != false.authority.certificate

    asyncio.run(story())


def test_a_device_takes_the_place_of_a_broken_one(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            old = await hub.let_in(Role.BOARD, "board-1")
            broken = load_credentials(old.path)
            assert broken is not None
            async with greeted(hub, Actor(Role.BOARD, "board-1")) as client:
                await ask(hub, OpenPairing())
                device = Device([hub.url], tmp_path)
                async with joining_task(device) as joined:
                    (there,) = await waiting(hub)
                    pair = PairDevice(
                        mark=there.mark,
                        code=device.code,
                        place="board-1",
                        replaces=broken.fingerprint[:8],
                        days=30,
                    )
                    await ask(hub, pair)
                    await asyncio.wait_for(joined, PATIENCE_S)
                await asyncio.wait_for(client.connection.wait_closed(), PATIENCE_S)
            listed = await ask(hub, ListDevices())
            assert isinstance(listed, DeviceList)
            boards = [each for each in listed.devices if each.role is Role.BOARD]
            assert [bool(each.revoked_ms) for each in boards] == [True, False]
            assert boards[1].until_ms - boards[1].since_ms == 30 * 24 * 3_600_000

    asyncio.run(story())


def test_more_devices_than_staff_can_look_at_are_turned_away(
    start_hub: StartHub, tmp_path: Path
) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            await ask(hub, OpenPairing())
            devices = [Device([hub.url], tmp_path) for _ in range(8)]
            tasks = [asyncio.create_task(each.joining.joined()) for each in devices]
            assert len(await waiting(hub, least=5)) == 5
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(story())


def head_offer() -> bytes:
    return to_line(DeviceSide(new_key(), "111111", Role.HEAD, "hub").offer)


@pytest.mark.parametrize(
    "line", [b"\n", b"{}\n", b"x" * 20_000, b'{"pairing":"Proof","proof":""}\n']
)
def test_nonsense_at_the_pairing_port_is_sent_away(start_hub: StartHub, line: bytes) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            await ask(hub, OpenPairing())
            port = int(hub.url.rpartition(":")[2]) + 1
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(line)
            with suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), PATIENCE_S) == b""
            writer.close()
            listed = await ask(hub, ListDevices())
            assert isinstance(listed, DeviceList)
            assert listed.waiting == ()

    asyncio.run(story())


def test_a_device_of_the_hubs_own_user_needs_no_code(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            local = LocalHubs(tmp_path / "hubs")
            local.leave(LocalHub(hall="gone", address="wss://127.0.0.1:9", keeper="/none"))
            local.leave(LocalHub(hall="test-hall", address=hub.url, keeper=str(hub.keeper)))
            wish = Wish(Role.COUNTER, "counter-1")
            device = Joining(wish, local, tuple, lambda waiting: None)
            credentials = await device.joined()
            assert (credentials.role, credentials.place) == ("counter", "counter-1")
            nowhere = Joining(Wish(Role.COUNTER, "counter-9"), local, tuple, lambda waiting: None)
            assert await nowhere.by_own_hub() is None
            anywhere = Joining(Wish(Role.COUNTER), local, tuple, lambda waiting: None)
            assert await anywhere.by_own_hub() is None, "only staff can say where"

    asyncio.run(story())
