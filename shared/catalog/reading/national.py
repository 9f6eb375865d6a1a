"""A record of the national database, as its portal publishes it, becomes a procedure. PURE.

The portal's tables arrive as running text: cells and rows stand together without a gap. What can
be told apart with certainty is; the rest stays as text. The field names are the portal's, as in
``ma_thu_tuc`` (code), ``cach_thuc_thuc_hien`` (ways), ``thanh_phan_ho_so`` (papers).
"""

import re
from collections.abc import Mapping

from shared.catalog.procedure import (
    Case,
    Document,
    Form,
    LegalBasis,
    Level,
    Procedure,
    Result,
    Source,
    Way,
    WayKind,
)
from shared.catalog.reading.amounts import fee_of, time_of
from shared.catalog.search.text import nfc

CODE_FIELD = "ma_thu_tuc"
SOURCE_NAME = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
NOTHING = frozenset({"", "--", "không", "không có", "không có thông tin"})

_LEVELS: dict[str, Level] = {"Cấp bộ": "ministry", "Cấp tỉnh": "province", "Cấp xã": "commune"}
_KINDS: dict[str, WayKind] = {
    "Trực tuyến": "online",
    "Dịch vụ bưu chính": "post",
    "Trực tiếp": "in_person",
}
_MONEY = r"\d{1,3}(?:[,.]\d{3})*\s?(?:VNĐ|Việt Nam Đồng|Đồng|USD)"
_FEE = rf"(?:Miễn phí|Không có thông tin|{_MONEY})"
_WAY = re.compile(
    r"(Trực tuyến|Dịch vụ bưu chính|Trực tiếp)"
    r"(\d+(?:[.,]\d+)?\s(?:Ngày làm việc|Ngày|Giờ|Tháng|Năm)"
    rf"|\d{{1,3}}?(?={_FEE})|Không có thông tin|Không quy định|Không)"
    rf"({_FEE})"
)
_WAYS_HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
_PAPERS_HEAD = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
_COUNTS = re.compile(r"(\d+) bản chính(?:,(\d+) bản sao)?|(?<=\D)(\d+) bản sao")
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_FORM = re.compile(rf"(?<=[{_SMALL}.;:)”])([A-ZĐ\d][^;:]{{0,120}}?\.(?:docx?|pdf|xlsx?|rtf))$")
"""A file's name stands at the end, and begins right behind a small letter or a stop."""
_SHOWN = re.compile(r"xuất trình", re.IGNORECASE)
_BASIS_HEAD = "Tên văn bản pháp lýMã văn bản"
_LETTERS = rf"(?:[A-ZĐ](?![{_SMALL}]|$)|[A-ZĐ](?=ngày|$))+"
_NUMBER = re.compile(
    rf"\d{{1,4}}(?:\.\d)?/(?:\d{{4}}/(?:QH\d{{2}}|UBTVQH\d{{2}}|{_LETTERS}(?:[-/]{_LETTERS})*)|QĐ-{_LETTERS})"
)
_RESULT = re.compile(
    rf"(.+?)Mã: (KQ\.[GH]\d{{2}}\.\d{{6}}|\S*?)(?=-|[A-ZĐ][{_SMALL}]|$)", re.DOTALL
)


def procedure_of(record: Mapping[str, str], read_on: str) -> Procedure:
    """Return the procedure of a record; ``read_on`` is the day (ISO) it was taken.

    The code is taken as it stands: whether it is one is asked by the one who reads the file.
    """
    field = _Field(record)
    return Procedure(
        code=field.line("ma_thu_tuc"),
        name=field.line("ten_thu_tuc"),
        field=field.line("linh_vuc"),
        levels=tuple(_LEVELS.get(each, "other") for each in field.list("cap_thuc_hien")),
        decision=field.line("so_quyet_dinh"),
        applicants=tuple(_applicants(field.line("doi_tuong_thuc_hien"))),
        steps=field.text("trinh_tu_thuc_hien"),
        ways=ways_of(field.text("cach_thuc_thuc_hien")),
        cases=cases_of(field.text("thanh_phan_ho_so")),
        results=results_of(field.text("ket_qua_xu_ly")),
        legal_basis=basis_of(field.text("can_cu_phap_ly")),
        conditions=field.text("yeu_cau_dieu_kien"),
        agency=field.line("co_quan_thuc_hien") or field.line("co_quan_co_tham_quyen"),
        source=Source(SOURCE_NAME, field.line("detail_url"), read_on),
    )


