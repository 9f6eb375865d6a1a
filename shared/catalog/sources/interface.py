"""What a source of procedures or dossiers offers, whatever is behind it. PURE."""

from dataclasses import dataclass
from typing import Protocol

from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.reading.records import Records


class SourceAway(Exception):
    """The source cannot be reached or does not make sense; the text says what, nothing personal."""


@dataclass(frozen=True, slots=True)
class Sync:
    """When a source last answered (UTC ms, 0 never), and what is wrong since, if anything."""

    last_ms: int = 0
    trouble: str = ""

    def ok(self, now_ms: int) -> "Sync":
        """Return the state after an answer."""
        return Sync(now_ms)

    def failed(self, trouble: str) -> "Sync":
        """Return the state after a failure: the last answer stays the last."""
        return Sync(self.last_ms, trouble)


class ProcedureSource(Protocol):
    """Tells all procedures at once."""

    def procedures(self, read_on: str) -> Records:
        """Return all procedures; raises SourceAway, or BadRecords with every fault."""

    def sync(self) -> Sync:
        """Return when it last answered."""


class DossierSource(Protocol):
    """Tells about single dossiers, and about all it knows for the board's figures."""

    def find(self, code: str) -> Dossier | None:
        """Return the dossier of a code, None when there is none; raises SourceAway."""

    def known(self) -> tuple[Dossier, ...]:
        """Return all dossiers it can list; none where it answers one by one only."""

    def sync(self) -> Sync:
        """Return when it last answered."""
