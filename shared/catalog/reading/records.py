"""Records of any accepted shape, all read before any is accepted. PURE.

What is wrong with single records is collected and told at once: a catalogue is whole or it is
none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from shared.catalog.procedure import Procedure
from shared.catalog.reading.national import CODE_FIELD, procedure_of
from shared.catalog.reading.table import ALSO_KNOWN, COLUMNS, BadRow, procedure_of_row

_CODE = re.compile(r"\d\.\d{6}")
_SHORTENED = re.compile(r"(\d)\.?(\d{1,6})")
_WITH_PLACE = re.compile(r"(\d\.\d{6})(?:\.[\d.]*[A-Z]\d{2})")
_KNOWN = {column.key for column in COLUMNS} | ALSO_KNOWN


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a record: where it stood (``row 12``), and a plain sentence."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class BadRecords(ValueError):
    """Some records cannot be read; ``faults`` tells all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Records:
    """Procedures read, and the columns that were passed over because nobody knows them."""

    procedures: tuple[Procedure, ...]
    unknown_columns: tuple[str, ...] = ()


def procedures_of(records: Iterable[tuple[str, object]], read_on: str) -> Records:
    """Read records, each with its place, in any of the accepted shapes; raises BadRecords."""
    found: dict[str, Procedure] = {}
    faults: list[Fault] = []
    unknown: dict[str, None] = {}
    for place, record in records:
        try:
            procedure = _whole(_procedure(record, read_on, unknown))
        except (BadRow, msgspec.ValidationError) as error:
            faults.append(Fault(place, str(error)))
            continue
        if procedure.code in found:
            faults.append(Fault(place, f"code: {procedure.code} stands twice in this file"))
        found[procedure.code] = procedure
    if not found and not faults:
        faults.append(Fault("file", "there is no procedure in it"))
    if faults:
        raise BadRecords(faults)
    return Records(tuple(found.values()), tuple(unknown))


def _procedure(record: object, read_on: str, unknown: dict[str, None]) -> Procedure:
    if not isinstance(record, Mapping):
        raise BadRow("a procedure is expected here")
    if CODE_FIELD in record:
        texts = {str(key): value for key, value in record.items() if isinstance(value, str)}
        return procedure_of(texts, read_on)
    if "ways" in record or "cases" in record:
        return msgspec.convert(record, Procedure)
    unknown.update(dict.fromkeys(str(key) for key in record if key not in _KNOWN))
    return procedure_of_row({str(key): value for key, value in record.items()}, read_on)


def _whole(procedure: Procedure) -> Procedure:
    """Return the procedure with its code as it is written; raises BadRow for what has none."""
    if not procedure.name:
        raise BadRow("name: a procedure needs a name")
    return replace(procedure, code=code_of(procedure.code))


def code_of(written: str) -> str:
    """Return a code in the form ``d.dddddd``; raises BadRow.

    Excel turns codes into numbers and takes their last zeros away; some tables add the place.
    """
    plain = written.replace(" ", "").replace(",", ".")
    if found := _WITH_PLACE.fullmatch(plain):
        return found[1]
    if found := _SHORTENED.fullmatch(plain):
        plain = f"{found[1]}.{found[2].ljust(6, '0')}"
    if not _CODE.fullmatch(plain):
        raise BadRow(f"code: {written!r} is not a code like 1.001193")
    return plain
