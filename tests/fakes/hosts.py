"""Two hosts on one cable, made of network namespaces; needs to be root."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4


@dataclass(frozen=True)
class Host:
    """A host by its namespace and its address on the cable."""

    name: str
    address: str

    def command(self, *words: str) -> list[str]:
        """Return the command line that runs something on this host."""
        # Not "ip netns exec": that remounts /sys, which a chroot does not let it.
        return ["nsenter", f"--net=/run/netns/{self.name}", *words]


@contextmanager
def two_hosts() -> Iterator[tuple[Host, Host]]:
    """Make the hosts, and take them away again."""
    mark = uuid4().hex[:6]
    hosts = (Host(f"mq{mark}a", "10.99.0.1"), Host(f"mq{mark}b", "10.99.0.2"))
    ends = (f"v{mark}a", f"v{mark}b")
    try:
        for host in hosts:
            _ip("netns", "add", host.name)
        _ip("link", "add", ends[0], "type", "veth", "peer", "name", ends[1])
        for host, end in zip(hosts, ends, strict=True):
            _ip("link", "set", end, "netns", host.name)
            for words in (
                ("addr", "add", f"{host.address}/24", "dev", end),
                ("link", "set", end, "up"),
                ("link", "set", "lo", "up"),
                ("route", "add", "default", "dev", end),
            ):
                subprocess.run(host.command("ip", *words), check=True, capture_output=True)
        yield hosts
    finally:
        for host in hosts:
            subprocess.run(["ip", "netns", "del", host.name], check=False)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
