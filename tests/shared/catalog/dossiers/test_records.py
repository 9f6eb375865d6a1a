"""Records of dossiers: masked and proven, never kept in clear. People are invented."""

from dataclasses import asdict
from datetime import datetime

import pytest

from shared.catalog.dossiers.dossier import Dossier, State
from shared.catalog.dossiers.records import (
    BadDossier,
    Reading,
    dossier_of,
    dossiers_of,
    masked,
    proof,
)
from shared.catalog.reading.records import BadRecords

CODE = "H48.16-261103-0012"
READING = Reading(b"key")
RECORD: dict[str, object] = {
    "MaHoSo": CODE,
    "TenTTHC": "Thả diều",
    "ChuHoSo": "Nguyễn Văn An",
    "SoDienThoai": "0905 123 456",
    "MaDoiTuong": "062090000789",
    "TrangThaiHoSo": "4",
    "NgayTiepNhan": "20261103083000",
    "NgayHenTra": "06/11/2026",
    "DonViXuLy": "Văn phòng",
    "GhiChu": "gọi 0905123456",
}


def test_a_record_becomes_a_dossier_without_what_is_personal() -> None:
    dossier = dossier_of(RECORD, READING)
    assert dossier == Dossier(
        CODE,
        "Thả diều",
        State.IN_PROGRESS,
        "2026-11-03T08:30",
        "2026-11-06T23:59",
        unit="Văn phòng",
        masked_name="N*** V*** A***",
        proofs=frozenset({proof(b"key", CODE, "3456"), proof(b"key", CODE, "0789")}),
    )
    kept = repr(asdict(dossier))
    for personal in ("Nguyễn", "Văn An", "0905", "3456", "062090", "0789"):
        assert personal not in kept


def test_people_s_own_headings_are_known_too() -> None:
    table = {"Mã hồ sơ": CODE, "Người nộp": "Y Hlan", "Ngày hẹn lại": datetime(2026, 11, 9, 14, 5)}
    dossier = dossier_of(table, READING)
    assert (dossier.masked_name, dossier.apology_due) == ("Y H***", "2026-11-09T14:05")
    assert (dossier.state, dossier.received, dossier.proofs) == (None, "", frozenset())


def test_a_hall_chooses_which_number_is_the_second_factor() -> None:
    by_phone = dossier_of(RECORD, Reading(b"key", factors=("phone",)))
    assert by_phone.proofs == frozenset({proof(b"key", CODE, "3456")})


def test_short_numbers_prove_nothing() -> None:
    assert dossier_of({"MaHoSo": CODE, "SoDienThoai": "123"}, READING).proofs == frozenset()


@pytest.mark.parametrize(
    ("field", "value"), [("MaHoSo", "Nguyễn Văn An"), ("NgayTiepNhan", "Nguyễn Văn An")]
)
def test_a_fault_names_the_field_and_never_the_value(field: str, value: str) -> None:
    with pytest.raises(BadDossier) as raised:
        dossier_of(RECORD | {field: value}, READING)
    assert "Nguyễn" not in str(raised.value)


def test_all_faults_are_told_and_none_is_half_read() -> None:
    with pytest.raises(BadRecords) as raised:
        dossiers_of([("row 2", {}), ("row 3", RECORD), ("row 4", {})], READING)
    assert [fault.place for fault in raised.value.faults] == ["row 2", "row 4"]
    assert [each.code for each in dossiers_of([("row 3", RECORD)], READING)] == [CODE]


def test_names_are_masked_word_by_word() -> None:
    assert masked("  Trần   Thị B ") == "T*** T*** B"
    assert masked("") == ""
