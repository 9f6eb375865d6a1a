"""Records of any shape, whole or refused with every fault."""

import msgspec
import pytest

from shared.catalog.procedure import Case, Document, Procedure
from shared.catalog.reading.records import BadRecords, Fault, code_of, procedures_of
from shared.catalog.reading.table import BadRow

NATIONAL = {"ma_thu_tuc": "1.000001", "ten_thu_tuc": "Thả diều", "so_lan": 3}
FLAT = {"code": "1.000002", "name": "Chơi diều", "màu": "đỏ"}
OWN = msgspec.to_builtins(Procedure("1.000003", "Bán diều", cases=(Case("", (Document("Đơn"),)),)))


def test_every_shape_is_read() -> None:
    records = procedures_of([("1", NATIONAL), ("2", FLAT), ("3", OWN)], "2026-06-30")
    assert [each.code for each in records.procedures] == ["1.000001", "1.000002", "1.000003"]
    assert records.unknown_columns == ("màu",)


def test_all_faults_are_told_at_once() -> None:
    bad = [
        ("row 1", {"code": "x", "name": "A"}),
        ("row 2", {"code": "1.000001"}),
        ("row 3", FLAT),
        ("row 4", FLAT),
        ("row 5", "text"),
        ("row 6", OWN | {"code": 5}),
    ]
    with pytest.raises(BadRecords) as raised:
        procedures_of(bad, "2026-06-30")
    assert raised.value.faults == (
        Fault("row 1", "code: 'x' is not a code like 1.001193"),
        Fault("row 2", "name: a procedure needs a name"),
        Fault("row 4", "code: 1.000002 stands twice in this file"),
        Fault("row 5", "a procedure is expected here"),
        Fault("row 6", "Expected `str`, got `int` - at `$.code`"),
    )
    assert str(raised.value).startswith("row 1: code: 'x'")


def test_a_file_without_procedures_is_refused() -> None:
    with pytest.raises(BadRecords, match="no procedure"):
        procedures_of([], "2026-06-30")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1.001193", "1.001193"),
        ("1001193", "1.001193"),
        ("2.00088", "2.000880"),
        ("1,001193", "1.001193"),
        ("1.001193.H48", "1.001193"),
        ("1.001193.000.00.00.H48", "1.001193"),
    ],
)
def test_codes_become_what_they_were(written: str, code: str) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize("written", ["", "KQ.G15.000001", "1.0011933", "abc"])
def test_other_codes_are_refused(written: str) -> None:
    with pytest.raises(BadRow, match="is not a code"):
        code_of(written)
