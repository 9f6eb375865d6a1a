"""What people look up most in this hall: counted over all kiosks, kept beside the log.

How often a procedure was opened this month, nothing of who opened it. A look is worth no wait
for the disk: the counts are kept every few seconds and at the end.
"""

import asyncio
import threading
from pathlib import Path

from shared.catalog.asked import Asked
from shared.catalog.asked_file import AskedFile
from shared.clock import HallClock
from shared.domain.opening import business_day
from shared.domain.plan import Plan
from shared.protocol.topics import AskedNow

KEEP_EVERY_S = 5.0
MOST_TOLD = 24
"""A kiosk shows fewer, but may not know some of them."""


class AskedCounts:
    """The hall's counts. Use from the event loop's thread only."""

    def __init__(self, folder: Path, plan: Plan, clock: HallClock) -> None:
        """Begin with what was kept."""
        self._file = AskedFile(folder)
        self._plan = plan
        self._clock = clock
        self._asked = self._kept = self._file.read()
        self._told = AskedNow(month="", counts={})
        self._writing = threading.Lock()

    @property
    def now(self) -> AskedNow:
        """What is asked for most this month; asked at every change of the hall."""
        if self._told.month != self._month():
            self._tell()
        return self._told

    def looked(self, code: str) -> None:
        """Somebody opened a procedure's page."""
        self._asked = self._asked.with_one(code, self._month())
        self._tell()

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

    def _tell(self) -> None:
        month = self._month()
        asked = self._asked if self._asked.month == month else Asked(month)
        self._told = AskedNow(month=month, counts=dict(asked.most(MOST_TOLD).counts))

    def _write(self, asked: Asked) -> None:
        with self._writing:  # the end may come while the last one is still being written
            if asked is not self._kept:
                self._file.keep(asked)
                self._kept = asked
