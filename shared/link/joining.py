"""How a device comes to belong: by this user's own hub, or by a code that staff type in.

Runs on one event loop until the device has credentials. What is said between the two sides is
shared.identity.pairing's business.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from shared.domain.commands import Role
from shared.identity.certificates import key_mark, new_key, request_for
from shared.identity.credentials import Credentials
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.identity.pairing import (
    ANSWER_S,
    CODE_DIGITS,
    Admission,
    Challenge,
    DeviceSide,
    PairingFailed,
    from_line,
    to_line,
)
from shared.identity.window import WINDOW_MS, pause_s
from shared.link.addresses import Found
from shared.link.staff_call import NoAnswer, TaskRefused, enrolled_here
from shared.protocol.messages import LONGEST_PAIRING_LINE

log = logging.getLogger(__name__)

CONNECT_S = 3.0
LOOK_S = 1.0
ADMISSION_S = 20.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the screen of a device shows that waits to be let in; no code while it rests."""

    code: str
    mark: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a device was started as: its role, the place it would like or "", hub and hall."""

    role: Role
    place: str = ""
    hub: str | None = None
    hall: str | None = None


class Joining:
    """Lets one device join; ``tell`` gets what its screen shows."""

    def __init__(
        self,
        wish: Wish,
        local: LocalHubs,
        found: Found,
        tell: Callable[[Waiting], None],
        new_code: Callable[[], str] | None = None,
    ) -> None:
        """``found`` tells the hubs seen on the network; ``new_code`` is for tests."""
        self._wish = wish
        self._local = local
        self._found = found
        self._tell = tell
        self._new_code = new_code or _random_code
        self._wrong = 0
        self._code = ""
        self._key = new_key()
        self._mark = key_mark(request_for(self._key))

    async def joined(self) -> Credentials:
        """Return the device's credentials as soon as it has some."""
        offers: dict[str, asyncio.Task[Credentials | None]] = {}
        try:
            while (credentials := await self.by_own_hub()) is None:
                if (credentials := await self._by_code(offers)) is not None:
                    break
            return credentials
        finally:
            await _ended(offers)

    async def by_own_hub(self) -> Credentials | None:
        """Be let in by a hub of the same user on this machine, if there is one."""
        if not self._wish.place:
            return None
        for hub in self._local.found(hall=self._wish.hall, address=self._wish.hub):
            try:
                return await self._enrolled(hub)
            except (NoAnswer, TaskRefused) as error:
                log.debug("the hub of this user at %s: %s", hub.address, error)
        return None

    async def _enrolled(self, hub: LocalHub) -> Credentials:
        keeper = Path(hub.keeper)
        return await enrolled_here(hub.address, keeper, self._wish.role, self._wish.place)

    async def _by_code(
        self, offers: dict[str, asyncio.Task[Credentials | None]]
    ) -> Credentials | None:
        """Show a code for a while, at all addresses: a false hub must not keep the true one out."""
        self._code = self._code or self._new_code()
        for address in self._addresses():
            if address not in offers:
                offers[address] = asyncio.create_task(self._offer(address))
        self._tell(Waiting(self._code, self._mark))
        if not offers:
            await asyncio.sleep(LOOK_S)
            return None
        await asyncio.wait(offers.values(), timeout=LOOK_S, return_when=asyncio.FIRST_COMPLETED)
        for address, task in [each for each in offers.items() if each[1].done()]:
            del offers[address]
            try:
                credentials = task.result()
            except _Spent as spent:
                log.warning("%s does not know the code: %s", address, spent)
                await _ended(offers)
                await self._rest()
                return None
            if credentials is not None:
                return credentials
        return None

    def _addresses(self) -> list[str]:
        if self._wish.hub:
            return [self._wish.hub]
        hubs = self._found()
        return [hub.address for hub in hubs if self._wish.hall in (None, hub.hall)]

    async def _offer(self, address: str) -> Credentials | None:
        """Offer this device at one address; None if nobody is there who lets anybody in."""
        code = self._code
        side = DeviceSide(self._key, code, self._wish.role, self._wish.place)
        try:
            reader, writer = await _opened(address)
            try:
                writer.write(to_line(side.offer))
                await writer.drain()
                async with asyncio.timeout(WINDOW_MS / 1000):
                    line = await reader.readline()
                if not line:
                    return None
                return await self._answered(side, code, line, reader, writer)
            finally:
                writer.close()
        except (OSError, TimeoutError, ValueError) as error:
            log.debug("nobody lets us in at %s: %s", address, error)
            await asyncio.sleep(LOOK_S)
            return None

    async def _answered(
        self,
        side: DeviceSide,
        code: str,
        line: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> Credentials:
        loop = asyncio.get_running_loop()
        begun_s = loop.time()
        try:
            challenge = from_line(line)
            if not isinstance(challenge, Challenge) or code != self._code:
                raise PairingFailed("the code is spent")
            self._code = ""
            answer = await asyncio.to_thread(side.prove, challenge)
            await asyncio.sleep(max(0.0, begun_s + ANSWER_S - loop.time()))
            writer.write(to_line(answer))
            await writer.drain()
            async with asyncio.timeout(ADMISSION_S):
                admission = from_line(await reader.readline())
            if not isinstance(admission, Admission):
                raise PairingFailed("no admission")
            return side.admitted(admission)
        except (PairingFailed, OSError, TimeoutError, ValueError) as error:
            raise _Spent(str(error)) from error

    async def _rest(self) -> None:
        self._wrong += 1
        self._tell(Waiting("", self._mark))
        await asyncio.sleep(pause_s(self._wrong))


class _Spent(Exception):
    """The code was tried and is of no more use."""


async def _opened(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect to the port at which the hub of this address lets devices in."""
    parts = urlsplit(address)
    async with asyncio.timeout(CONNECT_S):
        return await asyncio.open_connection(
            parts.hostname, (parts.port or 0) + 1, limit=LONGEST_PAIRING_LINE
        )


async def _ended(offers: dict[str, "asyncio.Task[Credentials | None]"]) -> None:
    """Withdraw all offers."""
    for task in offers.values():
        task.cancel()
    await asyncio.gather(*offers.values(), return_exceptions=True)
    offers.clear()


def _random_code() -> str:
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
