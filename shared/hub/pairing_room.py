"""Where new devices wait while staff let them in: open for minutes, then gone.

A port of its own, one above the hub's, which listens only while the window is open. No TLS:
the two sides have nothing to trust each other by yet, and all that is said may be read.
"""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass

from cryptography import x509

from shared.domain.commands import Role
from shared.domain.tasks import WaitingDevice
from shared.identity.credentials import DER
from shared.identity.gate import HANDSHAKE_S, Gate
from shared.identity.pairing import (
    ANSWER_S,
    Admission,
    HubSide,
    Offer,
    PairingFailed,
    Proof,
    from_line,
    mark_of,
    to_line,
)
from shared.identity.window import (
    MOST_WAITING,
    SHUT,
    Window,
    guessed,
    is_open,
    opened,
)
from shared.protocol.messages import LONGEST_PAIRING_LINE

log = logging.getLogger(__name__)

PROOF_S = 10.0
NOT_BY_A_CODE = (Role.HEAD, Role.HUB)
"""The head is a person, and the hub is one."""


@dataclass(eq=False, slots=True)
class _Guest:
    """A device that waits with its code on its screen."""

    offer: Offer
    mark: str
    address: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    tried: bool = False


class PairingRoom:
    """The window and who waits at it. Use from the event loop's thread."""

    def __init__(self, host: str, port: int, authority: x509.Certificate) -> None:
        self._host = host
        self._port = port
        self._authority = authority
        self._window: Window = SHUT
        self._server: asyncio.Server | None = None
        self._closing: asyncio.TimerHandle | None = None
        self._guests: dict[str, _Guest] = {}
        self._gate = Gate()

    async def open(self) -> None:
        """Open the window for five minutes, anew if it is open; raises OSError."""
        if self._server is None:
            self._server = await asyncio.start_server(
                self._receive, self._host, self._port, limit=LONGEST_PAIRING_LINE
            )
        self._window = opened(self._now_ms())
        if self._closing is not None:
            self._closing.cancel()
        loop = asyncio.get_running_loop()
        self._closing = loop.call_later(self.open_s(), self.close)
        log.info("new devices may be let in for %s s", self.open_s())

    def close(self) -> None:
        """Shut the window and send everybody away."""
        self._window = SHUT
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None
        if self._server is not None:
            self._server.close()
            self._server = None
            log.info("no new devices may be let in any more")
        for guest in list(self._guests.values()):
            self._send_away(guest)

    def open_s(self) -> int:
        """Return for how many seconds the window stays open, 0 if it is shut."""
        left_ms = self._window.until_ms - self._now_ms()
        return max(1, left_ms // 1000) if is_open(self._window, self._now_ms()) else 0

    def guesses_left(self) -> int:
        """Return how many wrong codes may still be typed."""
        return self._window.guesses_left if self.open_s() else 0

    def waiting(self) -> tuple[WaitingDevice, ...]:
        """Return the devices that wait."""
        return tuple(
            WaitingDevice(
                mark=guest.mark,
                role=guest.offer.role,
                place=guest.offer.place,
                address=guest.address,
            )
            for guest in self._guests.values()
        )

    def offer_of(self, mark: str) -> Offer | None:
        """Return what the device with this mark offers, if it waits."""
        guest = self._guests.get(mark.upper())
        return guest.offer if guest and not guest.tried else None

    async def proves(self, mark: str, code: str) -> bool:
        """Try a code typed by staff on a waiting device; a wrong one costs a guess."""
        guest = self._guests[mark.upper()]
        guest.tried = True
        proven = False
        try:
            proven = await self._exchange(guest, code)
        except (PairingFailed, OSError, ValueError, TimeoutError) as error:
            log.warning("%s %s was not let in: %s", guest.address, guest.mark, error)
        if not proven:
            self._window = guessed(self._window)
            self._send_away(guest)
            if not is_open(self._window, self._now_ms()):
                self.close()
        return proven

    async def admit(self, mark: str, certificate: x509.Certificate) -> None:
        """Give a proven device its certificate."""
        guest = self._guests.pop(mark.upper())
        with suppress(OSError):  # it will offer itself again
            await _say(guest.writer, to_line(Admission(certificate=certificate.public_bytes(DER))))
        guest.writer.close()

    async def _exchange(self, guest: _Guest, code: str) -> bool:
        begun_s = asyncio.get_running_loop().time()
        hub = await asyncio.to_thread(HubSide, guest.offer, self._authority, code)
        await _until(begun_s + ANSWER_S)
        await _say(guest.writer, to_line(hub.challenge))
        async with asyncio.timeout(PROOF_S):
            answer = from_line(await guest.reader.readline())
        return isinstance(answer, Proof) and hub.proven(answer)

    async def _receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")[0]
        if not self._gate.admits(address, asyncio.get_running_loop().time()):
            writer.transport.abort()
            return
        try:
            guest = await self._offered(reader, writer, address)
        except (PairingFailed, OSError, ValueError, TimeoutError) as error:
            log.warning("%s offers nonsense: %s", address, error)
            guest = None
        finally:
            self._gate.leave(address)
        if guest is None:
            writer.transport.abort()
            return
        self._guests[guest.mark] = guest
        log.info("%s %s waits to be let in as %s", address, guest.mark, guest.offer.role)
        await self._gone(guest)

    async def _offered(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str
    ) -> _Guest | None:
        async with asyncio.timeout(HANDSHAKE_S):
            offer = from_line(await reader.readline())
        if not isinstance(offer, Offer) or offer.role in NOT_BY_A_CODE:
            raise PairingFailed("this is no device's offer")
        mark = mark_of(offer)
        if len(self._guests) >= MOST_WAITING or mark in self._guests:
            log.warning("%s is turned away: %s devices wait already", address, len(self._guests))
            return None
        return _Guest(offer, mark, address, reader, writer)

    async def _gone(self, guest: _Guest) -> None:
        """Return when a guest has gone or is being tried; until then nothing may be said."""
        while not (guest.tried or guest.reader.at_eof() or guest.writer.is_closing()):
            await asyncio.sleep(LOOK_S)
        if not guest.tried:
            self._send_away(guest)

    def _send_away(self, guest: _Guest) -> None:
        if self._guests.get(guest.mark) is guest:
            del self._guests[guest.mark]
        guest.writer.close()

    def _now_ms(self) -> int:
        return int(asyncio.get_running_loop().time() * 1000)


LOOK_S = 0.25


async def _say(writer: asyncio.StreamWriter, line: bytes) -> None:
    writer.write(line)
    await writer.drain()


async def _until(moment_s: float) -> None:
    await asyncio.sleep(max(0.0, moment_s - asyncio.get_running_loop().time()))
