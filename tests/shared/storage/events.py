"""Entries as a hall would write them."""

import msgspec

from shared.domain.events import CallShown, DayOpened, Event
from shared.domain.ids import BoardId
from shared.storage.event_log import Entry

MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


def opening(at_ms: int, day: str = MONDAY) -> Entry:
    """Return the first event of a day."""
    return _entry(DayOpened(day=day, key="5eed"), at_ms, day, opens_day=True)


def shown(at_ms: int, day: str = MONDAY) -> Entry:
    """Return some event, told apart by its time."""
    return _entry(CallShown(call=at_ms, board=BoardId("board-1")), at_ms, day)


def _entry(event: Event, at_ms: int, day: str, opens_day: bool = False) -> Entry:
    body = msgspec.json.encode(event).decode()
    return Entry(at_ms, day, f"request-{at_ms}", "board/board-1", body, opens_day)
