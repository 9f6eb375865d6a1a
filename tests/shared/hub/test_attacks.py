"""What an enrolled device may try: nonsense without end, floods, not reading; the hub lives."""

import asyncio
import logging
from contextlib import suppress
from itertools import cycle

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from shared.domain.commands import IssueTestTicket, IssueTicket, Role
from shared.domain.ids import ServiceId
from shared.domain.tasks import DeviceList, ListDevices
from shared.hub.connections import MOST_BAD_FRAMES
from shared.identity.gate import COMMANDS, Rate
from shared.link.staff_call import asked
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import HUB_NAME, Beat, Do, Done, Fault, Hello
from tests.fakes.client import PATIENCE_S, HubAt, greeted
from tests.fakes.halls import BIRTH, DISPENSER, KIOSK
from tests.shared.hub.conftest import StartHub

MALFORMED = (
    b"",
    b"{",
    b"[]",
    b"\xff\xfe",
    b'{"type":"Do"}',
    b'{"type":"Do","id":"request-1","command":{"do":"SignIn","officer":"lan"}}',
    b'{"type":"Do","id":"request-1","command":{"do":"OpenDay","key":"00"}}',
    b'{"type":"Do","id":"request-1","command":{"do":"ConfirmShown","call":"1"}}',
    b'{"type":"Do","id":"../../etc","command":{"do":"CallNext"}}',
    b'{"type":"Manage","id":"request-1","task":{"task":"PairDevice"}}',
    b'{"type":"Report","kind":"cloned","active":true}',
    b'{"type":"Welcome","hall":"x"}',
    b"[" * 4000,
    b'{"type":"Do","id":"request-1","command":{"do":"IssueTicket","service":"\\ud800"}}',
)
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: hub\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
FRAMES = 500
"""The nightly profile sends a hundred thousand (tests/chaos/malformed.py)."""


async def honest(hub: HubAt, service: ServiceId = BIRTH) -> bool:
    """Tell whether a dispenser still gets a number."""
    async with greeted(hub, DISPENSER) as dispenser:
        return isinstance(await dispenser.do(IssueTicket(service=service)), Done)


async def send_malformed(hub: HubAt, count: int) -> int:
    """Have so many malformed frames read, over as many connections as it takes; return how many.

    Only those that the hub has answered count: what is sent after it has cut a device off
    reaches nobody.
    """
    own = await hub.let_in(KIOSK.role, KIOSK.place)
    frames, answered = cycle(MALFORMED), 0
    while answered < count:
        async with hub.knock(own) as connection:
            await connection.send(encode(Hello(role=Role.KIOSK)), text=True)
            with suppress(ConnectionClosed):
                while answered < count:
                    await connection.send(next(frames), text=True)
                    await refused(connection)
                    answered += 1
    return answered


async def refused(connection: ClientConnection) -> None:
    """Return when a bad frame has been answered, passing over all else."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            frame = decode_hub_frame(await connection.recv())
            if isinstance(frame, Fault):
                assert frame.code == "bad_frame"
                return


def test_who_sends_bad_frames_only_is_cut_off(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(COMMANDS, Role.KIOSK, Rate(burst=10_000, per_s=10_000))

    async def story() -> None:
        async with start_hub() as hub, greeted(hub, KIOSK) as kiosk:
            with suppress(ConnectionClosed):
                for text in cycle(MALFORMED[1:3]):
                    await kiosk.connection.send(text, text=True)
                    await kiosk.receive()
            with suppress(ConnectionClosed):
                while True:  # a beat may have come between
                    await kiosk.receive()
            faults = sum(isinstance(frame, Fault) for frame in kiosk.frames)
            assert faults == MOST_BAD_FRAMES
            assert await honest(hub)

    with caplog.at_level(logging.WARNING):
        asyncio.run(story())
    assert "bad frames only" in caplog.text


def test_the_hub_lives_through_malformed_frames(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, Role.KIOSK, Rate(burst=1e6, per_s=1e6))

    async def story() -> None:
        async with start_hub() as hub:
            assert await send_malformed(hub, FRAMES) == FRAMES
            assert await honest(hub)

    asyncio.run(story())


def test_a_command_whose_text_no_disk_can_hold_is_a_bad_frame(start_hub: StartHub) -> None:
    """Half a letter (a lone surrogate) would end the hub at the disk, if it came so far."""

    async def story() -> None:
        async with start_hub() as hub, greeted(hub, DISPENSER) as dispenser:
            await dispenser.connection.send(MALFORMED[-1], text=True)
            while not isinstance(frame := await dispenser.receive(), Fault):
                pass
            assert frame.code == "bad_frame"
            assert await honest(hub)

    asyncio.run(story())


def test_a_device_beyond_its_quota_is_read_slowly_and_keeps_nobody_waiting(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, Role.KIOSK, Rate(burst=2, per_s=0.15))

    async def story() -> None:
        async with start_hub() as hub, greeted(hub, KIOSK) as kiosk:
            for number in range(5):
                command = IssueTestTicket()
                frame = encode(Do(id=f"request-{number}", command=command))
                await kiosk.connection.send(frame, text=True)
            assert await honest(hub)
            beats = 0
            while beats < 2:  # whatever was answered before has come before
                beats += isinstance(await kiosk.receive(), Beat)
            answered = {getattr(each, "id", "") for each in kiosk.frames}
            assert {"request-0", "request-1"} <= answered
            assert not answered & {"request-2", "request-3", "request-4"}

    asyncio.run(story())


def test_a_deaf_device_is_cut_off(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            own = await hub.let_in(KIOSK.role, KIOSK.place)
            port = int(hub.url.rpartition(":")[2])
            _, writer = await asyncio.open_connection(
                "127.0.0.1", port, ssl=own.tls(), server_hostname=HUB_NAME
            )
            writer.write(UPGRADE)
            writer.write(Frame(Opcode.TEXT, encode(Hello(role=Role.KIOSK))).serialize(mask=True))
            async with asyncio.timeout(20):
                while not await is_here(hub, "kiosk"):
                    await asyncio.sleep(0.05)
                while await is_here(hub, "kiosk"):  # until its ping has not been answered
                    await asyncio.sleep(0.1)
            writer.close()
            assert await honest(hub)

    asyncio.run(story())


async def is_here(hub: HubAt, role: str) -> bool:
    listed = await asked(hub.url, hub.keeper, ListDevices())
    assert isinstance(listed, DeviceList)
    return any(device.here for device in listed.devices if device.role == role)
