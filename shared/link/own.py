"""What a device keeps of belonging to a hall: a file of its user, and what follows from it."""

import logging
import ssl
from dataclasses import dataclass
from pathlib import Path

from shared.domain.commands import Role
from shared.identity.credentials import Credentials, CredentialsBroken, load_credentials
from shared.identity.local_hub import LocalHubs
from shared.identity.tls import device_tls

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Own:
    """A device's credentials on disk, and the hall and place they were made out to."""

    path: Path
    hall: str
    place: str
    authority_pem: str

    def tls(self) -> ssl.SSLContext:
        """Return a context that trusts this hall's hub and nobody else."""
        return device_tls(self.path, self.authority_pem)

    def forget(self) -> None:
        """Be nobody again; the next start asks to be let in."""
        self.path.unlink(missing_ok=True)


def own_path(state: Path, role: Role, place: str) -> Path:
    """Return where a device of this user keeps its credentials."""
    return state / "devices" / f"{role}-{place or 'any'}.pem"


def kept(path: Path, credentials: Credentials) -> Own:
    """Write credentials down for the next start."""
    credentials.save(path)
    return _own(path, credentials)


def load_own(path: Path) -> Own | None:
    """Return what was kept; None if nothing was, or nothing that can be used."""
    try:
        credentials = load_credentials(path)
    except CredentialsBroken as error:
        log.warning("this device must be let in anew: %s", error)
        return None
    return _own(path, credentials) if credentials else None


def is_of_another_start(own: Own, local: LocalHubs) -> bool:
    """Tell whether this user's own hub of that hall was set up anew since."""
    for hub in local.found(hall=own.hall, address=None):
        try:
            keeper = load_credentials(Path(hub.keeper))
        except CredentialsBroken:
            continue
        if keeper is not None:
            return keeper.authority_pem != own.authority_pem
    return False


def _own(path: Path, credentials: Credentials) -> Own:
    return Own(path, credentials.hall, credentials.place, credentials.authority_pem)
