"""The names by which things of a hall are known; strings told apart by type."""

from collections.abc import Mapping
from typing import NewType

ServiceId = NewType("ServiceId", str)
FieldId = NewType("FieldId", str)
SeriesId = NewType("SeriesId", str)
CounterId = NewType("CounterId", str)
CategoryId = NewType("CategoryId", str)
OfficerId = NewType("OfficerId", str)
BoardId = NewType("BoardId", str)

TicketId = NewType("TicketId", str)
"""Business day and number, ``20261124-A012``: unique for as long as the log lives."""

Names = Mapping[str, str]
"""People's words by language code; ``vi`` is always there."""
