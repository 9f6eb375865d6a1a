"""A dossier's record, from a file or the national service, becomes a dossier. PURE.

Here, and nowhere else, stand names and numbers in clear, for as long as a record is read.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.catalog.dossiers.dossier import Dossier, state_of
from shared.catalog.reading.records import BadRecords, Fault
from shared.catalog.search.codes import dossier_code
from shared.catalog.search.text import folded, nfc

FACTOR_DIGITS = 4

_KEYS: Mapping[str, tuple[str, ...]] = {
    "code": ("mahoso", "ma ho so"),
    "procedure": ("tentthc", "ten thu tuc", "thu tuc"),
    "name": ("chuhoso", "chu ho so", "nguoi nop"),
    "phone": ("sodienthoai", "so dien thoai", "dien thoai"),
    "id_number": ("madoituong", "sodinhdanh", "so dinh danh", "so can cuoc", "cccd"),
    "state": ("trangthaihoso", "trang thai", "trang thai ho so"),
    "received": ("ngaytiepnhan", "ngay tiep nhan"),
    "due": ("ngayhentra", "ngay hen tra"),
    "apology_due": ("ngayhenlai", "ngay hen lai"),
    "finished": ("ngayketthucxuly", "ngay xu ly xong"),
    "returned": ("ngaytra", "ngay tra"),
    "unit": ("donvixuly", "don vi xu ly"),
}
"""What a field is called by the national service, and in tables that people make."""

_FIELD = {name: key for key, names in _KEYS.items() for name in (key, *names)}
_FORMATS = (
    "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y",
)  # fmt: skip
DAYS_END = "T23:59"
"""A due date without an hour lasts until the end of its day."""


class BadDossier(ValueError):
    """A record cannot become a dossier; the text names the field, never its value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How records are read: the key of the proofs, the hall's table of local states, and which
    numbers are second factors in this hall (``phone``, ``id_number``)."""

    key: bytes
    local_states: Mapping[str, int] = field(default_factory=dict)
    factors: tuple[str, ...] = ("phone", "id_number")


def proof(key: bytes, code: str, digits: str) -> bytes:
    """Return the keyed hash of a second factor for one dossier."""
    return hmac.digest(key, f"{code}|{digits}".encode(), hashlib.sha256)


def dossiers_of(
    records: Iterable[tuple[str, Mapping[str, object]]], reading: Reading
) -> tuple[Dossier, ...]:
    """Read records, each with its place; raises BadRecords with all faults."""
    found: dict[str, Dossier] = {}
    faults = []
    for place, record in records:
        try:
            dossier = dossier_of(record, reading)
        except BadDossier as error:
            faults.append(Fault(place, str(error)))
            continue
        found[dossier.code] = dossier
    if faults:
        raise BadRecords(faults)
    return tuple(found.values())


def dossier_of(record: Mapping[str, object], reading: Reading) -> Dossier:
    """Return the dossier of a record by any of the known field names; raises BadDossier."""
    fields = {_FIELD.get(folded(nfc(str(key))), ""): value for key, value in record.items()}

    def text(key: str) -> str:
        value = fields.get(key)
        return "" if value is None else nfc(str(value))

    code = dossier_code(text("code"))
    if not code:
        raise BadDossier("the code of the dossier is missing or has no known form")
    return Dossier(
        code=code,
        procedure=text("procedure"),
        state=state_of(text("state"), reading.local_states),
        received=_moment(fields.get("received"), "received"),
        due=_moment(fields.get("due"), "due", DAYS_END),
        apology_due=_moment(fields.get("apology_due"), "apology_due", DAYS_END),
        finished=_moment(fields.get("finished"), "finished"),
        returned=_moment(fields.get("returned"), "returned"),
        unit=text("unit"),
        masked_name=masked(text("name")),
        proofs=frozenset(_proofs(map(text, reading.factors), code, reading.key)),
    )


def _proofs(numbers: Iterable[str], code: str, key: bytes) -> Iterable[bytes]:
    for number in numbers:
        digits = re.sub(r"\D", "", number)
        if len(digits) >= FACTOR_DIGITS:
            yield proof(key, code, digits[-FACTOR_DIGITS:])


def masked(name: str) -> str:
    """Return ``N*** V*** A***``: enough for people to know their own name, no more."""
    return " ".join(word if len(word) == 1 else f"{word[0]}***" for word in nfc(name).split())


def _moment(value: object, key: str, whole_day: str = "T00:00") -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    text = nfc(str(value))
    for form in _FORMATS:
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        if "%H" not in form:
            return f"{moment:%Y-%m-%d}{whole_day}"
        return moment.isoformat(timespec="minutes")
    raise BadDossier(f"{key} is not a moment like 2026-01-31 09:30")
