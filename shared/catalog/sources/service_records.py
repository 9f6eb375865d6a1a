"""A procedure as the national service tells it (``LayThuTuc``) becomes a procedure. PURE.

The names are the service's. Not every field is documented, so what is missing or has another
shape is left empty rather than refused.
"""

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
from shared.catalog.reading.national import SOURCE_NAME
from shared.catalog.search.text import nfc

_KINDS: dict[str, WayKind] = {"1": "in_person", "2": "online", "3": "post"}
"""``KENH``: trực tiếp, trực tuyến, bưu chính."""

_LEVELS: dict[str, Level] = {"Cấp bộ": "ministry", "Cấp tỉnh": "province", "Cấp xã": "commune"}


def procedure_of_service(record: Mapping[str, object], read_on: str) -> Procedure:
    """Return the procedure of a ``LayThuTuc`` result; its code is checked by the caller."""
    return Procedure(
        code=_text(record, "MATTHC"),
        name=_text(record, "TENTTHC"),
        field=_joined(record, "LINHVUCTHUCHIEN", "TENLINHVUC"),
        levels=tuple(
            _LEVELS.get(_text(each, "TENCAPTHUCHIEN"), "other")
            for each in _items(record, "CAPTHUCHIEN")
        ),
        decision=_text(record, "SOQUYETDINH"),
        applicants=tuple(filter(None, _text(record, "MOTADOITUONGTHUCHIEN").split(", "))),
        steps="\n".join(_steps(record)),
        ways=tuple(_ways(record)),
        cases=tuple(_cases(record)),
        results=tuple(
            Result(_text(each, "TENKETQUA"), _text(each, "MAKETQUA"))
            for each in _items(record, "KETQUATHUCHIEN")
        ),
        legal_basis=tuple(
            LegalBasis(_text(each, "TENVANBAN"), _text(each, "SOVANBAN"))
            for each in _items(record, "CANCUPHAPLY")
        ),
        conditions=_text(record, "YEUCAU"),
        agency=_joined(record, "COQUANTHUCHIEN", "TENDONVI"),
        source=Source(SOURCE_NAME, read_on=read_on),
    )


def _steps(record: Mapping[str, object]) -> list[str]:
    lines = []
    for case in _items(record, "TRINHTUTHUCHIEN"):
        lines.append(_text(case, "TRUONGHOP"))
        lines += [_text(step, "TENTRINHTU") for step in _items(case, "TRINHTU")]
    return [line for line in lines if line]


def _ways(record: Mapping[str, object]) -> list[Way]:
    ways = []
    for channel in _items(record, "CACHTHUCTHUCHIEN"):
        kind = _KINDS.get(_text(channel, "KENH"), "in_person")
        for span in _items(channel, "THOIGIAN"):
            time = f"{_text(span, 'THOIGIANGIAIQUYET')} {_text(span, 'DONVITINH')}".strip()
            fees = tuple(
                fee
                for each in _items(span, "PHILEPHI")
                for fee in fee_of(
                    f"{_text(each, 'SOTIEN')} {_text(each, 'DONVI')}".strip(), _text(each, "MOTA")
                )
            )
            ways.append(Way(kind, time_of(time), fees, _text(span, "MOTA")))
    return ways


def _cases(record: Mapping[str, object]) -> list[Case]:
    return [
        Case(
            _text(case, "TRUONGHOP"),
            tuple(_document(paper) for paper in _items(case, "GIAYTO")),
        )
        for case in _items(record, "THANHPHANHOSO")
    ]


def _document(paper: Mapping[str, object]) -> Document:
    form = _text(paper, "TENMAUDON")
    return Document(
        name=_text(paper, "TENGIAYTO") or form,
        originals=_number(paper, "SOBANCHINH"),
        copies=_number(paper, "SOBANSAO"),
        forms=(Form(form, _text(paper, "URL")),) if form else (),
    )


def _text(record: Mapping[str, object], key: str) -> str:
    value = record.get(key)
    return nfc(str(value)) if isinstance(value, str | int | float) else ""


def _number(record: Mapping[str, object], key: str) -> int | None:
    text = _text(record, key)
    return int(text) if text.isdecimal() else None


def _items(record: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """Return the objects of a list, or a single object as a list of one."""
    value = record.get(key)
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, Mapping)]


def _joined(record: Mapping[str, object], key: str, inside: str) -> str:
    return ", ".join(_text(each, inside) for each in _items(record, key))