class _Field:
    """The fields of a record: NFC, and empty where the portal says that there is nothing."""

    def __init__(self, record: Mapping[str, str]) -> None:
        self._record = record

    def line(self, name: str) -> str:
        text = nfc(self._record.get(name) or "")
        return "" if text.lower() in NOTHING else text

    def text(self, name: str) -> str:
        lines = [nfc(line) for line in (self._record.get(name) or "").splitlines()]
        text = "\n".join(line for line in lines if line)
        return "" if text.lower() in NOTHING else text

    def list(self, name: str) -> list[str]:
        return [part.strip() for part in self.line(name).split(",") if part.strip()]


def _applicants(text: str) -> list[str]:
    """Split at commas, but not inside brackets."""
    return [part.strip() for part in re.split(r",\s*(?![^(]*\))", text) if part.strip()]


def ways_of(text: str) -> tuple[Way, ...]:
    """Return the ways to hand papers in; a text without their pattern is one way's note."""
    rows = list(_WAY.finditer(text))
    ends = [*(row.start() for row in rows[1:]), len(text)][: len(rows)]
    ways = []
    for row, end in zip(rows, ends, strict=True):
        note, rest = _bracketed(text[row.end() : end])
        ways.append(Way(_KINDS[row[1]], time_of(row[2]), fee_of(row[3], note), rest.strip()))
    body = text.removeprefix(_WAYS_HEAD)
    if not ways and body:
        return (Way("in_person", note=body),)
    return tuple(ways)


def _bracketed(text: str) -> tuple[str, str]:
    """Return what stands in brackets at the beginning, which may hold brackets, and the rest."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return (text[1:place].strip(), text[place + 1 :]) if place else ("", text)
    return text.strip("() "), ""


def cases_of(text: str) -> tuple[Case, ...]:
    """Return the papers by case; a text without their table is one paper without counts."""
    head, *tables = text.split(_PAPERS_HEAD)
    if not tables:
        return (Case("", (Document(text),)),) if text else ()
    cases = []
    for table in tables:
        rows = list(_COUNTS.finditer(table))
        cut = rows[-1].end() if rows else len(table)
        documents = _documents(table[:cut], rows, shown=bool(_SHOWN.search(head)))
        if documents:
            cases.append(Case(_case_name(head), documents))
        head = table[cut:]
    return tuple(cases)


def _documents(table: str, rows: list[re.Match[str]], *, shown: bool) -> tuple[Document, ...]:
    documents, begin = [], 0
    for row in rows:
        name, form = _name_and_form(table[begin : row.start()])
        begin = row.end()
        if name:
            originals, copies = int(row[1] or 0), int(row[2] or row[3] or 0)
            forms = (Form(form),) if form else ()
            documents.append(Document(name, originals, copies, forms, shown))
    if not rows and table.strip():
        documents.append(Document(table.strip(), shown_only=shown))
    return tuple(documents)


def _name_and_form(text: str) -> tuple[str, str]:
    text = text.strip().lstrip("-+*• ").strip()
    found = _FORM.search(text)
    if not found:
        return text, ""
    return text[: found.start()].strip(), found[1].strip()


def _case_name(text: str) -> str:
    name = text.strip().strip("*-: \n")
    return "" if name.lower() in NOTHING else name


def results_of(text: str) -> tuple[Result, ...]:
    """Return what people get; everything from the portal's search form on is left out."""
    body = text.split("Từ khóa")[0].split("Chọn cơ quan thực hiện")[0].strip()
    rows = [Result(row[1].strip(), row[2]) for row in _RESULT.finditer(body)]
    return tuple(rows) if rows else ((Result(body),) if body else ())


def basis_of(text: str) -> tuple[LegalBasis, ...]:
    """Return the legal basis: each row ends with its number."""
    body = text.removeprefix(_BASIS_HEAD)
    rows, begin = [], 0
    numbers = list(_NUMBER.finditer(body))
    for place, number in enumerate(numbers):
        following = body[number.end() : number.end() + 1]
        repeated = place + 1 < len(numbers) and numbers[place + 1].start() == number.end()
        if following.isspace() or repeated or following in (",", ";", ".", ":", ")"):
            continue
        rows.append(LegalBasis(body[begin : number.start()].strip(), number[0]))
        begin = number.end()
    if body[begin:].strip():
        rows.append(LegalBasis(body[begin:].strip()))
    return tuple(rows)
