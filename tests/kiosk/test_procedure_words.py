"""What a procedure's page says at the kiosk, on the screen and on paper."""

from dataclasses import replace

from immutables import Map

from kiosk import procedure_words as said
from shared.catalog.page import Page, page
from shared.catalog.procedure import Procedure
from shared.domain.plan import Plan
from shared.i18n import Words
from tests.fakes.halls import BIRTH, COPIES, LAND, small_plan
from tests.fakes.procedures import BARE_PROCEDURE, BIRTH_PROCEDURE, COPY_PROCEDURE, LONG_NAME

VI, EN = Words("vi"), Words("en")
TODAY = "2026-11-23"


def plan_with(**procedures: tuple[str, ...]) -> Plan:
    """Return the small hall whose services are for these procedures."""
    plan = small_plan()
    services = {
        id_: replace(each, procedures=procedures.get(id_, ()))
        for id_, each in plan.services.items()
    }
    return replace(plan, services=services)


def page_of(procedure: Procedure, words: Words = VI) -> Page:
    return page(procedure, words, TODAY)


def fact(name: str, procedure: Procedure, plan: Plan | None = None) -> str:
    facts = said.facts(page_of(procedure), said.services(procedure, plan), plan, VI)
    return next(each["text"] for each in facts if each["id"] == name)


def test_the_official_name_stands_below_if_it_says_more() -> None:
    assert said.official_name(page_of(BIRTH_PROCEDURE)) == ""
    assert said.official_name(page_of(BIRTH_PROCEDURE, EN)) == "Thủ tục đăng ký khai sinh"
    assert said.official_name(page_of(COPY_PROCEDURE)) == LONG_NAME


def test_time_and_fee_are_what_the_page_says() -> None:
    assert "3 ngày làm việc" in fact("time", BIRTH_PROCEDURE)
    assert "Miễn phí nếu đúng hạn" in fact("fee", BIRTH_PROCEDURE)
    assert fact("fee", BARE_PROCEDURE) == "Phí, lệ phí: xin hỏi cán bộ"


def test_counters_are_those_that_serve_it() -> None:
    plan = plan_with(birth=("1.001193",), land=("Đất đai",))
    assert said.services(BIRTH_PROCEDURE, plan) == [BIRTH]
    assert fact("counter", BIRTH_PROCEDURE, plan) == "Quầy 1, 2"
    assert fact("counter", BARE_PROCEDURE, plan) == "Quầy 3"
    assert said.services(COPY_PROCEDURE, plan) == []
    unserved = replace(plan, counters=Map())
    assert fact("counter", BIRTH_PROCEDURE, unserved) == "Xin hỏi tại quầy"
    assert fact("counter", BIRTH_PROCEDURE, None) == "Xin hỏi tại quầy"


def test_a_code_stands_before_a_field() -> None:
    plan = plan_with(birth=("Hộ tịch",), copies=("Hộ tịch", "1.001193"), land=("Hộ tịch",))
    assert said.services(BIRTH_PROCEDURE, plan) == [COPIES]
    plan = plan_with(birth=("Hộ tịch",), land=("Hộ tịch",))
    assert said.services(BIRTH_PROCEDURE, plan) == [BIRTH, LAND]
    assert said.service_names([BIRTH], plan, VI) == [{"id": "birth", "name": "Khai sinh"}]


def test_papers_are_those_of_the_case() -> None:
    birth = page_of(BIRTH_PROCEDURE)
    assert said.cases(birth, VI) == ["Trẻ sinh tại cơ sở y tế", "Trường hợp 2"]
    assert said.papers(birth, 0).papers[0].name == "Giấy chứng sinh"
    assert said.papers(birth, 9).papers[0].name == "Văn bản của người làm chứng"
    assert said.papers(page_of(BARE_PROCEDURE), 0).papers == ()
    assert said.cases(page_of(COPY_PROCEDURE), VI) == []


def test_the_rest_has_titles_and_leaves_out_what_is_not_there() -> None:
    sections = {each["title"]: each["text"] for each in said.sections(page_of(BIRTH_PROCEDURE), VI)}
    assert list(sections) == [
        "Kết quả nhận được", "Lưu ý", "Cách nộp", "Các bước", "Mẫu đơn, tờ khai",
        "Yêu cầu, điều kiện", "Ai được làm", "Cơ quan thực hiện", "Căn cứ pháp lý",
    ]  # fmt: skip
    assert sections["Mẫu đơn, tờ khai"] == "Mẫu TKKS.doc"
    assert said.sections(page_of(BARE_PROCEDURE), VI) == []


def test_every_page_says_where_it_is_from() -> None:
    known = said.source(page_of(BIRTH_PROCEDURE), VI)
    assert known.startswith("Mã thủ tục 1.001193. Nguồn: Cơ sở dữ liệu quốc gia")
    assert "30/06/2026" in known


def test_the_paper_says_the_same() -> None:
    plan = plan_with(birth=("1.001193",))
    paper = said.on_paper(page_of(BIRTH_PROCEDURE), 0, [BIRTH], plan, VI)
    assert (paper.title, paper.case) == ("Đăng ký khai sinh", "Trẻ sinh tại cơ sở y tế")
    assert paper.facts[2] == ("Nộp tại", "Quầy 1, 2")
    assert paper.papers[0] == ("Giấy chứng sinh", "1 bản chính")
    assert paper.qr == BIRTH_PROCEDURE.source.url
    doubtful = said.on_paper(page_of(COPY_PROCEDURE), 0, [], plan, VI)
    assert doubtful.case == ""
    assert "Xin hỏi cán bộ" in doubtful.source
