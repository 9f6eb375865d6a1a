"""Files of procedures, of every kind, and broken ones."""

import gzip
import json
from pathlib import Path

import pytest

from shared.catalog.catalog import catalog_of, packed
from shared.catalog.procedure import Procedure
from shared.catalog.reading.files import UnreadableFile, read_file
from shared.catalog.reading.records import BadRecords

NATIONAL = [{"ma_thu_tuc": f"1.00000{n}", "ten_thu_tuc": f"Thả diều {n}"} for n in range(3)]
FLAT = [{"code": "1.000001", "name": "Thả diều"}, {"code": "2.000880", "name": "Chơi diều"}]


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def codes(path: Path) -> list[str]:
    return [procedure.code for procedure in read_file(path, "2026-06-30").procedures]


def test_lines_of_json_are_read_packed_or_not(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(each) for each in NATIONAL) + "\n\n"
    expected = ["1.000000", "1.000001", "1.000002"]
    assert codes(written(tmp_path, "a.jsonl", lines)) == expected
    assert codes(written(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode()))) == expected


@pytest.mark.parametrize("document", [FLAT, {"procedures": FLAT}])
def test_json_is_read_as_a_list_or_in_an_object(tmp_path: Path, document: object) -> None:
    path = written(tmp_path, "a.json", json.dumps(document))
    assert codes(path) == ["1.000001", "2.000880"]


def test_one_procedure_may_stand_alone_in_json(tmp_path: Path) -> None:
    assert codes(written(tmp_path, "a.json", json.dumps(FLAT[0]))) == ["1.000001"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_any_delimiter_and_a_mark_at_its_start(
    tmp_path: Path, delimiter: str
) -> None:
    rows = [["Mã thủ tục", "Tên thủ tục", ""], ["1001193", "Thả diều", "x"], ["", "", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert codes(written(tmp_path, "a.csv", b"\xef\xbb\xbf" + text.encode())) == ["1.001193"]


def test_a_stored_catalogue_is_read(tmp_path: Path) -> None:
    stored = packed(catalog_of((Procedure("1.000001", "Thả diều"),)))
    assert codes(written(tmp_path, "anything", stored)) == ["1.000001"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", "text"),
        ("a", "text"),
        ("a.json", "{"),
        ("a.jsonl", "no json"),
        ("a.jsonl.gz", b"\x1f\x8bbroken"),
        ("a.xlsx", b"not a zip"),
        ("a.csv", b"\xff\xfe\x00"),
    ],
)
def test_broken_files_are_told_by_name(tmp_path: Path, name: str, data: bytes | str) -> None:
    path = written(tmp_path, name, data)
    with pytest.raises(UnreadableFile, match=str(path)):
        read_file(path, "2026-06-30")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        read_file(tmp_path / "none.json", "2026-06-30")


def test_an_empty_table_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadRecords, match="no procedure"):
        read_file(written(tmp_path, "a.csv", ""), "2026-06-30")
