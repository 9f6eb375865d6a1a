"""The catalogue on this machine's disk: one file, replaced as a whole or not at all.

Opened by the hub and the tools; a kiosk keeps its own copy with the same class. A crash at any
moment leaves the old catalogue or the new one. The one before stays beside it.
"""

import hashlib
import os
from pathlib import Path

from shared.catalog.catalog import BadCatalog, Catalog, packed, unpacked

FILE_NAME = "catalogue.json.gz"
PREVIOUS_NAME = "catalogue.previous.json.gz"


class StoreFailed(Exception):
    """The disk refused, or what is on it is no whole catalogue; the text says what and where."""


class CatalogStore:
    """The catalogue in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / FILE_NAME

    def load(self) -> Catalog | None:
        """Return the catalogue, or None when there is none yet; raises StoreFailed."""
        data = self.data()
        try:
            return unpacked(data) if data else None
        except BadCatalog as error:
            raise StoreFailed(f"cannot read {self.path}: {error}") from error

    def data(self) -> bytes:
        """Return the catalogue's bytes as they are, b"" when there is none; raises StoreFailed."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise StoreFailed(f"cannot read {self.path}: {error}") from error

    def changed_ms(self) -> int:
        """Return when the catalogue was put there, 0 when there is none; raises StoreFailed."""
        try:
            return self.path.stat().st_mtime_ns // 1_000_000
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise StoreFailed(f"cannot read {self.path}: {error}") from error

    def replace(self, catalog: Catalog) -> None:
        """Put a new catalogue in the place of the old one; raises StoreFailed."""
        self.put(packed(catalog))

    def put(self, data: bytes) -> None:
        """Put a catalogue's bytes in the place of the old ones; raises StoreFailed."""
        coming = self._folder / f"{FILE_NAME}.new"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with coming.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if self.path.exists():
                (self._folder / PREVIOUS_NAME).write_bytes(self.path.read_bytes())
            coming.replace(self.path)
        except OSError as error:
            raise StoreFailed(f"cannot write {self.path}: {error}") from error


def name_of(data: bytes) -> str:
    """Return a name for a catalogue's bytes, by which machines compare theirs; "" for none."""
    return hashlib.sha256(data).hexdigest()[:16] if data else ""
