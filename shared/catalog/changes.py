"""What a new catalogue changes in the old one, and what of the old one it keeps. PURE."""

from dataclasses import dataclass, fields, replace

from shared.catalog.catalog import Catalog, catalog_of
from shared.catalog.procedure import Procedure

CURATED = ("short_names", "aliases", "former_codes")
"""What halls write themselves: an import that says nothing of it does not take it away."""


@dataclass(frozen=True, slots=True)
class Change:
    """A procedure that differs, and in which fields."""

    code: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two catalogues, by code."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]
    same: int


def changes(old: Catalog | None, new: Catalog) -> Changes:
    """Return what ``new`` changes; everything is added where there was no catalogue."""
    before = {procedure.code: procedure for procedure in old.procedures} if old else {}
    after = {procedure.code: procedure for procedure in new.procedures}
    changed = tuple(
        Change(code, names)
        for code, procedure in after.items()
        if code in before and (names := _differing(before[code], procedure))
    )
    return Changes(
        added=tuple(code for code in after if code not in before),
        removed=tuple(code for code in before if code not in after),
        changed=changed,
        same=len(before.keys() & after.keys()) - len(changed),
    )


def _differing(one: Procedure, other: Procedure) -> tuple[str, ...]:
    """Return the fields that differ; only the day of reading is no difference."""
    same_day = replace(other.source, read_on=one.source.read_on)
    other = replace(other, source=same_day)
    return tuple(
        each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)
    )


def with_curated(
    procedures: tuple[Procedure, ...], old: Catalog | None, *, add: bool, made_ms: int
) -> Catalog:
    """Return the new catalogue: what halls wrote themselves is kept where nothing new is said.

    With ``add`` the procedures of the old catalogue that are not in the new one stay too.
    """
    before = {procedure.code: procedure for procedure in old.procedures} if old else {}
    kept = {
        procedure.code: _kept(procedure, before.get(procedure.code)) for procedure in procedures
    }
    return catalog_of(tuple((before | kept if add else kept).values()), made_ms)


def _kept(procedure: Procedure, before: Procedure | None) -> Procedure:
    if before is None:
        return procedure
    kept = {name: getattr(procedure, name) or getattr(before, name) for name in CURATED}
    return replace(procedure, **kept)
