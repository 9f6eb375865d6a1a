"""A row of the bench's table."""

from dataclasses import asdict, dataclass
from math import ceil
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, what the machine itself allows in the same unit, and the budget in words.

    ``limit`` and ``ratio`` are None where the machine sets no limit of its own.
    """

    name: str
    value: float
    unit: str
    limit: float | None
    ratio: float | None
    budget: str
    ok: bool

    def as_dict(self) -> dict[str, Any]:
        """Return the row for ``--json``."""
        return asdict(self)


def at_most(name: str, value: float, unit: str, most: float, limit: float | None = None) -> Row:
    """Return a row whose value may not exceed a fixed budget; ``limit`` is the machine's."""
    ratio = value / limit if limit else None
    return Row(name, value, unit, limit, ratio, f"<= {most:g} {unit}", value <= most)


def at_least(name: str, value: float, unit: str, least: float, limit: float) -> Row:
    """Return a row whose value must reach a fixed budget; ``limit`` is the machine's."""
    ratio = value / limit
    return Row(name, value, unit, limit, ratio, f">= {least:g} {unit}", value >= least)


def within(name: str, value: float, unit: str, limit: float, times: float) -> Row:
    """Return a row that may be so many times the machine's own limit."""
    ratio = value / limit
    return Row(name, value, unit, limit, ratio, f"<= {times:g} x limit", ratio <= times)


def middle(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the pair of value and limit whose ratio is the middle one of several rounds.

    Both of a pair are measured one right after the other, so that what else the machine does
    is in both.
    """
    ordered = sorted(pairs, key=lambda pair: pair[0] / pair[1])
    return ordered[(len(ordered) - 1) // 2]


def percentile(values: list[float], percent: float) -> float:
    """Return the smallest of the values that so many percent of them do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def as_text(rows: list[Row]) -> str:
    """Return the table as people read it."""
    lines = [f"{'':2} {'what':58} {'value':>14} {'limit':>12} {'ratio':>7}  budget"]
    for row in rows:
        mark = "ok" if row.ok else "NO"
        limit = "" if row.limit is None else f"{row.limit:,.3g}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        value = f"{row.value:,.4g} {row.unit}"
        lines.append(f"{mark:2} {row.name:58} {value:>14} {limit:>12} {ratio:>7}  {row.budget}")
    return "\n".join(lines)
