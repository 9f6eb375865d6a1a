"""Which numbers each field or service gives out: prefixes and ranges, none of them twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from shared.config.findings import Findings, KeyPath, written
from shared.config.table import Table
from shared.domain.ids import SeriesId
from shared.domain.plan import Series

FREE_LETTERS = "ABCDEGHKLMNPQRSTUVXY"
"""Letters given to fields without a prefix; none that reads like a digit."""
DEFAULT_RANGE = (1, 999)
HIGHEST_NUMBER = 9999
_PREFIX = re.compile(r"[A-Z]{0,2}")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of one field, group or service; without a prefix it is given a free letter."""

    owner: SeriesId
    at: KeyPath
    prefix: str | None = None
    range: tuple[int, int] = DEFAULT_RANGE


UNNUMBERED = Numbering(SeriesId(""), ())
"""What stands above all fields."""


def read_numbering(table: Table, owner: str, above: Numbering) -> Numbering:
    """Return the numbering a table asks for, or the one above it when it asks for none."""
    prefix, range_ = _prefix(table), _range(table)
    if above.owner and prefix is None and range_ is None:
        return above
    return Numbering(
        SeriesId(owner),
        table.path,
        above.prefix if prefix is None else prefix,
        range_ or above.range,
    )


def series_of(numberings: Iterable[Numbering], findings: Findings) -> dict[SeriesId, Series]:
    """Return every series in use, with letters given to those without a prefix."""
    used = {numbering.owner: numbering for numbering in numberings}
    prefixes = {each.prefix for each in used.values()}
    free = iter([letter for letter in FREE_LETTERS if letter not in prefixes])
    named = [_lettered(each, free, findings) for each in used.values()]
    _check_overlaps(named, findings)
    return {each.owner: Series(each.owner, each.prefix or "", *each.range) for each in named}


def _lettered(numbering: Numbering, free: Iterator[str], findings: Findings) -> Numbering:
    if numbering.prefix is not None:
        return numbering
    letter = next(free, None)
    if letter is None:
        findings.error(numbering.at, "No letter is left for these numbers: give it a prefix.")
    return replace(numbering, prefix=letter)


def _check_overlaps(numberings: list[Numbering], findings: Findings) -> None:
    ordered = sorted(numberings, key=lambda each: (each.prefix or "", each.range))
    for one, other in pairwise(ordered):
        same = one.prefix is not None and one.prefix == other.prefix
        if same and other.range[0] <= one.range[1]:
            place = written(one.at)
            message = f"Its numbers {_written(other)} overlap {_written(one)} of {place}."
            findings.error(other.at, message)


def _written(numbering: Numbering) -> str:
    first, last = numbering.range
    return f"{numbering.prefix}{first} to {numbering.prefix}{last}"


def _prefix(table: Table) -> str | None:
    value = table.take("prefix")
    if value is None:
        return None
    if not isinstance(value, str) or not _PREFIX.fullmatch(value):
        table.error("prefix", 'A prefix is one or two letters A-Z, or "" for none.')
        return None
    return value


def _range(table: Table) -> tuple[int, int] | None:
    value = table.take("range")
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value)):
        table.error("range", "A range is its first and last number: [1, 999].")
        return None
    first, last = value
    if not 1 <= first <= last <= HIGHEST_NUMBER:
        table.error("range", f"A range rises, from 1 or more to {HIGHEST_NUMBER} or less.")
        return None
    return first, last
