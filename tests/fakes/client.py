"""A plain websocket client of the hub, for tests: no session, no link, only the protocol.

Its devices are let in by the hub's keeper, as those of the hub's own user are.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

from shared.domain.commands import Actor, Command, Role
from shared.domain.ids import OfficerId
from shared.domain.tasks import AnyTask, SignInOfficer
from shared.link.own import Own, kept, load_own
from shared.link.staff_call import enrolled_here, invited
from shared.protocol.codec import decode_hub_frame, encode
from shared.protocol.messages import (
    HUB_NAME,
    Announce,
    Do,
    Done,
    Fault,
    Hello,
    HubFrame,
    Manage,
    Managed,
    Refused,
    Topic,
    Welcome,
)
from shared.protocol.topics import Value

PATIENCE_S = 10
PIN = "402718"

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class HubAt:
    """Where a hub is, and its keeper's credentials, by which devices are let in."""

    url: str
    keeper: Path

    async def let_in(self, role: Role, place: str) -> Own:
        """Return the credentials of a device at a place, the same each time."""
        path = self.keeper.parent / "let-in" / f"{role}-{place}.pem"
        own = load_own(path)
        return own or kept(path, await enrolled_here(self.url, self.keeper, role, place))

    def knock(self, own: Own) -> connect:
        """Connect as a device, saying nothing yet."""
        return self.knock_with(own.tls())

    def knock_with(self, tls: ssl.SSLContext) -> connect:
        """Connect as whoever the context says."""
        return connect(
            self.url, ssl=tls, server_hostname=HUB_NAME, compression=None, proxy=None, max_size=None
        )

    async def invitation(self, officer: str) -> str:
        """Return a one-time code for an officer."""
        return await invited(self.url, self.keeper, officer)


class Client:
    """One greeted connection."""

    def __init__(self, hub: HubAt, connection: ClientConnection) -> None:
        self.hub = hub
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
        return await self._answered(id_, Do(id=id_, command=command))  # type: ignore[arg-type]  # any command may be tried

    async def manage(self, task: AnyTask) -> HubFrame:
        """Return the answer to a task, passing over other frames."""
        id_ = uuid4().hex
        return await self._answered(id_, Manage(id=id_, task=task))

    async def sign_in(self, officer: str = "lan") -> HubFrame:
        """Sign an officer in who chooses a PIN."""
        code = await self.hub.invitation(officer)
        return await self.manage(SignInOfficer(officer=OfficerId(officer), pin=code, new_pin=PIN))

    async def _answered(self, id_: str, question: Do | Manage) -> HubFrame:
        await self.connection.send(encode(question), text=True)
        while True:
            frame = await self.receive()
            if isinstance(frame, Done | Refused | Managed | Fault) and frame.id in (id_, ""):
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
async def greeted(hub: HubAt, actor: Actor) -> AsyncIterator[Client]:
    """Connect and be welcomed."""
    own = await hub.let_in(actor.role, actor.place)
    async with hub.knock(own) as connection:
        client = Client(hub, connection)
        await connection.send(encode(Hello(role=actor.role)), text=True)
        assert isinstance(await client.receive(), Welcome)
        yield client
