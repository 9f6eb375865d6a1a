"""What people look up most in this hall: counted over all kiosks, kept beside the log.

How often a procedure was opened this month, nothing of who opened it. A look is worth no wait
for the disk: the counts are kept every few seconds and at the end.
"""

import asyncio
import logging
import threading
from pathlib import Path

import msgspec

from shared.catalog.asked import Asked
from shared.clock import HallClock
from shared.domain.opening import business_day
from shared.domain.plan import Plan
from shared.protocol.topics import AskedNow

log = logging.getLogger(__name__)

FILE_NAME = "asked.json"
KEEP_EVERY_S = 5.0
MOST_TOLD = 24
"""A kiosk shows fewer, but may not know some of them."""


class AskedCounts:
    """The hall's counts. Use from the event loop's thread only."""

    def __init__(self, folder: Path, plan: Plan, clock: HallClock) -> None:
        """Begin with what was kept; counts that cannot be read are forgotten."""
        self._path = folder / FILE_NAME
        self._plan = plan
        self._clock = clock
        self._asked = self._kept = _read(self._path)
        self._writing = threading.Lock()

    @property
    def now(self) -> AskedNow:
        """What is asked for most this month."""
        month = self._month()
        asked = self._asked if self._asked.month == month else Asked(month)
        return AskedNow(month=month, counts=dict(asked.most(MOST_TOLD).counts))

    def looked(self, code: str) -> None:
        """Somebody opened a procedure's page."""
        self._asked = self._asked.with_one(code, self._month())

    async def keep(self) -> None:
        """Keep the counts for as long as it runs, and once more at the end."""
        try:
            while True:
                await asyncio.sleep(KEEP_EVERY_S)
                if self._asked is not self._kept:
                    await asyncio.to_thread(self._write, self._asked)
        finally:
            self._write(self._asked)

    def _month(self) -> str:
        return business_day(self._plan, self._clock.now_ms())[:7]

    def _write(self, asked: Asked) -> None:
        with self._writing:  # the end may come while the last one is still being written
            if asked is self._kept:
                return
            fresh = self._path.with_name(f"{FILE_NAME}.new")
            try:
                fresh.write_bytes(msgspec.json.encode(asked))
                fresh.replace(self._path)
            except OSError as error:
                log.warning("what is asked for is not kept: %s", error)
            self._kept = asked


def _read(path: Path) -> Asked:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Asked)
    except FileNotFoundError:
        return Asked()
    except (OSError, msgspec.DecodeError) as error:
        log.warning("what was asked for is forgotten: %s", error)
        return Asked()
