"""Where the hub asks how dossiers stand: [dossiers] in the hall file.

Only the hub reads it; devices are told no more than which second factors are asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from shared.config.table import Table

FACTORS = ("phone", "id_number")
STATES = 10


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """The national service: its address, the unit that asks, and where its password stands."""

    address: str
    unit: str
    username: str
    password_file: Path


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """One source, a folder for dropped files or the service; ``states`` maps a hall's own codes."""

    factors: tuple[str, ...]
    folder: Path | None = None
    service: ServicePlan | None = None
    states: Mapping[str, int] = field(default_factory=dict)


def read_dossiers(root: Table, home: Path) -> DossierPlan | None:
    """Return the source of dossiers, None without one; paths start at the hall file's folder."""
    if root.take("dossiers") is None:
        return None
    table = root.table("dossiers")
    folder = table.maybe_text("folder")
    service = _service(table, home)
    if (folder is None) == (service is None):
        table.error("folder", "Name one source: a folder, or a service.")
    plan = DossierPlan(
        factors=table.references("second_factor", FACTORS, "second factor") or FACTORS,
        folder=home / folder if folder else None,
        service=service,
        states=_states(table),
    )
    table.finish()
    return plan


def _service(table: Table, home: Path) -> ServicePlan | None:
    if table.take("service") is None:
        return None
    service = table.table("service")
    address = service.text("address")
    if not address.startswith("https://"):
        service.error("address", f'"{address}" is no web address; it begins with https://.')
    plan = ServicePlan(
        address=address,
        unit=service.text("unit"),
        username=service.text("username"),
        password_file=home / service.text("password_file"),
    )
    service.finish()
    return plan


def _states(table: Table) -> dict[str, int]:
    if table.take("states") is None:
        return {}
    states = table.table("states")
    read = {key: states.whole(key, 1, STATES) for key in states.keys()}  # noqa: SIM118 - a table, no dict
    states.finish()
    return read
