"""A row of a hall's own table becomes a procedure, whether it stood in JSON, CSV or Excel. PURE.

One row is one procedure, handed in in one way. A hall that needs more (several ways, papers by
case) writes JSON in the shape of shared.catalog.procedure instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shared.catalog.procedure import (
    Case,
    Confidence,
    Document,
    Fee,
    LegalBasis,
    Level,
    Procedure,
    Result,
    Source,
    Time,
    TimeUnit,
    Way,
)
from shared.catalog.reading.amounts import fee_of, time_of
from shared.catalog.search.text import folded, nfc


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name that programs use, the heading of the template, and what goes in."""

    key: str
    heading: str
    hint: str
    example: str = ""


COLUMNS = (
    Column("code", "Mã thủ tục", "Bắt buộc, dạng 1.234567", "1.001193"),
    Column(
        "name", "Tên thủ tục", "Bắt buộc, đúng tên trong quyết định công bố", "Đăng ký khai sinh"
    ),
    Column("short_name", "Tên ngắn", "Tên người dân dễ hiểu, hiện trên màn hình", "Khai sinh"),
    Column("short_name_en", "Tên ngắn tiếng Anh", "Nếu có", "Birth registration"),
    Column("field", "Lĩnh vực", "Ví dụ Hộ tịch", "Hộ tịch"),
    Column("level", "Cấp thực hiện", "xã, tỉnh, bộ; nhiều cấp cách nhau dấu phẩy", "xã"),
    Column("decision", "Quyết định công bố", "Số, ký hiệu quyết định"),
    Column("applicants", "Đối tượng", "Mỗi đối tượng một dòng"),
    Column("processing_text", "Thời hạn", "Ghi cả đơn vị: 3 ngày làm việc", "1 ngày làm việc"),
    Column("processing_days", "Số ngày làm việc", "Chỉ số, nếu có", "1"),
    Column("fee_text", "Phí, lệ phí", "Ghi đủ ai được miễn, giảm", "Miễn lệ phí"),
    Column("fee_vnd", "Số tiền (đồng)", "Chỉ số; 0 là miễn phí; để trống nếu tùy trường hợp", "0"),
    Column("fee_valid_from", "Phí áp dụng từ", "Ngày dạng 2026-01-31"),
    Column("fee_valid_to", "Phí áp dụng đến", "Ngày cuối, dạng 2026-12-31"),
    Column("documents", "Giấy tờ", "Mỗi giấy tờ một dòng", "Giấy chứng sinh"),
    Column("steps", "Trình tự", "Mỗi bước một dòng"),
    Column("conditions", "Điều kiện", "Nếu có"),
    Column("result", "Kết quả", "Giấy tờ nhận được", "Giấy khai sinh"),
    Column("legal_basis", "Căn cứ pháp lý", "Mỗi văn bản một dòng"),
    Column("agency", "Cơ quan thực hiện", "", "Ủy ban nhân dân xã"),
    Column("note", "Lưu ý", "Điều người dân cần biết thêm"),
    Column("aliases", "Cách gọi khác", "Mỗi cách gọi một dòng", "làm giấy khai sinh"),
    Column("former_codes", "Mã cũ", "Mỗi mã một dòng"),
    Column("valid_from", "Hiệu lực từ", "Ngày dạng 2026-01-31"),
    Column("valid_to", "Hiệu lực đến", "Ngày cuối"),
    Column("source", "Nguồn", "Lấy từ đâu", "Quyết định công bố của tỉnh"),
    Column("source_url", "Địa chỉ nguồn", "Địa chỉ trang chính thức"),
    Column("read_on", "Ngày lấy", "Ngày dạng 2026-01-31"),
    Column("confidence", "Độ tin cậy", "published, partly hoặc doubtful", "published"),
)
"""The columns of the template, in its order."""

ALSO_KNOWN = frozenset({"level_now", "documents_confidence"})
"""Further columns that are understood, or rightly passed over."""

_BY_HEADING = {folded(column.heading): column.key for column in COLUMNS}
_LEVELS: dict[str, Level] = {
    "xa": "commune", "commune": "commune", "district": "commune", "huyen": "commune",
    "tinh": "province", "province": "province", "bo": "ministry", "ministry": "ministry",
}  # fmt: skip
_CONFIDENCE: dict[str, Confidence] = {
    "": "published",
    "published": "published",
    "found": "published",
    "partly": "partly",
    "code found, details memory": "partly",
    "doubtful": "doubtful",
    "found-doubtful": "doubtful",
}
_ITEMS = re.compile(r"[\n;]+")


