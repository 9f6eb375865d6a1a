"""Excel files: the rows of a sheet, and the template for procedures."""

import io
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

from shared.catalog.reading.table import COLUMNS


def sheet_rows(data: bytes) -> Iterator[list[object]]:
    """Yield the rows of a book's first sheet; raises KeyError, BadZipFile for what is no book."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        yield from (list(row) for row in book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()


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
