"""The matrix of refusals at a real hub: who is turned away, with which word, logged once."""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, InvalidMessage

from shared.clock import HallClock
from shared.domain.commands import Role
from shared.domain.tasks import ListDevices, RevokeDevice
from shared.hub import door
from shared.identity.credentials import Authority, load_authority, load_credentials
from shared.identity.gate import Rate
from shared.identity.hall_keys import HallKeys
from shared.identity.registry import EnrolledDevice, enrolled
from shared.link.own import Own, kept, load_own
from shared.link.staff_call import NoAnswer, asked
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import HUB_NAME, Fault, Hello, Welcome
from tests.fakes.client import HubAt, greeted
from tests.fakes.halls import BOARD, KIOSK, MONDAY_8_AM
from tests.shared.hub.conftest import StartHub

PATIENCE_S = 10
REFUSED = (ssl.SSLError, ConnectionError, InvalidMessage, EOFError)

Stranger = Callable[[HubAt, Path], Awaitable[None]]


async def fault(hub: HubAt, own: Own, role: Role, **options: object) -> Fault:
    """Greet as a role, and return why not."""
    async with connect(
        hub.url,
        ssl=own.tls(),
        server_hostname=HUB_NAME,
        proxy=None,
        **options,  # type: ignore[arg-type]  # a source address
    ) as connection:
        await connection.send(encode(Hello(role=role)), text=True)
        frame = decode_hub_frame(await asyncio.wait_for(connection.recv(), PATIENCE_S))
        assert isinstance(frame, Fault)
        await asyncio.wait_for(connection.wait_closed(), PATIENCE_S)
        return frame


