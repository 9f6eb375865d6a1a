"""A plain websocket client of the hub, for tests: no session, no link, only the protocol."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from shared.domain.commands import Actor, Command
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import (
    Announce,
    Do,
    Done,
    Fault,
    Hello,
    HubFrame,
    Refused,
    Topic,
    Welcome,
)
from shared.protocol.topics import Value

PATIENCE_S = 10

V = TypeVar("V", bound=Value)


class Client:
    """One greeted connection."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.frames: list[HubFrame] = []

    async def receive(self) -> HubFrame:
        """Return the next frame."""
        frame = decode_hub_frame(await asyncio.wait_for(self.connection.recv(), PATIENCE_S))
        self.frames.append(frame)
        return frame

    async def do(self, command: Command, request_id: str = "") -> HubFrame:
        """Return the answer to a command, passing over other frames."""
        id_ = request_id or uuid4().hex
        await self.connection.send(encode(Do(id=id_, command=command)), text=True)  # type: ignore[arg-type]  # any command may be tried
        while True:
            frame = await self.receive()
            if isinstance(frame, Done | Refused | Fault) and frame.id in (id_, ""):
                return frame

    async def topic(self, kind: type[V]) -> V:
        """Return the next topic value of a kind."""
        while True:
            frame = await self.receive()
            if isinstance(frame, Topic) and isinstance(frame.value, kind):
                return frame.value

    async def announced(self) -> Announce:
        """Return the next calls to announce."""
        while True:
            frame = await self.receive()
            if isinstance(frame, Announce):
                return frame


@asynccontextmanager
async def greeted(url: str, actor: Actor) -> AsyncIterator[Client]:
    """Connect and be welcomed."""
    async with connect(url, compression=None, proxy=None, max_size=None) as connection:
        client = Client(connection)
        hello = Hello(role=actor.role, place=actor.place)
        await connection.send(encode(hello), text=True)
        assert isinstance(await client.receive(), Welcome)
        yield client
