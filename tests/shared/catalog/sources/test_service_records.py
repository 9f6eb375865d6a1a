"""Procedures as the national service tells them. All are invented."""

from shared.catalog.procedure import (
    Case,
    Document,
    Fee,
    Form,
    LegalBasis,
    Procedure,
    Result,
    Source,
    Time,
    Way,
)
from shared.catalog.reading.national import SOURCE_NAME
from shared.catalog.sources.service_records import procedure_of_service

RECORD = {
    "MATTHC": "1.000001",
    "TENTTHC": "Thả  diều",
    "LINHVUCTHUCHIEN": [{"MALINHVUC": "D", "TENLINHVUC": "Diều"}],
    "CAPTHUCHIEN": [{"TENCAPTHUCHIEN": "Cấp xã"}, {"TENCAPTHUCHIEN": "Khác"}],
    "SOQUYETDINH": "12/QĐ",
    "MOTADOITUONGTHUCHIEN": "Công dân, Tổ chức",
    "TRINHTUTHUCHIEN": [{"TRUONGHOP": "Lần đầu", "TRINHTU": [{"TENTRINHTU": "Bước 1"}]}],
    "CACHTHUCTHUCHIEN": [
        {
            "KENH": 2,
            "THOIGIAN": {
                "THOIGIANGIAIQUYET": 3,
                "DONVITINH": "Ngày làm việc",
                "MOTA": "Qua cổng",
                "PHILEPHI": [{"SOTIEN": "20000", "DONVI": "Đồng", "MOTA": "mỗi lần"}],
            },
        },
        {"KENH": "9", "THOIGIAN": [{}]},
    ],
    "THANHPHANHOSO": [
        {
            "TRUONGHOP": "",
            "GIAYTO": [
                {"TENGIAYTO": "Đơn", "TENMAUDON": "don.docx", "URL": "https://example.org/don",
                 "SOBANCHINH": "1", "SOBANSAO": "x"},
                {"TENMAUDON": "Ảnh"},
            ],
        }
    ],
    "KETQUATHUCHIEN": [{"MAKETQUA": "KQ.G99.000001", "TENKETQUA": "Giấy phép"}],
    "CANCUPHAPLY": [{"SOVANBAN": "1/2020/QH14", "TENVANBAN": "Luật Gió"}],
    "YEUCAU": "Trời gió",
    "COQUANTHUCHIEN": [{"TENDONVI": "UBND xã"}, {"TENDONVI": "Đội diều"}],
}  # fmt: skip


def test_a_record_becomes_a_procedure() -> None:
    assert procedure_of_service(RECORD, "2026-06-30") == Procedure(
        "1.000001",
        "Thả diều",
        field="Diều",
        levels=("commune", "other"),
        decision="12/QĐ",
        applicants=("Công dân", "Tổ chức"),
        steps="Lần đầu\nBước 1",
        ways=(
            Way(
                "online",
                Time("3 Ngày làm việc", 3, "working_day"),
                (Fee("20000 Đồng (mỗi lần)", 20_000),),
                "Qua cổng",
            ),
            Way("in_person"),
        ),
        cases=(
            Case(
                "",
                (
                    Document("Đơn", 1, None, (Form("don.docx", "https://example.org/don"),)),
                    Document("Ảnh", forms=(Form("Ảnh"),)),
                ),
            ),
        ),
        results=(Result("Giấy phép", "KQ.G99.000001"),),
        legal_basis=(LegalBasis("Luật Gió", "1/2020/QH14"),),
        conditions="Trời gió",
        agency="UBND xã, Đội diều",
        source=Source(SOURCE_NAME, read_on="2026-06-30"),
    )


def test_what_has_another_shape_is_left_empty() -> None:
    odd = {"MATTHC": ["1"], "TRINHTUTHUCHIEN": "Bước 1", "THANHPHANHOSO": [5], "YEUCAU": None}
    empty = Procedure("", "", source=Source(SOURCE_NAME, read_on="2026-06-30"))
    assert procedure_of_service(odd, "2026-06-30") == empty
