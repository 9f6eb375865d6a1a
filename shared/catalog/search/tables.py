"""The word tables: what people say, as data that a hall can edit. PURE.

What the keys mean to those who edit them: shared/catalog/words/README.md.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from shared.domain.ids import Names

SHIPPED = (
    "needs/civil_status.toml",
    "needs/certification.toml",
    "needs/residence.toml",
    "needs/land_building.toml",
    "needs/business_farming.toml",
    "needs/social.toml",
    "same.toml",
    "questions.toml",
    "elsewhere.toml",
    "events.toml",
)


class BadWordTable(ValueError):
    """A word table cannot be used; the text names the table and the key."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something people come for, the procedures that serve it, and how they ask for it.

    ``official`` finds the procedure by its name where none of the codes is in the catalogue.
    """

    id: str
    codes: tuple[str, ...] = ()
    official: str = ""
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedChoice:
    """An answer to a question asked back, and the needs behind it."""

    needs: tuple[str, ...]
    text: Names


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A question asked back when people say no more than this."""

    id: str
    ask: Names
    say: tuple[str, ...]
    choices: tuple[AskedChoice, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter handled elsewhere, and how people ask for it."""

    id: str
    what: Names
    where: Names
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens in a life, and the needs that come with it."""

    id: str
    name: Names
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordTables:
    """All tables together; the keys of ``same`` name its lists, ``weak`` those that say little.

    ``popular`` are the needs shown as the most asked until a kiosk has counted.
    """

    needs: tuple[Need, ...] = ()
    questions: tuple[AskedBack, ...] = ()
    elsewhere: tuple[Matter, ...] = ()
    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    filler: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()
    events: tuple[LifeEvent, ...] = ()
    popular: tuple[str, ...] = ()


class _Filler(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    need: tuple[Need, ...] = ()
    question: tuple[AskedBack, ...] = ()
    elsewhere: tuple[Matter, ...] = ()
    same: dict[str, tuple[str, ...]] = {}
    short: dict[str, str] = {}
    filler: _Filler = _Filler()
    event: tuple[LifeEvent, ...] = ()
    popular: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


_Entry = TypeVar("_Entry", bound=Need | AskedBack | Matter)


@cache
def shipped_tables() -> WordTables:
    """Return the tables that come with the program."""
    folder = files("shared.catalog") / "words"
    tables = WordTables()
    for name in SHIPPED:
        tables = with_table(tables, (folder / name).read_text(encoding="utf-8"), name)
    return tables


def with_table(tables: WordTables, text: str, name: str) -> WordTables:
    """Return the tables with one more TOML text laid over them; raises BadWordTable.

    Lists grow: an entry with a known id adds its sayings to it. ``remove`` names ids to leave out.
    """
    try:
        new = msgspec.convert(tomllib.loads(text), _Document)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadWordTable(f"{name}: {error}") from error
    same = dict(tables.same)
    for key, words in new.same.items():
        same[key] = (*same.get(key, ()), *words)
    merged = WordTables(
        needs=_merged(tables.needs, new.need, new.remove),
        questions=_merged(tables.questions, new.question, new.remove),
        elsewhere=_merged(tables.elsewhere, new.elsewhere, new.remove),
        same=same,
        short={**tables.short, **new.short},
        filler=(*tables.filler, *new.filler.words),
        weak=tables.weak | set(new.filler.weak),
        events=_events(tables.events, new.event, new.remove),
        popular=new.popular or tables.popular,
    )
    _check_needs(merged, name)
    return merged


def _events(
    old: Iterable[LifeEvent], new: Iterable[LifeEvent], remove: tuple[str, ...]
) -> tuple[LifeEvent, ...]:
    events = {event.id: event for event in old if event.id not in remove}
    events.update({event.id: event for event in new})
    return tuple(events.values())


def _merged(
    old: Iterable[_Entry], new: Iterable[_Entry], remove: tuple[str, ...]
) -> tuple[_Entry, ...]:
    entries = {entry.id: entry for entry in old if entry.id not in remove}
    for entry in new:
        said = entries[entry.id].say if entry.id in entries else ()
        entries[entry.id] = replace(entry, say=(*said, *entry.say))
    return tuple(entries.values())


def _check_needs(tables: WordTables, name: str) -> None:
    """Refuse a need that is named but not there."""
    known = {need.id for need in tables.needs}
    named = [("popular", need) for need in tables.popular]
    named += [(f"event {event.id}", need) for event in tables.events for need in event.needs]
    named += [
        (f"question {question.id}", need)
        for question in tables.questions
        for choice in question.choices
        for need in choice.needs
    ]
    for place, need in named:
        if need not in known:
            raise BadWordTable(f"{name}: {place}: no need {need!r}")
