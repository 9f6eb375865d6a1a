"""Devices watch the LAN for hubs that come and go."""

import asyncio
import logging
from dataclasses import dataclass

from zeroconf import IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from shared.discovery import SERVICE_TYPE

log = logging.getLogger(__name__)

ASK_MS = 2000


@dataclass(frozen=True, slots=True)
class FoundHub:
    """A hub seen on the network: its hall's id and name, and where it listens."""

    hall: str
    name: str
    address: str


class Browser:
    """Keeps the hubs now seen; use from one event loop."""

    def __init__(self) -> None:
        self._hubs: dict[str, tuple[FoundHub, ...]] = {}
        self._zeroconf: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._asking: set[asyncio.Task[None]] = set()

    def found(self) -> tuple[FoundHub, ...]:
        """Return the hubs seen now."""
        return tuple(hub for hubs in self._hubs.values() for hub in hubs)

    async def start(self) -> None:
        """Begin to watch; without a network nothing is ever found."""
        try:
            self._zeroconf = AsyncZeroconf(ip_version=IPVersion.V4Only)
        except OSError as error:
            log.warning("cannot look for hubs: %s", error)
            return
        self._browser = AsyncServiceBrowser(
            self._zeroconf.zeroconf, SERVICE_TYPE, handlers=[self._changed]
        )

    async def stop(self) -> None:
        """Stop watching."""
        if self._browser is not None:
            await self._browser.async_cancel()
        if self._zeroconf is not None:
            await self._zeroconf.async_close()

    def _changed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            self._hubs.pop(name, None)
            return
        task = asyncio.ensure_future(self._ask(zeroconf, service_type, name))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _ask(self, zeroconf: Zeroconf, service_type: str, name: str) -> None:
        info = AsyncServiceInfo(service_type, name)
        if await info.async_request(zeroconf, ASK_MS):
            self._hubs[name] = _hubs(info)


def _hubs(info: AsyncServiceInfo) -> tuple[FoundHub, ...]:
    properties = info.decoded_properties
    hall, name = properties.get("hall"), properties.get("name")
    if not hall:
        return ()
    return tuple(
        FoundHub(hall=hall, name=name or hall, address=f"wss://{address}:{info.port}")
        for address in info.parsed_addresses(IPVersion.V4Only)
    )
