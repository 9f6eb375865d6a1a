"""Everything the hub keeps of who belongs, in one folder, made at the first start.

``authority.pem`` signs; ``hub.pem`` is what the hub shows; ``keeper.pem`` is for the programs
of the user who runs the hub; ``pepper`` is the secret in people's hashes; ``devices.json`` and
``people.json`` say who may come in, ``waits.json`` who has to wait after wrong tries;
``day_key.json`` makes marks of today's ID cards. All of it can be read by that user only.
"""

import logging
from pathlib import Path

import msgspec

from shared.domain.commands import Role
from shared.identity.credentials import (
    Authority,
    Credentials,
    CredentialsBroken,
    load_authority,
    load_credentials,
)
from shared.identity.day_key import DayKey
from shared.identity.hashes import Hashes, load_pepper
from shared.identity.people import HEAD, People
from shared.identity.registry import EnrolledDevice, Registry, Standing, enrolled, standing
from shared.identity.safe_file import write_safely
from shared.identity.waits import Waits

log = logging.getLogger(__name__)

KEEPER_PLACE = "hub"


class HallKeys:
    """The open folder of one hall. Use from one thread at a time."""

    def __init__(self, folder: Path, hall: str, now_ms: int) -> None:
        """Open the folder or make it; raises CredentialsBroken, or OSError from the disk.

        A folder that was made for another hall's id stays that hall's.
        """
        self.folder = folder
        self.authority = _authority(folder / "authority.pem", hall)
        self.hub = _hub(folder / "hub.pem", self.authority)
        self.registry = _registry(folder / "devices.json")
        hashes = Hashes(load_pepper(folder / "pepper"))
        self.people = People(folder / "people.json", hashes, Waits(folder / "waits.json", now_ms))
        self.day_key = DayKey(folder / "day_key.json")
        self.keeper = self._keeper(now_ms)

    def standing(self, fingerprint: str, now_ms: int) -> Standing:
        """Return how a device stands now."""
        return standing(self.registry, fingerprint, now_ms)

    def change(self, registry: Registry) -> None:
        """Take a changed registry over, once it is on disk."""
        devices = list(registry.devices.values())
        text = msgspec.json.format(msgspec.json.encode(devices)).decode()
        write_safely(self.folder / "devices.json", text)
        self.registry = registry

    def first_code(self, now_ms: int) -> str | None:
        """Return a set-up code for as long as the head has not chosen a password."""
        return None if self.people.has_secret(HEAD) else self.people.invite(HEAD, now_ms)

    def _keeper(self, now_ms: int) -> Credentials:
        path = self.folder / "keeper.pem"
        keeper = load_credentials(path)
        if keeper is None or keeper.authority != self.authority.certificate:
            keeper = self.authority.device(Role.HEAD, KEEPER_PLACE)
            keeper.save(path)
        if self.standing(keeper.fingerprint, now_ms) is Standing.UNKNOWN:
            device = EnrolledDevice(
                fingerprint=keeper.fingerprint,
                role=Role.HEAD,
                place=KEEPER_PLACE,
                name="motcua",
                since_ms=now_ms,
            )
            self.change(enrolled(self.registry, device))
        return keeper


def _authority(path: Path, hall: str) -> Authority:
    authority = load_authority(path)
    if authority is None:
        authority = Authority.new(hall)
        authority.save(path)
        log.info("this hall has an authority of its own now: %s", path)
    return authority


def _hub(path: Path, authority: Authority) -> Credentials:
    hub = load_credentials(path)
    if hub is None or hub.authority != authority.certificate:
        hub = authority.hub()
        hub.save(path)
    return hub


def _registry(path: Path) -> Registry:
    if not path.is_file():
        return Registry()
    try:
        return Registry.of(msgspec.json.decode(path.read_bytes(), type=list[EnrolledDevice]))
    except (OSError, msgspec.DecodeError) as error:
        raise CredentialsBroken(f"cannot read {path}: {error}") from error
