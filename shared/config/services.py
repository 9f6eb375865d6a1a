"""Fields, groups and services of the hall file: a tree of up to three levels.

What is written above holds below, unless something else is written there: opening hours,
what to bring, the quota, the times, the numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shared.config.findings import KeyPath
from shared.config.hours import read_hours
from shared.config.series import UNNUMBERED, Numbering, read_numbering, series_of
from shared.config.table import Table, Taken
from shared.config.words import Words
from shared.domain.ids import FieldId, Names, SeriesId, ServiceId
from shared.domain.plan import Field, Hours, Series, Service

QUOTA_MAX = 9999
WAIT_MAX_MIN = 480


@dataclass(frozen=True, slots=True)
class Terms:
    """What a field hands down to its services; the hall's own stand above all fields."""

    target_wait_min: int
    expected_service_min: int
    quota: int | None = None
    bring: tuple[Names, ...] = ()
    hours: Hours | None = None
    numbering: Numbering = UNNUMBERED
    procedures: tuple[str, ...] = ()
    asks_card: bool = False


@dataclass(slots=True)
class ServiceTree:
    """What was read.

    ``served_by_id`` says which services a field, group or service stands for, ``places`` where
    each service stands in the file.
    """

    fields: dict[FieldId, Field] = field(default_factory=dict)
    services: dict[ServiceId, Service] = field(default_factory=dict)
    series: dict[SeriesId, Series] = field(default_factory=dict)
    served_by_id: dict[str, tuple[ServiceId, ...]] = field(default_factory=dict)
    places: dict[ServiceId, KeyPath] = field(default_factory=dict)


def read_services(root: Table, terms: Terms, words: Words, day_change_min: int) -> ServiceTree:
    """Return the tree of all fields."""
    reader = _TreeReader(words, day_change_min)
    if not root.take("field"):
        root.error("field", "A hall needs at least one [[field]].")
    for table in root.tables("field"):
        reader.field(table, terms)
    reader.tree.series = series_of(reader.numberings, root.findings)
    return reader.tree


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    names: Names
    short_names: Names


class _TreeReader:
    def __init__(self, words: Words, day_change_min: int) -> None:
        self.tree = ServiceTree()
        self.numberings: list[Numbering] = []
        self._words = words
        self._day_change_min = day_change_min
        self._taken = Taken()

    def field(
        self, table: Table, above: Terms, parent: FieldId | None = None
    ) -> tuple[ServiceId, ...]:
        """Read a field, or a group of one; return its services.

        A field with nothing below it is itself what people take a number for.
        """
        named = self._named(table)
        id_ = FieldId(named.id)
        self.tree.fields[id_] = Field(id_, named.names, named.short_names, parent)
        terms = self._terms(table, id_, above)
        services = self._below(table, terms, id_, parent)
        if not services:
            services = (self._add(table, named, id_, terms),)
        table.finish()
        self.tree.served_by_id[id_] = services
        return services

    def _below(
        self, table: Table, terms: Terms, id_: FieldId, parent: FieldId | None
    ) -> tuple[ServiceId, ...]:
        services = [self._service(each, terms, id_) for each in table.tables("service")]
        if parent is not None:
            _refuse_deeper(table, ("group",))
            return tuple(services)
        for group in table.tables("group"):
            services += self.field(group, terms, id_)
        return tuple(services)

    def _service(self, table: Table, above: Terms, parent: FieldId) -> ServiceId:
        named = self._named(table)
        id_ = self._add(table, named, parent, self._terms(table, named.id, above))
        _refuse_deeper(table, ("group", "service"))
        table.finish()
        self.tree.served_by_id[id_] = (id_,)
        return id_

    def _named(self, table: Table) -> _Named:
        id_ = table.identifier()
        self._taken.add(table, "id", id_)
        names = self._words.names(table, "name")
        return _Named(id_, names, self._words.maybe_names(table, "short") or names)

    def _terms(self, table: Table, id_: str, above: Terms) -> Terms:
        bring = self._words.name_list(table, "bring")
        procedures = table.texts("procedures")
        wait = table.maybe_whole("target_wait_min", 1, WAIT_MAX_MIN)
        service = table.maybe_whole("expected_service_min", 1, WAIT_MAX_MIN)
        return Terms(
            target_wait_min=wait or above.target_wait_min,
            expected_service_min=service or above.expected_service_min,
            quota=table.maybe_whole("quota_per_day", 1, QUOTA_MAX) or above.quota,
            bring=above.bring if bring is None else bring,
            hours=read_hours(table, "hours", self._day_change_min) or above.hours,
            numbering=read_numbering(table, id_, above.numbering),
            procedures=above.procedures if procedures is None else procedures,
            asks_card=table.flag("asks_card", above.asks_card),
        )

    def _add(self, table: Table, named: _Named, parent: FieldId, terms: Terms) -> ServiceId:
        self.numberings.append(terms.numbering)
        id_ = ServiceId(named.id)
        self.tree.places[id_] = table.path
        self.tree.services[id_] = Service(
            id=id_,
            field=parent,
            names=named.names,
            short_names=named.short_names,
            series=terms.numbering.owner,
            bring=terms.bring,
            hours=terms.hours,
            quota=terms.quota,
            target_wait_min=terms.target_wait_min,
            expected_service_min=terms.expected_service_min,
            procedures=terms.procedures,
            asks_card=terms.asks_card,
        )
        return id_


def _refuse_deeper(table: Table, keys: Iterable[str]) -> None:
    for key in keys:
        if table.take(key) is not None:
            message = f'No "{key}" can stand here: a field holds groups, a group holds services.'
            table.error(key, message)
