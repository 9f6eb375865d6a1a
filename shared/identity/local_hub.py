"""How programs of one user find that user's hub on the same machine, without pairing.

The hub leaves a note where only this user can read it: its address, and where its keeper's
credentials lie. Whoever can read them could read the hall's authority as well.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import Struct

from shared.identity.safe_file import write_safely

log = logging.getLogger(__name__)


class LocalHub(Struct, frozen=True):
    """A hub of this user: the hall's id, its address here, and its keeper's credentials."""

    hall: str
    address: str
    keeper: str


@dataclass(frozen=True, slots=True)
class LocalHubs:
    """The notes of this user's hubs, in one folder."""

    folder: Path

    def leave(self, hub: LocalHub) -> Path:
        """Write a hub's note, and return where."""
        path = self.folder / f"{hub.hall}.json"
        write_safely(path, msgspec.json.encode(hub).decode())
        return path

    def found(self, *, hall: str | None, address: str | None) -> list[LocalHub]:
        """Return the hubs of this user, only that hall's or that address's where one is given.

        A note may be of a hub that has ended.
        """
        hubs = [hub for path in sorted(self.folder.glob("*.json")) if (hub := _read(path))]
        return [hub for hub in hubs if hall in (None, hub.hall) and address in (None, hub.address)]


def _read(path: Path) -> LocalHub | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=LocalHub)
    except (OSError, msgspec.DecodeError) as error:
        log.warning("the note of a hub is unreadable: %s", error)
        return None
