"""Records in the shape of the national portal: its tables run together. All are invented."""

import unicodedata

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
from shared.catalog.reading.national import (
    SOURCE_NAME,
    basis_of,
    cases_of,
    procedure_of,
    results_of,
    ways_of,
)

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
PAPERS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


def test_a_record_becomes_a_procedure() -> None:
    record = {
        "ma_thu_tuc": "9.000001",
        "ten_thu_tuc": unicodedata.normalize("NFD", "Đăng ký  thả diều"),
        "so_quyet_dinh": "12/QĐ-BTD",
        "cap_thuc_hien": "Cấp bộ, Cấp xã, Cơ quan khác",
        "linh_vuc": "Diều",
        "doi_tuong_thuc_hien": "Công dân Việt Nam, Tổ chức (không gồm hội, đoàn)",
        "trinh_tu_thuc_hien": "Bước 1: nộp.\n\n  Bước 2: nhận.",
        "cach_thuc_thuc_hien": HEAD + "Trực tiếp2 NgàyMiễn phí",
        "thanh_phan_ho_so": "--" + PAPERS + "Đơn1 bản chính",
        "ket_qua_xu_ly": "Giấy phépMã: KQ.G99.000001Từ khóaKhông có thông tin",
        "can_cu_phap_ly": "Không có thông tin",
        "yeu_cau_dieu_kien": "Không",
        "co_quan_thuc_hien": "",
        "co_quan_co_tham_quyen": "Ủy ban nhân dân xã",
        "detail_url": "https://example.org/1",
    }
    assert procedure_of(record, "2026-06-30") == Procedure(
        code="9.000001",
        name="Đăng ký thả diều",
        field="Diều",
        levels=("ministry", "commune", "other"),
        decision="12/QĐ-BTD",
        applicants=("Công dân Việt Nam", "Tổ chức (không gồm hội, đoàn)"),
        steps="Bước 1: nộp.\nBước 2: nhận.",
        ways=(Way("in_person", Time("2 Ngày", 2, "day"), (Fee("Miễn phí", 0),)),),
        cases=(Case("", (Document("Đơn", 1, 0),)),),
        results=(Result("Giấy phép", "KQ.G99.000001"),),
        agency="Ủy ban nhân dân xã",
        source=Source(SOURCE_NAME, "https://example.org/1", "2026-06-30"),
    )


def test_an_empty_record_is_an_empty_procedure() -> None:
    assert procedure_of({}, "") == Procedure("", "", source=Source(SOURCE_NAME))


def test_ways_are_told_apart_though_nothing_stands_between() -> None:
    text = (
        HEAD + "Trực tuyến3 Ngày làm việc10,000 Việt Nam Đồng(Theo mục (1))Nộp Trực tuyến qua cổng."
        "Dịch vụ bưu chính1Miễn phíTrực tiếp120,000 VNĐTrực tiếpKhông có thông tin"
        "Không có thông tinTại quầy"
    )
    assert ways_of(text) == (
        Way(
            "online",
            Time("3 Ngày làm việc", 3, "working_day"),
            (Fee("10,000 Việt Nam Đồng (Theo mục (1))", 10_000),),
            "Nộp Trực tuyến qua cổng.",
        ),
        Way("post", Time("1", 1), (Fee("Miễn phí", 0),)),
        Way("in_person", Time("1", 1), (Fee("20,000 VNĐ", 20_000),)),
        Way("in_person", note="Tại quầy"),
    )


def test_a_bracket_that_never_closes_is_all_note() -> None:
    (way,) = ways_of("Trực tiếp2 GiờMiễn phí(chưa rõ (xem sau)")
    assert way.fees == (Fee("Miễn phí (chưa rõ (xem sau)", 0),)


def test_ways_in_free_words_stay_words() -> None:
    assert ways_of(HEAD + "Nộp tại đình làng") == (Way("in_person", note="Nộp tại đình làng"),)
    assert ways_of(HEAD) == ways_of("") == ()


def test_papers_come_by_case_with_counts_and_forms() -> None:
    text = (
        "* Giấy tờ phải nộp:" + PAPERS + "- Đơn theo mẫuMau 1.2 (don).docx1 bản chính"
        "Ảnh;2. Anh mau.pdf0 bản chính,2 bản saoGiấy khác3 bản sao"
        "* Giấy tờ phải xuất trình:" + PAPERS + "Thẻ căn cước1 bản chínhLời nhắc0 bản chính"
    )
    assert cases_of(text) == (
        Case(
            "Giấy tờ phải nộp",
            (
                Document("Đơn theo mẫu", 1, 0, (Form("Mau 1.2 (don).docx"),)),
                Document("Ảnh;", 0, 2, (Form("2. Anh mau.pdf"),)),
                Document("Giấy khác", 0, 3),
            ),
        ),
        Case(
            "Giấy tờ phải xuất trình",
            (
                Document("Thẻ căn cước", 1, 0, shown_only=True),
                Document("Lời nhắc", 0, 0, shown_only=True),
            ),
        ),
    )


def test_papers_without_counts_or_table_are_kept_too() -> None:
    assert cases_of("--" + PAPERS + "Đơn tự viết") == (Case("", (Document("Đơn tự viết"),)),)
    assert cases_of("Mang theo đơn") == (Case("", (Document("Mang theo đơn"),)),)
    assert cases_of("--" + PAPERS) == cases_of("--" + PAPERS + "1 bản chính") == cases_of("") == ()


def test_results_lose_the_search_form_of_the_portal() -> None:
    text = "Giấy phépMã: KQ.G99.000001- Văn bản từ chốiMã: abcTừ khóaKhông có thông tinMô tả"
    assert results_of(text) == (
        Result("Giấy phép", "KQ.G99.000001"),
        Result("- Văn bản từ chối", "abc"),
    )
    assert results_of("Giấy phépChọn cơ quan thực hiện") == (Result("Giấy phép"),)
    assert results_of("") == ()


def test_each_row_of_the_legal_basis_ends_with_its_number() -> None:
    text = (
        "Tên văn bản pháp lýMã văn bảnLuật 12/2020/QH1412/2020/QH14Nghị định số 5/2025/NĐ-CP ngày "
        "1/6/2025 về diều5/2025/NĐ-CPThông tư6/2025/TT-BTDQuyết định490/QĐ-BTDLuật Gió"
    )
    assert basis_of(text) == (
        LegalBasis("Luật 12/2020/QH14", "12/2020/QH14"),
        LegalBasis("Nghị định số 5/2025/NĐ-CP ngày 1/6/2025 về diều", "5/2025/NĐ-CP"),
        LegalBasis("Thông tư", "6/2025/TT-BTD"),
        LegalBasis("Quyết định", "490/QĐ-BTD"),
        LegalBasis("Luật Gió"),
    )
    assert basis_of("") == ()