class BadRow(ValueError):
    """A row cannot become a procedure; the text names the column and what is wrong."""


def column_key(heading: str) -> str:
    """Return the key of a column by its heading or key, in any case and with or without marks."""
    plain = folded(nfc(heading))
    return _BY_HEADING.get(plain, plain.replace(" ", "_"))


def procedure_of_row(row: Mapping[str, object], read_on: str) -> Procedure:
    """Return the procedure of a row by column keys; raises BadRow.

    ``read_on`` stands in where the row names no day.
    """
    cell = _Cells(row)
    documents = tuple(Document(name) for name in cell.items("documents"))
    return Procedure(
        code=cell.line("code"),
        name=cell.line("name"),
        short_names=cell.short_names(),
        field=cell.line("field"),
        levels=cell.levels(),
        decision=cell.line("decision"),
        applicants=cell.items("applicants"),
        steps=cell.text("steps"),
        ways=(Way("in_person", cell.time(), cell.fees()),) if cell.says_how() else (),
        cases=(Case("", documents),) if documents else (),
        results=tuple(Result(name) for name in cell.items("result")),
        legal_basis=tuple(LegalBasis(name) for name in cell.items("legal_basis")),
        conditions=cell.text("conditions"),
        agency=cell.line("agency"),
        note=cell.text("note"),
        aliases=cell.items("aliases"),
        former_codes=cell.items("former_codes"),
        valid_from=cell.day("valid_from"),
        valid_to=cell.day("valid_to"),
        source=Source(
            cell.line("source"),
            cell.line("source_url"),
            cell.day("read_on") or read_on,
            cell.confidence(),
        ),
    )


class _Cells:
    """The cells of a row: texts in NFC, lists from lines or semicolons, numbers and days."""

    def __init__(self, row: Mapping[str, object]) -> None:
        self._row = row

    def text(self, key: str) -> str:
        value = self._row.get(key)
        if isinstance(value, list):
            return "\n".join(nfc(str(each)) for each in value)
        return "" if value is None else "\n".join(nfc(line) for line in str(value).splitlines())

    def line(self, key: str) -> str:
        return nfc(self.text(key))

    def items(self, key: str) -> tuple[str, ...]:
        value = self._row.get(key)
        parts = value if isinstance(value, list) else _ITEMS.split(self.text(key))
        return tuple(item for item in (nfc(str(part)) for part in parts) if item)

    def number(self, key: str) -> int | None:
        value = self._row.get(key)
        if value is None or isinstance(value, bool) or value == "":
            return None
        digits = re.sub(r"[\s.,]", "", str(value)) if isinstance(value, str) else f"{value:.0f}"
        if not digits.isdecimal():
            raise BadRow(f"{key}: {value!r} is not a number")
        return int(digits)

    def day(self, key: str) -> str:
        value = self.line(key)[:10]
        if value and not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", value):
            raise BadRow(f"{key}: {value!r} is not a day like 2026-01-31")
        return value

    def short_names(self) -> dict[str, str]:
        names = {"vi": self.line("short_name"), "en": self.line("short_name_en")}
        return {language: name for language, name in names.items() if name}

    def levels(self) -> tuple[Level, ...]:
        named = self.line("level_now") or self.line("level")
        parts = [folded(part).removeprefix("cap").strip() for part in named.split(",")]
        return tuple(dict.fromkeys(_LEVELS.get(part, "other") for part in parts if part))

    def says_how(self) -> bool:
        keys = ("processing_text", "processing_days", "fee_text", "fee_vnd")
        return any(self.text(key) for key in keys)

    def time(self) -> Time:
        text, days = self.line("processing_text"), self.number("processing_days")
        told = time_of(text)
        if days is None or told.count is not None:
            return told
        unit: TimeUnit = "working_day"
        return Time(text or f"{days} ngày làm việc", days, unit)

    def fees(self) -> tuple[Fee, ...]:
        text, amount = self.line("fee_text"), self.number("fee_vnd")
        span = self.day("fee_valid_from"), self.day("fee_valid_to")
        told = fee_of(text)
        if amount is None and not told:
            return ()
        amount = told[0].amount_vnd if amount is None else amount
        return (Fee(text or f"{amount:,} đồng".replace(",", "."), amount, *span),)

    def confidence(self) -> Confidence:
        word = self.line("confidence")
        if word not in _CONFIDENCE:
            raise BadRow(f"confidence: {word!r} is not one of published, partly, doubtful")
        return _CONFIDENCE[word]
