"""An administrative procedure, after the national database. Types only, PURE.

Texts are NFC and as the source has them, in Vietnamese; what a citizen sees of them is made
in shared.catalog.page. Dates are ISO (``2026-12-31``), empty where there is none.
"""

from dataclasses import dataclass, field
from typing import Literal

from shared.domain.ids import Names

Level = Literal["ministry", "province", "commune", "other"]
"""Who carries a procedure out: Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan khác."""

WayKind = Literal["in_person", "online", "post"]
"""How papers are handed in: trực tiếp, trực tuyến, dịch vụ bưu chính."""

TimeUnit = Literal["hour", "day", "working_day", "month", "year"]

Confidence = Literal["published", "partly", "doubtful"]
"""``published``: as in the national database; ``partly``: some details were added by hand and
are not confirmed; ``doubtful``: the source contradicts itself. Both latter say "ask us"."""


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee or charge; ``amount_vnd`` 0 is free, None unknown or set by the province.

    ``valid_from`` and ``valid_to`` are the first and the last day, where the source names them.
    """

    text: str
    amount_vnd: int | None = None
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """How long it takes: ``count`` of ``unit``, or only ``text`` when that says more or else.

    ``count`` None: the source gives no time. ``unit`` None: a number without its unit.
    """

    text: str = ""
    count: int | None = None
    unit: TimeUnit | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way to hand the papers in, with its own time and fees."""

    kind: WayKind
    time: Time = Time()
    fees: tuple[Fee, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in: its file name or title, and where it can be had."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to bring; None where the source gives no number of originals or copies.

    ``shown_only``: it is shown and taken home again (xuất trình).
    """

    name: str
    originals: int | None = None
    copies: int | None = None
    forms: tuple[Form, ...] = ()
    shown_only: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """The papers of one case; an empty ``name`` is everybody's."""

    name: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What people get; ``code`` as in ``KQ.G15.000012``, often missing or junk in the source."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A law, decree or circular."""

    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from; ``read_on`` is the day they were taken from there."""

    name: str
    url: str = ""
    read_on: str = ""
    confidence: Confidence = "published"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure. Only ``code`` and ``name`` are always there.

    ``short_names`` are curated, by language, and empty for what was only imported;
    ``aliases`` are further words people use for it; ``former_codes`` it was known under.
    ``valid_from`` and ``valid_to`` bound the days on which it may be applied for.
    """

    code: str
    name: str
    short_names: Names = field(default_factory=dict)
    field: str = ""
    levels: tuple[Level, ...] = ()
    decision: str = ""
    applicants: tuple[str, ...] = ()
    steps: str = ""
    ways: tuple[Way, ...] = ()
    cases: tuple[Case, ...] = ()
    results: tuple[Result, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    conditions: str = ""
    agency: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    source: Source = Source("")

    def title(self, language: str) -> str:
        """Return the curated short name in a language, else in Vietnamese, else the name."""
        return self.short_names.get(language) or self.short_names.get("vi") or self.name
