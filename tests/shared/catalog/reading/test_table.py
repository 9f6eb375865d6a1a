"""Rows of a hall's own table."""

import pytest

from shared.catalog.procedure import (
    Case,
    Document,
    Fee,
    LegalBasis,
    Procedure,
    Result,
    Source,
    Time,
    Way,
)
from shared.catalog.reading.table import COLUMNS, BadRow, column_key, procedure_of_row

ROW = {"code": "1.000001", "name": "Đăng ký thả diều"}


def row(**cells: object) -> Procedure:
    return procedure_of_row(ROW | cells, "2026-06-30")


def test_a_full_row_becomes_a_procedure() -> None:
    procedure = row(
        short_name="Thả diều",
        short_name_en="Kites",
        field="Diều",
        level="Xã, tỉnh",
        applicants="Công dân\nTổ chức",
        processing_text="3 ngày làm việc",
        fee_text="20.000 đồng",
        fee_valid_to="2026-12-31",
        documents=["Đơn", " Ảnh  4x6 ", ""],
        steps=["Nộp", "Nhận"],
        result="Giấy phép",
        legal_basis="Luật Gió; Nghị định Diều",
        aliases="diều; chơi diều",
        former_codes="9.000001",
        valid_from="2026-01-01 00:00:00",
        source="Quyết định 1",
        source_url="https://example.org",
        read_on="2026-05-01",
        confidence="partly",
    )
    time = Time("3 ngày làm việc", 3, "working_day")
    assert procedure == Procedure(
        "1.000001",
        "Đăng ký thả diều",
        {"vi": "Thả diều", "en": "Kites"},
        "Diều",
        ("commune", "province"),
        applicants=("Công dân", "Tổ chức"),
        steps="Nộp\nNhận",
        ways=(Way("in_person", time, (Fee("20.000 đồng", 20_000, "", "2026-12-31"),)),),
        cases=(Case("", (Document("Đơn"), Document("Ảnh 4x6"))),),
        results=(Result("Giấy phép"),),
        legal_basis=(LegalBasis("Luật Gió"), LegalBasis("Nghị định Diều")),
        aliases=("diều", "chơi diều"),
        former_codes=("9.000001",),
        valid_from="2026-01-01",
        source=Source("Quyết định 1", "https://example.org", "2026-05-01", "partly"),
    )


def test_a_short_row_is_enough() -> None:
    assert row() == Procedure("1.000001", "Đăng ký thả diều", source=Source("", "", "2026-06-30"))


@pytest.mark.parametrize(
    ("cells", "time"),
    [
        ({"processing_days": 2}, Time("2 ngày làm việc", 2, "working_day")),
        ({"processing_days": 2.0, "processing_text": "Nhanh"}, Time("Nhanh", 2, "working_day")),
        ({"processing_days": "3", "processing_text": "5 ngày"}, Time("5 ngày", 5, "day")),
    ],
)
def test_days_help_where_the_words_do_not_tell(cells: dict[str, object], time: Time) -> None:
    assert row(**cells).ways[0].time == time


@pytest.mark.parametrize(
    ("cells", "fee"),
    [
        ({"fee_vnd": 0, "fee_text": "Miễn"}, Fee("Miễn", 0)),
        ({"fee_vnd": "150.000"}, Fee("150.000 đồng", 150_000)),
        ({"fee_text": "Theo tỉnh"}, Fee("Theo tỉnh")),
    ],
)
def test_fees_come_from_words_and_figures(cells: dict[str, object], fee: Fee) -> None:
    assert row(**cells).ways[0].fees == (fee,)


def test_a_time_alone_has_no_fee() -> None:
    assert row(processing_days=1, fee_vnd="").ways[0].fees == ()


@pytest.mark.parametrize(
    ("level", "levels"),
    [("Cấp huyện", ("commune",)), ("tỉnh, Tỉnh", ("province",)), ("làng", ("other",)), ("", ())],
)
def test_levels_are_read_in_any_words(level: str, levels: tuple[str, ...]) -> None:
    assert row(level=level).levels == levels


def test_where_a_level_is_today_counts() -> None:
    assert row(level="district", level_now="province").levels == ("province",)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"fee_vnd": "free"}, "fee_vnd: 'free' is not a number"),
        ({"valid_to": "31/12/2026"}, "valid_to: '31/12/2026' is not a day"),
        ({"confidence": "maybe"}, "confidence: 'maybe' is not one of"),
    ],
)
def test_bad_cells_are_refused(cells: dict[str, object], told: str) -> None:
    with pytest.raises(BadRow, match=told):
        row(**cells)


def test_truth_is_no_number() -> None:
    assert row(fee_vnd=True, fee_text="x").ways[0].fees == (Fee("x"),)


def test_columns_are_known_by_key_and_by_heading() -> None:
    for column in COLUMNS:
        assert column_key(column.key) == column_key(column.heading.upper()) == column.key
    assert column_key("ma thu tuc") == "code"
    assert column_key("Ghi chú khác") == "ghi_chu_khac"
