"""Procedures from files: the national records, JSON, CSV, Excel, or a stored catalogue.

What a record means is told in the other modules here; this one opens files, nothing more.
"""

import csv
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

from shared.catalog.catalog import BadCatalog, unpacked
from shared.catalog.reading.records import Records, procedures_of
from shared.catalog.reading.table import COLUMNS, column_key


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
    except (OSError, EOFError, zlib.error, UnicodeError, csv.Error) as error:
        raise UnreadableFile(f"{path}: {error}") from error
    except (json.JSONDecodeError, zipfile.BadZipFile, KeyError) as error:
        raise UnreadableFile(f"{path}: not a file of its kind: {error}") from error


def write_template(path: Path) -> None:
    """Write an Excel file with the columns, and a second sheet that tells what goes into each."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Thủ tục"
    sheet.append([column.heading for column in COLUMNS])
    sheet.freeze_panes = "C2"
    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, number)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = max(14, len(column.heading) + 4)
        sheet.column_dimensions[cell.column_letter].number_format = "@"
    help_sheet = book.create_sheet("Cách điền")
    help_sheet.append(["Cột", "Điền gì", "Ví dụ"])
    for column in COLUMNS:
        help_sheet.append([column.heading, column.hint, column.example])
    book.save(path)


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


def _csv(text: str) -> Iterator[tuple[str, object]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    yield from _table(list(row) for row in rows)


def _excel(data: bytes) -> Iterator[tuple[str, object]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        yield from _table(list(row) for row in book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()


def _table(rows: Iterator[list[object]]) -> Iterator[tuple[str, object]]:
    keys = [column_key(str(cell or "")) for cell in next(rows, [])]
    for number, row in enumerate(rows, start=2):
        record = {key: _cell(key, value) for key, value in zip(keys, row, strict=False) if key}
        if any(value not in (None, "") for value in record.values()):
            yield f"row {number}", record


def _cell(key: str, value: object) -> object:
    """Return a cell's value; Excel keeps codes as numbers and days as moments."""
    return f"{value:.6f}" if key == "code" and isinstance(value, float) else value
