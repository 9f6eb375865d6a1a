"""Finding without words: by field, by life event, by what is asked most. PURE."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shared.catalog.asked import Asked
from shared.catalog.catalog import Catalog
from shared.catalog.procedure import Level, Procedure
from shared.catalog.search.documents import codes_of_targets, need_target
from shared.catalog.search.tables import WordTables
from shared.catalog.search.text import folded
from shared.domain.ids import Names

MOST_ASKED = 8


@dataclass(frozen=True, slots=True)
class Shelf:
    """Procedures under one heading, in the order to show them."""

    name: Names
    codes: tuple[str, ...]


def by_field(catalog: Catalog, level: Level = "commune") -> tuple[Shelf, ...]:
    """Return the fields with what is done here, the largest first; names by title inside."""
    here = [each for each in catalog.procedures if not each.levels or level in each.levels]
    sizes = Counter(procedure.field for procedure in here if procedure.field)
    names = sorted(sizes, key=lambda name: (-sizes[name], name))
    return tuple(Shelf({"vi": name}, _titled(here, name)) for name in names)


def _titled(procedures: Iterable[Procedure], name: str) -> tuple[str, ...]:
    inside = [procedure for procedure in procedures if procedure.field == name]
    return tuple(each.code for each in sorted(inside, key=lambda each: folded(each.title("vi"))))


def by_life_event(catalog: Catalog, tables: WordTables) -> tuple[Shelf, ...]:
    """Return the life events that have a procedure in this catalogue."""
    codes = codes_of_targets(catalog, tables)
    shelves = [Shelf(event.name, _firsts(codes, event.needs)) for event in tables.events]
    return tuple(shelf for shelf in shelves if shelf.codes)


def most_asked(catalog: Catalog, tables: WordTables, asked: Asked, month: str) -> tuple[str, ...]:
    """Return the procedures asked most in this month, filled up with the usual ones."""
    known = {procedure.code for procedure in catalog.procedures}
    counts = asked.counts if asked.month == month else {}
    counted = sorted((code for code in counts if code in known), key=lambda code: -counts[code])
    usual = _firsts(codes_of_targets(catalog, tables), tables.popular)
    return tuple(dict.fromkeys([*counted, *usual]))[:MOST_ASKED]


def _firsts(codes: Mapping[str, tuple[str, ...]], needs: Iterable[str]) -> tuple[str, ...]:
    found = [codes[need_target(need)][:1] for need in needs]
    return tuple(dict.fromkeys(code for each in found for code in each))
