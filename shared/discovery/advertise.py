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
LONGEST_LABEL_BYTES = 63
"""RFC 6763: the instance name is one DNS label."""

LONGEST_TEXT_BYTES = 200
"""A TXT string holds 255 bytes with its key."""


class Advertiser:
    """Advertises one hub; a network that is not there yet is tried again."""

    def __init__(self, hall: str, name: str, port: int, addresses: list[str]) -> None:
        """``addresses`` are this machine's IPv4 addresses at which the hub listens."""
        self.info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{_label(name, hall)}.{SERVICE_TYPE}",
            addresses=[socket.inet_aton(address) for address in addresses],
            port=port,
            properties={"hall": hall, "name": _cut(name, LONGEST_TEXT_BYTES), "protocol": "1"},
            server=f"motcua-{hall}-{port}.local.",
        )
        self._addresses = addresses

    async def run(self) -> None:
        """Advertise until cancelled, then say goodbye."""
        while True:
            zeroconf: AsyncZeroconf | None = None
            try:
                zeroconf = AsyncZeroconf(interfaces=self._addresses, ip_version=IPVersion.V4Only)
                await zeroconf.async_register_service(self.info, allow_name_change=True)
                log.info("advertised as %s at %s", self.info.name, self._addresses)
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


def _label(name: str, hall: str) -> str:
    """Return the instance name: as much of the hall's name as fits beside its id."""
    room = LONGEST_LABEL_BYTES - len(hall.encode()) - 1
    plain = "".join(letter if letter.isprintable() and letter != "." else " " for letter in name)
    return f"{_cut(plain, room).rstrip()} {hall}"


def _cut(text: str, most_bytes: int) -> str:
    """Return what fits of a text, whole letters only."""
    return text.encode()[:most_bytes].decode(errors="ignore")
