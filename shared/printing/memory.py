"""What is remembered of a printer over a restart of this program: a small file each.

Losing it costs a blank strip of paper at worst, so it is not forced to the disk.
"""

import json
import logging
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.printing.asking import Abilities

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the printer ``can`` answer (None: not found out yet).

    ``unclean`` says that a job may have left something in it; ``left_mm`` is the paper left,
    None while there is plenty.
    """

    can: Abilities | None = None
    unclean: bool = False
    left_mm: int | None = None


class Memory:
    """Remembers one printer in ``folder``; without a folder, for as long as it lives."""

    def __init__(self, folder: Path | None, address: str) -> None:
        name = re.sub(r"[^a-zA-Z0-9]+", "-", address).strip("-")
        self._file = folder / f"printer-{name}.json" if folder else None
        self.now = self._read() if self._file else Remembered()

    def keep(self, remembered: Remembered) -> None:
        """Remember this from now on."""
        if remembered == self.now:
            return
        self.now = remembered
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps(asdict(remembered)), encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            log.warning("cannot remember the printer: %s", error)

    def _read(self) -> Remembered:
        assert self._file is not None
        try:
            said = json.loads(self._file.read_text(encoding="utf-8"))
            can = Abilities(**said["can"]) if said["can"] else None
            return Remembered(can, bool(said["unclean"]), said["left_mm"])
        except FileNotFoundError:
            return Remembered()
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("what was remembered of the printer is unreadable: %s", error)
            return Remembered()
