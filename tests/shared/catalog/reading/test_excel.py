"""Excel files of procedures, and the template for them."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from shared.catalog.reading.excel import write_template
from shared.catalog.reading.files import read_file
from shared.catalog.reading.records import BadRecords
from shared.catalog.reading.table import COLUMNS

LIGHT = """
import sys
import shared.hub.__main__
print(*({"openpyxl", "rapidfuzz"} & sys.modules.keys()))
"""


def test_excel_keeps_the_zeros_it_took_from_codes(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Mã thủ tục", "Tên thủ tục", "Số tiền (đồng)"])
    book.active.append([2.00088, "Chơi diều", 8000])
    book.active.append([None, None, None])
    book.save(tmp_path / "a.xlsx")
    (procedure,) = read_file(tmp_path / "a.xlsx", "2026-06-30").procedures
    assert (procedure.code, procedure.ways[0].fees[0].amount_vnd) == ("2.000880", 8000)


def test_the_template_can_be_filled_in_and_read(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    with pytest.raises(BadRecords, match="no procedure"):
        read_file(path, "2026-06-30")
    book = load_workbook(path)
    book.worksheets[0].append([column.example for column in COLUMNS])
    book.save(path)
    (procedure,) = read_file(path, "2026-06-30").procedures
    assert procedure.code == "1.001193"
    assert [row[0].value for row in book.worksheets[1].iter_rows(min_row=2)] == [
        column.heading for column in COLUMNS
    ]


def test_a_hub_that_meets_no_excel_and_searches_nothing_loads_neither() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "")
