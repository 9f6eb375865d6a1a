"""The dossiers' figures on their way to the boards: counted anew each half minute."""

import asyncio
from collections.abc import Callable

from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.figures import Count, figures
from shared.catalog.sources.interface import Sync
from shared.clock import HallClock
from shared.hub.dossier_lookup import DossierLookup
from shared.i18n.time_words import local_time
from shared.protocol.topics import DossierCount, Figures

LOOK_EVERY_S = 30.0
MOST_READY = 48
"""A board shows them in turn, and nobody waits for the hundredth."""


class BoardFigures:
    """The newest figures; ``now`` is None while they are unknown."""

    def __init__(self, lookup: DossierLookup, clock: HallClock, utc_offset_min: int) -> None:
        self.now: Figures | None = None
        self._lookup = lookup
        self._clock = clock
        self._offset_min = utc_offset_min

    async def watch(self, changed: Callable[[], None]) -> None:
        """Count for as long as it runs, and tell when something has changed."""
        while True:
            known, sync = await self._lookup.known()
            before = self.now
            self.now = await asyncio.to_thread(
                counted, known, sync, self._clock.now_ms(), self._offset_min
            )
            if self.now != before:
                changed()
            await asyncio.sleep(LOOK_EVERY_S)


def counted(
    known: tuple[Dossier, ...], sync: Sync, now_ms: int, utc_offset_min: int
) -> Figures | None:
    """Return the figures; None for a source that lists nothing, or has not answered this month."""
    now, synced = (
        f"{local_time(at_ms, utc_offset_min):%Y-%m-%dT%H:%M}" for at_ms in (now_ms, sync.last_ms)
    )
    if not known or synced[:7] != now[:7]:
        return None
    all_figures = figures(known, now)
    return Figures(
        today=_count(all_figures.today) if synced[:10] == now[:10] else None,
        month=_count(all_figures.month),
        ready=all_figures.ready[::-1][:MOST_READY],
        synced_ms=sync.last_ms,
    )


def _count(count: Count) -> DossierCount:
    return DossierCount(count.received, count.on_time, count.overdue)
