"""What a citizen reads about one procedure."""

import pytest

from shared.catalog.page import Checklist, Paper, page
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
from shared.catalog.search_command import read_catalog
from shared.i18n import Words

VI, EN = Words("vi"), Words("en")
TODAY = "2026-11-26"
FULL = Procedure(
    "1.000001",
    "Cấp giấy phép thả diều",
    {"vi": "Thả diều", "en": "Kites"},
    "Diều",
    ("commune",),
    "12/QĐ-UBND",
    ("Công dân",),
    "Bước 1\nBước 2",
    (Way("in_person", Time("3 ngày làm việc", 3, "working_day"), (Fee("Miễn phí", 0),), "Quầy 1"),),
    (
        Case(
            "Lần đầu",
            (
                Document("Đơn", 1, 2, (Form("don.docx"),)),
                Document("Thẻ căn cước", 1, 0, shown_only=True),
                Document("Ảnh"),
                Document("Đến sớm", 0, 0),
            ),
        ),
    ),
    (Result("Giấy phép"), Result("Dải đeo")),
    (LegalBasis("Luật Gió", "1/2020/QH14"), LegalBasis("Nghị định 2/2021", "2/2021")),
    "Trời gió\nTrời nắng",
    "Ủy ban nhân dân xã",
    "Không thả gần dây điện",
    source=Source("Cổng quốc gia", "https://example.org/1", "2026-06-30"),
)


def with_ways(*ways: Way) -> Procedure:
    return Procedure("1.000001", "Thả diều", ways=ways)


def test_a_page_has_papers_time_and_fee_first_and_its_source_last() -> None:
    shown = page(FULL, VI, TODAY)
    assert (shown.title, shown.official_name) == ("Thả diều", "Cấp giấy phép thả diều")
    assert shown.checklists == (
        Checklist(
            "Lần đầu",
            (
                Paper("Đơn", "1 bản chính, 2 bản sao", ("don.docx",)),
                Paper("Thẻ căn cước", "mang theo để xuất trình"),
                Paper("Ảnh"),
            ),
            ("Đến sớm",),
        ),
    )
    assert (shown.times, shown.fees) == (("3 ngày làm việc",), ("Miễn phí",))
    assert (shown.result, shown.note) == ("Giấy phép; Dải đeo", "Không thả gần dây điện")
    assert (shown.steps, shown.conditions) == (("Bước 1", "Bước 2"), ("Trời gió", "Trời nắng"))
    assert shown.ways == ("Nộp tại quầy: Quầy 1",)
    assert shown.legal_basis == ("Luật Gió (1/2020/QH14)", "Nghị định 2/2021")
    assert shown.doubts == ()
    assert shown.source == (
        "Nguồn: Cổng quốc gia",
        "Quyết định công bố: 12/QĐ-UBND",
        "Lấy ngày 30/06/2026",
    )
    assert (shown.agency, shown.address) == ("Ủy ban nhân dân xã", "https://example.org/1")
    assert (shown.applicants, shown.field) == (("Công dân",), "Diều")


def test_in_english_what_is_certain_is_english() -> None:
    shown = page(FULL, EN, TODAY)
    assert shown.title == "Kites"
    assert (shown.times, shown.fees) == (("3 working days",), ("Free of charge",))
    assert shown.checklists[0].papers[0].count == "1 original, 2 copies"


def test_what_is_not_known_is_asked_of_the_staff() -> None:
    shown = page(Procedure("1.000001", "Thả diều"), VI, TODAY)
    assert shown.times == ("Thời hạn: xin hỏi cán bộ",)
    assert shown.fees == ("Phí, lệ phí: xin hỏi cán bộ",)
    assert (shown.source, shown.legal_basis) == ((), ())


def test_a_number_without_its_unit_is_no_time() -> None:
    procedure = with_ways(Way("online", Time("1", 1)), Way("post"))
    assert page(procedure, VI, TODAY).times == ("Thời hạn: xin hỏi cán bộ",)


def test_words_that_tell_more_than_the_number_are_shown() -> None:
    procedure = with_ways(Way("online", Time("1 ngày, nhận sau 15 giờ thì ngày sau", 1, "day")))
    assert page(procedure, VI, TODAY).times == ("1 ngày, nhận sau 15 giờ thì ngày sau",)
    assert page(procedure, EN, TODAY).times == ("1 day",)
    only_words = with_ways(Way("online", Time("Trong ngày")))
    assert page(only_words, EN, TODAY).times == ("Trong ngày",)


def test_ways_that_differ_are_told_apart() -> None:
    procedure = with_ways(
        Way("in_person", Time("7 Ngày", 7, "day"), (Fee("20.000 đồng", 20_000),)),
        Way("online", Time("7 Ngày", 7, "day"), (Fee("10.000 đồng", 10_000),)),
        Way("online", Time("7 Ngày", 7, "day"), (Fee("10.000 đồng", 10_000),)),
    )
    shown = page(procedure, VI, TODAY)
    assert shown.times == ("7 ngày",)
    assert shown.fees == ("Nộp tại quầy: 20.000 đồng", "Nộp trực tuyến: 10.000 đồng")
    assert page(procedure, EN, TODAY).fees == ("At the counter: 20,000 đồng", "Online: 10,000 đồng")
    assert shown.ways == ("Nộp tại quầy", "Nộp trực tuyến", "Nộp trực tuyến")


@pytest.mark.parametrize(
    ("today", "fees"),
    [
        ("2026-12-31", ("25,000 đồng until 31/12/2026",)),
        ("2027-01-01", ("50,000 đồng",)),
        ("2025-06-30", ("Fee: please ask the staff",)),
    ],
)
def test_a_fee_holds_only_in_its_days(today: str, fees: tuple[str, ...]) -> None:
    procedure = with_ways(
        Way(
            "in_person",
            fees=(
                Fee("25.000 đồng", 25_000, "2025-07-01", "2026-12-31"),
                Fee("50.000 đồng", 50_000, "2027-01-01"),
            ),
        )
    )
    assert page(procedure, EN, today).fees == fees


def test_a_fee_without_an_amount_keeps_its_words() -> None:
    procedure = with_ways(Way("in_person", fees=(Fee("Theo mức của tỉnh"),)))
    assert page(procedure, EN, TODAY).fees == ("Theo mức của tỉnh",)


def test_doubts_are_said_openly() -> None:
    partly = Procedure(
        "1", "Thả diều", levels=("province",), valid_to="2026-11-25",
        source=Source("x", confidence="partly"),
    )  # fmt: skip
    doubts = page(partly, VI, TODAY).doubts
    assert [doubt.split(".")[0] for doubt in doubts] == [
        "Một số chi tiết chưa được đối chiếu",
        "Thủ tục này có thể không còn áp dụng",
        "Thủ tục này do cấp khác giải quyết: cơ quan có thẩm quyền",
    ]
    doubtful = Procedure("1", "Thả diều", source=Source("x", confidence="doubtful"))
    assert len(page(doubtful, EN, TODAY).doubts) == 1
    assert page(partly, VI, "2026-11-25", "province").doubts == doubts[:1]


@pytest.mark.parametrize("words", [VI, EN])
def test_every_page_of_the_sample_catalogue_can_be_read(words: Words) -> None:
    for procedure in read_catalog(None).procedures:
        shown = page(procedure, words, TODAY)
        assert shown.checklists[0].papers, procedure.code
        assert shown.times[0], procedure.code
        assert shown.fees[0], procedure.code
        assert len(shown.title) <= 70, procedure.code
        assert len(shown.source) >= 2, procedure.code