async def no_certificate(hub: HubAt, folder: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.raises(REFUSED):
        async with hub.knock_with(context) as connection:
            await connection.recv()


async def foreign_authority(hub: HubAt, folder: Path) -> None:
    theirs = kept(folder / "theirs.pem", Authority.new("other-hall").device("board", "board-1"))
    context = theirs.tls()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.raises(REFUSED):
        async with hub.knock_with(context) as connection:
            await connection.recv()


async def other_halls_device(hub: HubAt, folder: Path) -> None:
    """As above, but of a hall with our id."""
    theirs = kept(folder / "theirs.pem", Authority.new("test-hall").device("board", "board-1"))
    context = theirs.tls()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.raises(REFUSED):
        async with hub.knock_with(context) as connection:
            await connection.recv()


async def plain_text(hub: HubAt, folder: Path) -> None:
    with pytest.raises((OSError, InvalidHandshake, EOFError)):
        async with connect(hub.url.replace("wss:", "ws:"), proxy=None):
            pass


async def not_enrolled(hub: HubAt, folder: Path) -> None:
    authority = load_authority(hub.keeper.with_name("authority.pem"))
    assert authority is not None
    path = folder / "unknown.pem"
    unknown = load_own(path) or kept(path, authority.device("board", "board-1"))
    assert (await fault(hub, unknown, Role.BOARD)).code == "not_enrolled"


async def revoked(hub: HubAt, folder: Path) -> None:
    own = await hub.let_in(Role.BOARD, "board-1")
    credentials = load_credentials(own.path)
    assert credentials is not None
    await asked(hub.url, hub.keeper, RevokeDevice(mark=credentials.fingerprint))
    assert (await fault(hub, own, Role.BOARD)).code == "revoked"


async def cloned(hub: HubAt, folder: Path) -> None:
    own = await hub.let_in(BOARD.role, BOARD.place)
    async with greeted(hub, BOARD):
        found = await fault(hub, own, Role.BOARD, local_addr=("127.0.0.2", 0))
        assert found.code == "cloned"


async def wrong_role(hub: HubAt, folder: Path) -> None:
    own = await hub.let_in(Role.KIOSK, "kiosk-1")
    assert (await fault(hub, own, Role.COUNTER)).code == "wrong_role"


async def browser(hub: HubAt, folder: Path) -> None:
    own = await hub.let_in(Role.KIOSK, "kiosk-1")
    with pytest.raises(InvalidHandshake):
        async with connect(
            hub.url,
            ssl=own.tls(),
            server_hostname=HUB_NAME,
            proxy=None,
            origin="https://example.org",  # type: ignore[arg-type]  # a NewType of str
        ):
            pass


CASES: dict[Stranger, str] = {
    no_certificate: "peer did not return a certificate",
    foreign_authority: "not of this hall",
    other_halls_device: "not of this hall",
    plain_text: "http request",
    not_enrolled: "was let in",
    revoked: "was revoked",
    cloned: "from another address",
    wrong_role: "may not speak as",
    browser: "invalid Origin header",
}
"""For each stranger what the log says."""


@pytest.mark.parametrize("stranger", CASES, ids=lambda each: each.__name__)
def test_a_stranger_is_refused_and_logged_once(
    stranger: Stranger, start_hub: StartHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            for _ in range(3):
                await stranger(hub, tmp_path)
            async with greeted(hub, KIOSK):
                pass

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    told = [each.message for each in caplog.records if "turned away" in each.message]
    assert len(told) == 1, told
    assert CASES[stranger] in told[0]


def test_a_lent_device_is_refused_when_its_days_are_over_and_dropped_then(
    start_hub: StartHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keys = HallKeys(tmp_path / "keys", "test-hall", MONDAY_8_AM)
    credentials = keys.authority.device("board", "board-1")
    own = kept(tmp_path / "lent.pem", credentials)

    def until(moment_ms: int) -> None:
        device = EnrolledDevice(
            credentials.fingerprint, Role.BOARD, "board-1", "", 1, until_ms=moment_ms
        )
        keys.change(enrolled(keys.registry, device))

    async def story() -> None:
        until(MONDAY_8_AM + 1500)
        async with start_hub() as hub, hub.knock(own) as connection:
            await connection.send(encode(Hello(role=Role.BOARD)), text=True)
            assert isinstance(decode_hub_frame(await connection.recv()), Welcome)
            await asyncio.wait_for(connection.wait_closed(), PATIENCE_S)
            for _ in range(3):
                assert (await fault(hub, own, Role.BOARD)).code == "expired"

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    (told,) = [each.message for each in caplog.records if "turned away" in each.message]
    assert "lent until a day that is over" in told


def test_revoking_drops_the_connection_at_once(start_hub: StartHub) -> None:
    no_tick = HallClock(start_ms=MONDAY_8_AM, speed=0.0001)  # the hub looks by itself never

    async def story() -> None:
        async with start_hub(clock=no_tick) as hub:
            own = await hub.let_in(BOARD.role, BOARD.place)
            credentials = load_credentials(own.path)
            assert credentials is not None
            async with greeted(hub, BOARD) as board:
                await asked(hub.url, hub.keeper, RevokeDevice(mark=credentials.fingerprint[:8]))
                await asyncio.wait_for(board.connection.wait_closed(), PATIENCE_S)

    asyncio.run(story())


def test_the_copy_leaves_the_true_device_alone_and_staff_are_told(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, BOARD) as board:
            own = await hub.let_in(BOARD.role, BOARD.place)
            await fault(hub, own, Role.BOARD, local_addr=("127.0.0.2", 0))
            await asyncio.wait_for(await board.connection.ping(), PATIENCE_S)

    asyncio.run(story())


def test_a_device_that_moved_is_let_in_once_its_old_connection_is_gone(
    start_hub: StartHub,
) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            own = await hub.let_in(BOARD.role, BOARD.place)
            async with greeted(hub, BOARD):
                pass
            async with connect(
                hub.url,
                ssl=own.tls(),
                server_hostname=HUB_NAME,
                proxy=None,
                local_addr=("127.0.0.2", 0),
            ) as connection:
                await connection.send(encode(Hello(role=Role.BOARD)), text=True)
                frame = decode_hub_frame(await asyncio.wait_for(connection.recv(), PATIENCE_S))
                assert isinstance(frame, Welcome)

    asyncio.run(story())


def test_who_never_shakes_hands_is_sent_away(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(door, "HANDSHAKE_S", 0.1)

    async def story() -> None:
        async with start_hub() as hub:
            port = int(hub.url.rpartition(":")[2])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            assert await asyncio.wait_for(reader.read(), PATIENCE_S) == b""
            writer.close()

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    assert "handshake is taking longer" in caplog.text


def test_who_knocks_too_often_meets_no_cryptography(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("shared.identity.gate.KNOCKS_HERE", Rate(burst=5, per_s=0.001))

    async def story() -> None:
        async with start_hub() as hub:
            own = await hub.let_in(Role.KIOSK, "kiosk-1")  # the first knock
            shaken: list[str] = []
            original = door.Door._shake_hands

            async def counted(self: door.Door, connection: socket.socket, address: str) -> None:
                shaken.append(address)
                await original(self, connection, address)

            monkeypatch.setattr(door.Door, "_shake_hands", counted)
            refused = 0
            for _ in range(10):
                try:
                    async with hub.knock(own):
                        pass
                except (OSError, EOFError, InvalidMessage):
                    refused += 1
            assert (len(shaken), refused) == (4, 6)

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    assert caplog.text.count("knocks too often") == 1


def test_another_halls_hub_is_asked_nothing(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            other = HallKeys(tmp_path / "other", "test-hall", MONDAY_8_AM)
            with pytest.raises(NoAnswer):
                await asked(hub.url, other.folder / "keeper.pem", ListDevices())
            with pytest.raises(NoAnswer, match="there is no"):
                await asked(hub.url, tmp_path / "none.pem", ListDevices())

    asyncio.run(story())
