"""Where the hub may be: the typed address, else the one that worked last, else mDNS.

The last address is remembered in a small file of the user's. These are addresses only: anybody
may advertise, and whoever is at one must prove to be of the hall.
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


def state_folder() -> Path:
    """Return where this user's devices remember things."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua"
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "motcua"


class Addresses:
    """The addresses to try for one device, best first."""

    def __init__(self, *, typed: str | None, hall: str, memory: Path, found: Found) -> None:
        """``found`` tells the hubs seen on the network now."""
        self._typed = typed
        self._hall = hall
        self._memory = memory
        self._found = found

    def candidates(self) -> list[str]:
        """Return addresses to try in turn; which of them are the hall's, TLS will tell."""
        if self._typed:
            return [self._typed]
        last = self._remembered()
        addresses = [hub.address for hub in self._found() if hub.hall == self._hall]
        remembered = [last["address"]] if last and last["hall"] == self._hall else []
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
