"""Where the hub may be: the typed address, else the one that worked last, else mDNS.

The last address is remembered in a small file of the user's; a hall that is asked for by
name never gets another hall's address.
"""

import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from shared.discovery.browse import FoundHub

log = logging.getLogger(__name__)

Found = Callable[[], tuple[FoundHub, ...]]


class SeveralHalls(Exception):
    """More than one hall is on this network and none was asked for; names are the text."""


def state_folder() -> Path:
    """Return where this user's devices remember things."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua"
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "motcua"


class Addresses:
    """The addresses to try for one device, best first."""

    def __init__(self, *, typed: str | None, hall: str | None, memory: Path, found: Found) -> None:
        """``found`` tells the hubs seen on the network now."""
        self._typed = typed
        self._hall = hall
        self._memory = memory
        self._found = found

    def candidates(self) -> list[str]:
        """Return addresses to try in turn; raises SeveralHalls when only staff can choose."""
        if self._typed:
            return [self._typed]
        last = self._remembered()
        hall = self._hall or (last["hall"] if last else None)
        hubs = self._found()
        if hall is None and len({hub.hall for hub in hubs}) > 1:
            raise SeveralHalls(", ".join(sorted({hub.name for hub in hubs})))
        addresses = [hub.address for hub in hubs if hall in (None, hub.hall)]
        remembered = [last["address"]] if last and last["hall"] == hall else []
        return list(dict.fromkeys([*remembered, *addresses]))

    def worked(self, hall: str, address: str) -> None:
        """Remember the address of the hall that took this device in, unless it was typed."""
        if self._typed:
            return
        text = json.dumps({"hall": hall, "address": address})
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._memory.with_suffix(".new")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(self._memory)
        except OSError as error:
            log.warning("cannot remember the hub's address: %s", error)

    def _remembered(self) -> dict[str, str] | None:
        try:
            last = json.loads(self._memory.read_text(encoding="utf-8"))
            return {"hall": str(last["hall"]), "address": str(last["address"])}
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the remembered address is unreadable: %s", error)
            return None
