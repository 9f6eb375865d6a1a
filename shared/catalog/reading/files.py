"""Procedures from files: the national records, JSON, CSV, Excel, or a stored catalogue.

What a record means is told in the other modules here; this one opens files, nothing more.
"""

import csv
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from shared.catalog.catalog import BadCatalog, unpacked
from shared.catalog.reading.records import Records, procedures_of
from shared.catalog.reading.table import column_key

_UNREADABLE = (
    OSError,
    EOFError,
    zlib.error,
    UnicodeError,
    csv.Error,
    json.JSONDecodeError,
    zipfile.BadZipFile,
    KeyError,
)
"""What opening and decoding a file of the wrong kind, or half a file, raises."""


class UnreadableFile(Exception):
    """A file cannot be opened or is not of a known kind; the text says why."""


def read_file(path: Path, read_on: str) -> Records:
    """Read all procedures of a file; raises UnreadableFile, or BadRecords with every fault.

    ``read_on`` is the day (ISO) that stands for records which do not say when they were taken.
    """
    try:
        data = path.read_bytes()
        if path.suffix.lower() == ".xlsx":
            return procedures_of(_excel(data), read_on)
        if data[:2] == b"\x1f\x8b":
            stored = _stored(data)
            if stored is not None:
                return stored
            data = gzip.decompress(data)
        return procedures_of(_text(path, data.decode("utf-8-sig")), read_on)
    except _UNREADABLE as error:
        raise UnreadableFile(f"{path}: {error}") from error


def read_rows(path: Path) -> list[tuple[str, dict[str, object]]]:
    """Return the rows of a table as they stand, each with its place; raises UnreadableFile."""
    try:
        data = path.read_bytes()
        if path.suffix.lower() == ".xlsx":
            rows = list(_excel(data, str))
        elif path.suffix.lower() == ".csv":
            rows = list(_csv(data.decode("utf-8-sig"), str))
        else:
            rows = list(_text(path, data.decode("utf-8-sig")))
    except _UNREADABLE as error:
        raise UnreadableFile(f"{path}: {error}") from error
    return [(place, row) for place, row in rows if isinstance(row, dict)]


def _stored(data: bytes) -> Records | None:
    try:
        return Records(unpacked(data).procedures)
    except BadCatalog:
        return None


def _text(path: Path, text: str) -> Iterator[tuple[str, object]]:
    kind = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"][-1:]
    if kind == [".csv"]:
        return _csv(text)
    if kind == [".jsonl"]:
        return _lines(text)
    if kind == [".json"]:
        return _json(text)
    raise UnreadableFile(f"{path}: not .json, .jsonl, .csv or .xlsx, nor a stored catalogue")


def _lines(text: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield f"line {number}", json.loads(line)


def _json(text: str) -> Iterator[tuple[str, object]]:
    document = json.loads(text)
    listed = document.get("procedures") if isinstance(document, dict) else document
    for number, record in enumerate(listed if isinstance(listed, list) else [document], start=1):
        yield f"procedure {number}", record


def _csv(text: str, key_of: Callable[[str], str] = column_key) -> Iterator[tuple[str, object]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    yield from _table((list(row) for row in rows), key_of)


def _excel(data: bytes, key_of: Callable[[str], str] = column_key) -> Iterator[tuple[str, object]]:
    # It takes a tenth of a second and ten megabytes, and the hub seldom reads Excel.
    from shared.catalog.reading.excel import sheet_rows

    yield from _table(sheet_rows(data), key_of)


def _table(
    rows: Iterator[list[object]], key_of: Callable[[str], str]
) -> Iterator[tuple[str, object]]:
    keys = [key_of(str(cell or "")) for cell in next(rows, [])]
    for number, row in enumerate(rows, start=2):
        record = {key: _cell(key, value) for key, value in zip(keys, row, strict=False) if key}
        if any(value not in (None, "") for value in record.values()):
            yield f"row {number}", record


def _cell(key: str, value: object) -> object:
    """Return a cell's value; Excel keeps codes as numbers and days as moments."""
    return f"{value:.6f}" if key == "code" and isinstance(value, float) else value
