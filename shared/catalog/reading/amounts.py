"""Times and fees as they are written, taken apart. PURE.

An amount is given only where the text leaves no doubt; otherwise the text stands alone, and the
citizen reads it or asks.
"""

import re

from shared.catalog.procedure import Fee, Time, TimeUnit

_UNITS: tuple[tuple[str, TimeUnit], ...] = (
    ("ngày làm việc", "working_day"),
    ("ngày", "day"),
    ("giờ", "hour"),
    ("tháng", "month"),
    ("năm", "year"),
)
_TIME = re.compile(r"(\d+)\s*(?:\((?:\w+\s?)+\)\s*)?(ngày làm việc|ngày|giờ|tháng|năm)?", re.I)
_AMOUNT = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:đồng|vnđ|việt nam đồng|đ)\b", re.I)
_BY_PROVINCE = re.compile(r"hội đồng nhân dân|hđnd", re.I)
_FREE = re.compile(r"miễn (?:lệ )?phí|không thu|^0 đồng", re.I)
_UNSAID = re.compile(r"không có thông tin|không quy định|^không$", re.I)


def time_of(text: str) -> Time:
    """Return a time; a text that is no plain number of units keeps only its words."""
    text = text.strip()
    if not text or _UNSAID.search(text):
        return Time()
    found = _TIME.fullmatch(text)
    if not found:
        return Time(text)
    unit = dict(_UNITS).get((found[2] or "").lower())
    return Time(text, int(found[1]), unit)


def fee_of(text: str, note: str = "") -> tuple[Fee, ...]:
    """Return the fee of a cell and its note; nothing when the source says nothing."""
    cell = "" if _UNSAID.search(text.strip()) else text.strip()
    written = f"{cell} ({note})" if cell and note else cell or note
    return (Fee(written, amount_of(cell, note)),) if written else ()


def amount_of(text: str, note: str = "") -> int | None:
    """Return the amount in đồng if text and note name one and the same; 0 is free."""
    amounts = {_number(found) for found in _AMOUNT.findall(f"{text} ; {note}")}
    if _BY_PROVINCE.search(note) or _BY_PROVINCE.search(text):
        return None
    if _FREE.search(text):
        return None if amounts else 0
    return amounts.pop() if len(amounts) == 1 else None


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))
