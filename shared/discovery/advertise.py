"""The hub tells the LAN its name and address, until it stops."""

import asyncio
import logging
import socket

import ifaddr
from zeroconf import Error as ZeroconfError
from zeroconf import IPVersion
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from shared.discovery import SERVICE_TYPE

log = logging.getLogger(__name__)

RETRY_S = 10.0
LONGEST_NAME_BYTES = 60


class Advertiser:
    """Advertises one hub; a network that is not there yet is tried again."""

    def __init__(self, hall: str, name: str, port: int, addresses: list[str]) -> None:
        """``addresses`` are this machine's IPv4 addresses at which the hub listens."""
        self._info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{_shortened(name)} {hall}.{SERVICE_TYPE}",
            addresses=[socket.inet_aton(address) for address in addresses],
            port=port,
            properties={"hall": hall, "name": _shortened(name), "protocol": "1"},
            server=f"motcua-{hall}-{port}.local.",
        )
        self._addresses = addresses

    async def run(self) -> None:
        """Advertise until cancelled, then say goodbye."""
        while True:
            zeroconf: AsyncZeroconf | None = None
            try:
                zeroconf = AsyncZeroconf(interfaces=self._addresses, ip_version=IPVersion.V4Only)
                await zeroconf.async_register_service(self._info, allow_name_change=True)
                log.info("advertised as %s at %s", self._info.name, self._addresses)
                await asyncio.Event().wait()
            except (OSError, ZeroconfError) as error:
                log.warning("cannot advertise on %s: %s", self._addresses, error)
                await asyncio.sleep(RETRY_S)
            finally:
                if zeroconf is not None:
                    await zeroconf.async_unregister_all_services()
                    await zeroconf.async_close()


def own_addresses() -> list[str]:
    """Return this machine's IPv4 addresses on the LAN, or the loopback when there is none."""
    addresses = [
        str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4
    ]
    return [each for each in addresses if not each.startswith("127.")] or ["127.0.0.1"]


def _shortened(name: str) -> str:
    """Return the name within what a DNS label and a TXT entry can hold, whole letters only."""
    label = name.replace(".", " ").encode()[: LONGEST_NAME_BYTES - 20]
    return label.decode(errors="ignore")
