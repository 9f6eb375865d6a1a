"""Two halls on one cable: found by our browser, and by somebody else's (avahi)."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from deploy.hall import SAMPLE
from shared.discovery.browse import FoundHub
from shared.link.addresses import Addresses
from tests.fakes.hosts import Host, two_hosts

pytestmark = pytest.mark.xdist_group("serial")

AVAHI = """
mkdir -p /run/avahi-daemon
[ "$2" = shared ] || mount -t tmpfs none /run/avahi-daemon
chown avahi:avahi /run/avahi-daemon
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$1/bus"
dbus-daemon --system --address="$DBUS_SYSTEM_BUS_ADDRESS" --nofork --nopidfile &
until [ -S "$1/bus" ]; do :; done
avahi-daemon --no-chroot --no-drop-root --no-rlimits --daemonize
timeout 5 avahi-browse --resolve --parsable _motcua._tcp
avahi-daemon --kill
kill %1
"""


def avahi_on(host: Host, folder: Path) -> list[str]:
    """Return the command that asks avahi on a host, apart from an avahi of this machine's own.

    Where mounts cannot be had apart (in a chroot), there must be no other.
    """
    alone = subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0
    own = ["unshare", "--mount"] if alone else []
    words = ["avahi", str(folder), "apart" if alone else "shared"]
    return host.command(*own, "bash", "-c", AVAHI, *words)


@contextmanager
def hub(host: Host, hall: Path, folder: Path, port: int) -> Iterator[None]:
    words = ["-m", "shared.hub", "--data", str(folder), "--hall", str(hall)]
    command = host.command(sys.executable, *words, "--host", "0.0.0.0", "--port", str(port))
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(f"hub ready wss://{host.address}:{port}")
    yield
    process.terminate()
    process.wait()
    process.stdout.close()


def test_two_halls_on_one_cable_are_found_and_kept_apart(tmp_path: Path) -> None:
    with two_hosts() as (one, other), ExitStack() as hubs:
        hubs.enter_context(hub(one, SAMPLE, tmp_path / "a", 8750))
        hubs.enter_context(hub(one, SAMPLE.with_name("commune.toml"), tmp_path / "b", 8751))
        look = other.command(sys.executable, "-m", "tests.shared.discovery.look")
        ours = subprocess.run(look, capture_output=True, text=True, check=True).stdout
        browse = avahi_on(other, tmp_path)
        done = subprocess.run(browse, capture_output=True, text=True, check=False)
    theirs = done.stdout
    found = [line.split(" ", 2) for line in ours.splitlines()]
    assert [(hall, address) for hall, address, _ in found] == [
        ("ben-xuan", "wss://10.99.0.1:8750"),
        ("suoi-trong", "wss://10.99.0.1:8751"),
    ]
    assert found[0][2] == "Trung tâm Phục vụ hành chính công phường Bến Xuân"
    resolved = [line for line in theirs.splitlines() if line.startswith("=")]
    assert {line.split(";")[8] for line in resolved} == {"8750", "8751"}, done.stderr
    assert all('"protocol=1"' in line for line in resolved)
    hubs_seen = tuple(FoundHub(hall, name, address) for hall, address, name in found)
    memory = tmp_path / "memory.json"
    mine = Addresses(typed=None, hall="suoi-trong", memory=memory, found=lambda: hubs_seen)
    assert mine.candidates() == ["wss://10.99.0.1:8751"]
