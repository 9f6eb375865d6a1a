"""What is asked for most, in a small file: at the hub its counts, at a kiosk the last it was told.

Not worth a wait for the disk: a power cut may lose the newest, never more than the counts.
"""

import logging
from pathlib import Path

import msgspec

from shared.catalog.asked import Asked

log = logging.getLogger(__name__)

FILE_NAME = "asked.json"


class AskedFile:
    """The file in a folder. Use from one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def read(self) -> Asked:
        """Return what was kept; nothing, and a line in the log, if it cannot be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Asked)
        except FileNotFoundError:
            return Asked()
        except (OSError, msgspec.DecodeError) as error:
            log.warning("what was asked for is forgotten: %s", error)
            return Asked()

    def keep(self, asked: Asked) -> None:
        """Put counts in the place of the old ones; a disk that refuses is only logged."""
        fresh = self._path.with_name(f"{FILE_NAME}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(msgspec.json.encode(asked))
            fresh.replace(self._path)
        except OSError as error:
            log.warning("what is asked for is not kept: %s", error)
