"""Files dropped into a folder: the newest whole one counts."""

import json
import os
from pathlib import Path

import pytest
from openpyxl import Workbook

from shared.catalog.dossiers.dossier import State
from shared.catalog.dossiers.records import Reading
from shared.catalog.reading.files import read_rows
from shared.catalog.reading.records import BadRecords
from shared.catalog.sources import file_drop
from shared.catalog.sources.file_drop import DossierDrop, ProcedureDrop
from shared.catalog.sources.interface import SourceAway, Sync

CODE = "H48.16-261103-0012"
READING = Reading(b"key", {"12": 9})


def drop(folder: Path, name: str, text: str, at_s: int) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at_s, at_s))
    return path


def dossiers(state: str) -> str:
    return json.dumps([{"MaHoSo": CODE, "TrangThaiHoSo": state}])


def source(folder: Path, now_ms: int = 50_000) -> DossierDrop:
    return DossierDrop(folder, READING, lambda: now_ms)


def test_the_newest_file_of_procedures_is_read(tmp_path: Path) -> None:
    drop(tmp_path, "a.json", '[{"code": "1.000001", "name": "Cũ"}]', 10)
    drop(tmp_path, "b.json", '[{"code": "1.000002", "name": "Mới"}]', 20)
    drop(tmp_path, "notes.txt", "later, but no table", 30)
    procedures = ProcedureDrop(tmp_path, lambda: 5000)
    assert procedures.sync() == Sync()
    assert [each.name for each in procedures.procedures("2026-06-30").procedures] == ["Mới"]
    assert procedures.sync() == Sync(5000)


def test_procedures_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    procedures = ProcedureDrop(tmp_path, lambda: 5000)
    with pytest.raises(SourceAway, match="no file in"):
        procedures.procedures("2026-06-30")
    drop(tmp_path, "a.json", "{", 10)
    with pytest.raises(SourceAway, match=r"a\.json"):
        procedures.procedures("2026-06-30")
    drop(tmp_path, "b.json", '[{"code": "x", "name": "A"}]', 20)
    with pytest.raises(BadRecords):
        procedures.procedures("2026-06-30")
    assert procedures.sync().trouble.startswith("procedure 1: code")


def test_a_dossier_is_found_in_the_newest_file(tmp_path: Path) -> None:
    drop(tmp_path, "a.json", dossiers("4"), 10)
    found = source(tmp_path)
    first = found.find(CODE)
    drop(tmp_path, "b.json", dossiers("12"), 20)
    second = found.find(CODE)
    assert first
    assert second
    assert (first.state, second.state) == (State.IN_PROGRESS, State.DONE)
    assert found.find("H48.16-261103-0099") is None
    assert (len(found.known()), found.sync()) == (1, Sync(20_000))


def test_a_file_from_a_clock_that_is_ahead_is_as_old_as_its_reading(tmp_path: Path) -> None:
    drop(tmp_path, "a.json", dossiers("4"), 10)
    found = source(tmp_path, now_ms=9_000)
    assert found.find(CODE)
    assert found.sync() == Sync(9_000)


def test_the_same_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(tmp_path, "a.json", dossiers("4"), 10)
    found = source(tmp_path)
    assert found.find(CODE)
    monkeypatch.setattr(file_drop, "read_rows", lambda path: pytest.fail(f"read {path} again"))
    assert found.find(CODE)


def test_half_a_file_leaves_the_one_before(tmp_path: Path) -> None:
    drop(tmp_path, "a.json", dossiers("4"), 10)
    found = source(tmp_path)
    assert found.find(CODE)
    drop(tmp_path, "b.json", dossiers("9")[:20], 20)
    assert found.find(CODE)
    assert found.sync().last_ms == 10_000
    assert "b.json" in found.sync().trouble
    drop(tmp_path, "c.json", json.dumps([{"MaHoSo": "no code"}]), 30)
    assert found.find(CODE)
    assert found.sync().trouble == (
        "procedure 1: the code of the dossier is missing or has no known form"
    )


def test_a_file_that_changes_while_it_is_read_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(tmp_path, "a.json", dossiers("4"), 10)
    found = source(tmp_path)

    def slow(asked: Path) -> list[tuple[str, dict[str, object]]]:
        rows = read_rows(asked)
        os.utime(path, (99, 99))
        return rows

    monkeypatch.setattr(file_drop, "read_rows", slow)
    with pytest.raises(SourceAway, match="changed while it was read"):
        found.find(CODE)
    assert len(found.known()) == 1


def test_csv_and_excel_are_read_by_their_headings(tmp_path: Path) -> None:
    drop(tmp_path, "a.csv", f"Mã hồ sơ;Trạng thái\n{CODE};Đang xử lý\n", 10)
    by_csv = source(tmp_path).find(CODE)
    book = Workbook()
    book.active.append(["Mã hồ sơ", "Trạng thái"])
    book.active.append([CODE, 10])
    book.save(tmp_path / "b.xlsx")
    by_excel = source(tmp_path).find(CODE)
    assert by_csv
    assert by_excel
    assert (by_csv.state, by_excel.state) == (State.IN_PROGRESS, State.RETURNED)
