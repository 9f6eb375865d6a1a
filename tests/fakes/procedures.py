"""A small catalogue in the shape of the national records; nothing of it is copied from there."""

from shared.catalog.catalog import Catalog, catalog_of
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
from tests.fakes.halls import MONDAY_8_AM

SOURCE = Source("Cơ sở dữ liệu quốc gia", "https://example.vn/thu-tuc/1.001193", "2026-06-30")

BIRTH_PROCEDURE = Procedure(
    code="1.001193",
    name="Thủ tục đăng ký khai sinh",
    short_names={"vi": "Đăng ký khai sinh", "en": "Birth registration"},
    field="Hộ tịch",
    levels=("commune",),
    decision="163/QĐ-BTP",
    applicants=("Công dân Việt Nam", "Người nước ngoài"),
    steps="Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
    ways=(
        Way("online", Time("3 ngày làm việc", 3, "working_day"), (Fee("", 8000),)),
        Way(
            "in_person",
            Time("", 1, "working_day"),
            (Fee("Miễn phí nếu đúng hạn", 0), Fee("Cũ", 5000, valid_to="2026-01-01")),
            note="Nhận sau 15 giờ thì trả ngày làm việc tiếp theo.",
        ),
    ),
    cases=(
        Case(
            "Trẻ sinh tại cơ sở y tế",
            (
                Document("Giấy chứng sinh", 1, 0),
                Document("Tờ khai đăng ký khai sinh", 1, 2, (Form("Mẫu TKKS.doc"),)),
                Document("Thẻ căn cước của người đi đăng ký", shown_only=True),
            ),
        ),
        Case("", (Document("Văn bản của người làm chứng"),)),
    ),
    results=(Result("Giấy khai sinh", "KQ.G15.000012"),),
    legal_basis=(LegalBasis("Luật Hộ tịch", "60/2014/QH13"),),
    conditions="Trong 60 ngày kể từ ngày sinh.",
    agency="Ủy ban nhân dân cấp xã",
    note="Có thể làm cùng thẻ bảo hiểm y tế.",
    source=SOURCE,
)
LONG_NAME = (
    "Thủ tục cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh, chứng thực bản sao từ bản "
    "chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận"
)
COPY_PROCEDURE = Procedure(
    code="2.000815",
    name=LONG_NAME,
    field="Chứng thực",
    ways=(Way("in_person", Time("Trong ngày, hoặc hẹn ngày trả nếu hồ sơ phức tạp, số lượng nhiều"),
              (Fee("2.000 đồng một trang; từ trang thứ ba 1.000 đồng", 2000),)),),
    cases=(Case("", (Document("Bản chính và bản sao cần chứng thực", 1, 1),)),),
    source=Source("Sở Tư pháp", confidence="partly"),
)  # fmt: skip
BARE_PROCEDURE = Procedure("1.012812", "Hòa giải tranh chấp đất đai", field="Đất đai")


def small_catalog() -> Catalog:
    """Return a dozen procedures, three of them with something to read."""
    others = tuple(
        Procedure(f"3.{number:06d}", f"Thủ tục cấp giấy phép số {number}", field="Giấy phép")
        for number in range(9)
    )
    return catalog_of((BIRTH_PROCEDURE, COPY_PROCEDURE, BARE_PROCEDURE, *others), MONDAY_8_AM)
