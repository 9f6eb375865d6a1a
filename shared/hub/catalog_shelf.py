"""The catalogue that the hub hands to its kiosks: read when a new one has been put there.

The hub only passes the bytes on; a catalogue that an import has not made whole never lies here.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from shared.catalog.store import CatalogStore, StoreFailed, name_of
from shared.protocol.messages import CatalogPart

log = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
PART_BYTES = 128 * 1024


class CatalogShelf:
    """The newest catalogue's bytes. Use from the event loop's thread."""

    def __init__(self, folder: Path) -> None:
        self.data = b""
        self.version = ""
        self._store = CatalogStore(folder)
        self._changed_ms = 0
        self.look()

    def part(self, version: str, offset: int) -> CatalogPart | None:
        """Return a part of the catalogue; None when it is another one by now."""
        if version != self.version or offset >= len(self.data):
            return None
        data = self.data[offset : offset + PART_BYTES]
        return CatalogPart(version=version, offset=offset, size=len(self.data), data=data)

    async def watch(self, changed: Callable[[], None]) -> None:
        """Look for a new catalogue for as long as it runs, and tell when there is one."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            if await asyncio.to_thread(self.look):
                changed()

    def look(self) -> bool:
        """Read the catalogue if it is another; tell whether it was. A bad disk is only logged."""
        try:
            changed_ms = self._store.changed_ms()
            if changed_ms == self._changed_ms:
                return False
            data = self._store.data()
        except StoreFailed as failure:
            log.error("the catalogue stays as it is: %s", failure)
            return False
        self._changed_ms = changed_ms
        self.data, self.version = data, name_of(data)
        log.info("the catalogue is %s, %d bytes", self.version, len(data))
        return True
