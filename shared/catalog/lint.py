"""What looks wrong in procedures that can be used all the same: plain warnings. PURE.

The national data are published by many hands. A hall should know where its kiosk would show
something out of date, contradictory or unreadable, and ask its province.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from shared.catalog.catalog import Catalog
from shared.catalog.procedure import Fee, Procedure
from shared.catalog.search.text import folded

LONG_NAME = 200
LEAST_FEE_VND = 1000
"""Nothing an office charges costs less; smaller figures miss their thousands."""

_OLD_WORDS = (
    ("district", "cấp huyện", "the district level was abolished on 1 July 2025"),
    ("household-book", "sổ hộ khẩu", "the paper household book was abolished in 2023"),
    ("township", "thị trấn", "townships were abolished on 1 July 2025"),
)
_RESULT_CODE = re.compile(r"KQ\.[GH]\d{2}\.\d{6}")
_AMOUNT = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:đồng|vnđ|việt nam đồng|đ)\b", re.I)
_LEADING = re.compile(r"\s*(\d[\d.,]*)\s*(?:VNĐ|Việt Nam Đồng|Đồng)\s*\(", re.I)
_FREE_THEN = re.compile(r"miễn phí\s*\(.*(?:hội đồng nhân dân|hđnd)", re.I | re.S)
_UNTIL = re.compile(r"đến hết ngày (\d{1,2})/(\d{1,2})/(\d{4})", re.I)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at; ``kind`` groups equal ones."""

    code: str
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


def lint(catalog: Catalog, today: str) -> list[Finding]:
    """Return all warnings in the order of the procedures; ``today`` is an ISO day."""
    twins = _twins(catalog)
    found = []
    for procedure in catalog.procedures:
        for kind, message in _warnings(procedure, twins, today):
            found.append(Finding(procedure.code, kind, message))
    return found


def _warnings(
    procedure: Procedure, twins: dict[str, list[str]], today: str
) -> Iterator[tuple[str, str]]:
    length = len(procedure.name)
    if length > LONG_NAME and not procedure.short_names:
        yield "long-name", f"the name has {length} characters and there is no short name"
    others = [code for code in twins[folded(procedure.name)] if code != procedure.code]
    if others:
        yield "duplicate-name", f"{', '.join(others[:3])} has the same name"
    yield from _about_time(procedure)
    yield from _about_fees(procedure, today)
    text = _all_text(procedure).lower()
    for kind, words, why in _OLD_WORDS:
        if words in text:
            yield kind, f"“{words}” is still mentioned; {why}"
    if not procedure.cases:
        yield "no-papers", "no papers to bring are named"
    for result in procedure.results:
        if result.code and not _RESULT_CODE.fullmatch(result.code):
            yield "result-code", f"“{result.code}” is not a result code"
    if procedure.valid_to and procedure.valid_to < today:
        yield "ended", f"it may not be applied for since {procedure.valid_to}"


def _twins(catalog: Catalog) -> dict[str, list[str]]:
    twins: defaultdict[str, list[str]] = defaultdict(list)
    for procedure in catalog.procedures:
        twins[folded(procedure.name)].append(procedure.code)
    return twins


def _about_time(procedure: Procedure) -> Iterator[tuple[str, str]]:
    times = [way.time for way in procedure.ways]
    if not any(time.text for time in times):
        yield "no-time", "no time is given"
    for time in dict.fromkeys(times):
        if time.count is not None and time.unit is None:
            yield "time-unit", f"the time “{time.text}” has no unit"


def _about_fees(procedure: Procedure, today: str) -> Iterator[tuple[str, str]]:
    fees = dict.fromkeys(fee for way in procedure.ways for fee in way.fees)
    for fee in fees:
        yield from _about_fee(fee, today)


def _about_fee(fee: Fee, today: str) -> Iterator[tuple[str, str]]:
    amounts = [int(re.sub(r"\D", "", amount)) for amount in _AMOUNT.findall(fee.text)]
    small = [amount for amount in amounts if 0 < amount < LEAST_FEE_VND]
    if small:
        yield "small-fee", f"a fee of {small[0]} đồng can hardly be meant"
    elif fee.text and fee.text.strip().isdecimal():
        yield "fee-unit", f"the fee “{fee.text}” has no unit"
    leading = _LEADING.match(fee.text)
    if leading and len(set(amounts)) > 1 and amounts.count(amounts[0]) == 1:
        yield "fee-contradiction", f"the fee is {amounts[0]} and {amounts[1]} đồng at once"
    if _FREE_THEN.search(fee.text):
        yield "fee-contradiction", "the fee is none, and set by the province, at once"
    ends = fee.valid_to or _last_day(fee.text)
    if ends and ends < today:
        yield "fee-ended", f"the fee was valid until {ends}"


def _last_day(text: str) -> str:
    days = [f"{year}-{month:0>2}-{day:0>2}" for day, month, year in _UNTIL.findall(text)]
    return max(days, default="")


def _all_text(procedure: Procedure) -> str:
    parts = [procedure.name, procedure.steps, procedure.conditions, procedure.agency]
    parts += [way.note for way in procedure.ways]
    parts += [case.name for case in procedure.cases]
    parts += [document.name for case in procedure.cases for document in case.documents]
    return "\n".join(parts)
