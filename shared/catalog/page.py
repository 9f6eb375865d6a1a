"""What a citizen reads about one procedure, in the order in which it matters. PURE.

First the papers, the time and the fee, then the rest, then where it comes from. Doubts are said
openly: what is not certain ends in "ask the staff". The procedure's own texts stay Vietnamese;
times and amounts that are certain are told in the reader's language.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from shared.catalog.procedure import Document, Fee, Level, Procedure, Time, Way
from shared.i18n import Words
from shared.i18n.words import FIRST_LANGUAGE

_UNITS = {"hour": "hours", "day": "days", "working_day": "working_days", "month": "months",
          "year": "years"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A line of the checklist, and how many of it (``1 bản chính, 1 bản sao``)."""

    name: str
    count: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The papers of one case, and remarks that the source lists among them."""

    title: str
    papers: tuple[Paper, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A procedure's page; empty texts are not shown.

    ``times`` and ``fees`` are one line where all ways agree, else one line a way. ``doubts``
    stand beside what they concern, at the top. ``address`` is the official page, for a QR code.
    """

    code: str
    title: str
    official_name: str
    field: str
    checklists: tuple[Checklist, ...]
    times: tuple[str, ...]
    fees: tuple[str, ...]
    result: str
    note: str
    doubts: tuple[str, ...]
    steps: tuple[str, ...]
    conditions: tuple[str, ...]
    applicants: tuple[str, ...]
    ways: tuple[str, ...]
    legal_basis: tuple[str, ...]
    agency: str
    source: tuple[str, ...]
    address: str


def page(procedure: Procedure, words: Words, today: str, level: Level = "commune") -> Page:
    """Return the page in the language of ``words`` for a hall of this level.

    ``today`` is an ISO day: fees hold from one day to another.
    """
    times = _by_way(procedure.ways, lambda way: _time(way.time, words), words)
    fees = _by_way(procedure.ways, lambda way: _fees(way.fees, words, today), words)
    return Page(
        code=procedure.code,
        title=procedure.title(words.language),
        official_name=procedure.name,
        field=procedure.field,
        checklists=tuple(_checklists(procedure, words)),
        times=times or (words.text("procedures.ask_time"),),
        fees=fees or (words.text("procedures.ask_fee"),),
        result="; ".join(result.name for result in procedure.results),
        note=procedure.note,
        doubts=tuple(_doubts(procedure, words, today, level)),
        steps=tuple(procedure.steps.splitlines()),
        conditions=tuple(procedure.conditions.splitlines()),
        applicants=procedure.applicants,
        ways=tuple(_ways(procedure.ways, words)),
        legal_basis=tuple(_with_number(each.name, each.number) for each in procedure.legal_basis),
        agency=procedure.agency,
        source=tuple(_source(procedure, words)),
        address=procedure.source.url,
    )


def _checklists(procedure: Procedure, words: Words) -> Iterable[Checklist]:
    for case in procedure.cases:
        papers = [each for each in case.documents if not _only_a_remark(each)]
        remarks = [each.name for each in case.documents if _only_a_remark(each)]
        yield Checklist(case.name, tuple(_paper(each, words) for each in papers), tuple(remarks))


def _only_a_remark(document: Document) -> bool:
    """Return whether the source asks for none of it: then it is a sentence, not a paper."""
    return document.originals == 0 and document.copies == 0


def _paper(document: Document, words: Words) -> Paper:
    parts = []
    if document.originals:
        parts.append(words.counted("procedures.originals", document.originals))
    if document.copies:
        parts.append(words.counted("procedures.copies", document.copies))
    if document.shown_only:
        parts = [words.text("procedures.shown_only")]
    return Paper(document.name, ", ".join(parts), tuple(form.name for form in document.forms))


def _by_way(ways: tuple[Way, ...], told: Callable[[Way], str], words: Words) -> tuple[str, ...]:
    """Return one line where all ways say the same, else one a way."""
    lines = dict.fromkeys((way.kind, text) for way in ways if (text := told(way)))
    texts = tuple(dict.fromkeys(text for _, text in lines))
    if len(texts) <= 1:
        return texts
    return tuple(f"{words.text(f'procedures.{kind}')}: {text}" for kind, text in lines)


def _time(time: Time, words: Words) -> str:
    """Return a time; a number without its unit is none, and the source's own words tell more."""
    if time.count is not None and time.unit is None:
        return ""
    counted = ""
    if time.count is not None and time.unit is not None:
        counted = words.counted(f"procedures.{_UNITS[time.unit]}", time.count)
    if words.language == FIRST_LANGUAGE and len(time.text.split()) > len(counted.split()):
        return time.text
    return counted or time.text


def _fees(fees: tuple[Fee, ...], words: Words, today: str) -> str:
    valid = [fee for fee in fees if fee.valid_from <= today <= (fee.valid_to or today)]
    return "; ".join(_fee(fee, words) for fee in valid)


def _fee(fee: Fee, words: Words) -> str:
    if fee.amount_vnd is None or words.language == FIRST_LANGUAGE:
        return fee.text
    if fee.amount_vnd == 0:
        return words.text("procedures.free")
    amount = words.text("procedures.amount", amount=f"{fee.amount_vnd:,}")
    if fee.valid_to:
        amount += f" {words.text('procedures.valid_to', date=_day(fee.valid_to))}"
    return amount


def _ways(ways: tuple[Way, ...], words: Words) -> Iterable[str]:
    for way in ways:
        kind = words.text(f"procedures.{way.kind}")
        yield f"{kind}: {way.note}" if way.note else kind


def _doubts(procedure: Procedure, words: Words, today: str, level: Level) -> Iterable[str]:
    if procedure.source.confidence != "published":
        yield words.text(f"procedures.doubt_{procedure.source.confidence}")
    if procedure.valid_to and procedure.valid_to < today:
        yield words.text("procedures.doubt_ended")
    if procedure.levels and level not in procedure.levels:
        agency = procedure.agency or words.text("procedures.other_agency")
        yield words.text("procedures.not_here", agency=agency)


def _source(procedure: Procedure, words: Words) -> Iterable[str]:
    source = procedure.source
    if source.name:
        yield words.text("procedures.source", source=source.name)
    if procedure.decision:
        yield words.text("procedures.decision", decision=procedure.decision)
    if source.read_on:
        yield words.text("procedures.read_on", date=_day(source.read_on))


def _with_number(name: str, number: str) -> str:
    return f"{name} ({number})" if number and number not in name else name or number


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}"
