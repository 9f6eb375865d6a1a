"""How often each procedure was looked at in a month; of people, nothing. PURE."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_CODES = 5_000
"""More procedures than any hall has: a device at play does not fill the memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How often each procedure's page was opened in a month (``2026-11``)."""

    month: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    def with_one(self, code: str, month: str) -> "Asked":
        """Return the counts with one more; a new month begins at nothing."""
        before = self.counts if month == self.month else {}
        if code not in before and len(before) >= MOST_CODES:
            return self
        return Asked(month, {**before, code: before.get(code, 0) + 1})

    def most(self, count: int) -> "Asked":
        """Return only so many, those asked for most; of equals those asked for first."""
        ranked = sorted(self.counts, key=lambda code: -self.counts[code])
        return Asked(self.month, {code: self.counts[code] for code in ranked[:count]})
