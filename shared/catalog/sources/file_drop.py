"""A folder into which another system drops files: the newest one counts.

A file that is not whole, or that changes while it is read, leaves what was there before.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.records import Reading, dossiers_of
from shared.catalog.reading.files import UnreadableFile, read_file, read_rows
from shared.catalog.reading.records import BadRecords, Records
from shared.catalog.sources.interface import SourceAway, Sync

KINDS = frozenset({".json", ".jsonl", ".csv", ".xlsx", ".gz"})
Stamp = tuple[str, int, int]


class ProcedureDrop:
    """Procedures from the newest file of a folder."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        self._folder = folder
        self._now_ms = now_ms
        self._sync = Sync()

    def procedures(self, read_on: str) -> Records:
        """Return the procedures of the newest file; raises SourceAway or BadRecords."""
        try:
            records = read_file(newest(self._folder), read_on)
        except (SourceAway, UnreadableFile, BadRecords) as error:
            self._sync = self._sync.failed(str(error))
            if isinstance(error, UnreadableFile):
                raise SourceAway(str(error)) from error
            raise
        self._sync = self._sync.ok(self._now_ms())
        return records

    def sync(self) -> Sync:
        """Return when a file was last read."""
        return self._sync


class DossierDrop:
    """Dossiers from the newest file of a folder, read again when there is a newer one."""

    def __init__(self, folder: Path, reading: Reading, now_ms: Callable[[], int]) -> None:
        self._folder = folder
        self._reading = reading
        self._now_ms = now_ms
        self._sync = Sync()
        self._stamp: Stamp | None = None
        self._dossiers: Mapping[str, Dossier] = {}

    def find(self, code: str) -> Dossier | None:
        """Return a dossier; raises SourceAway as long as no file could be read."""
        self.refresh()
        if not self._sync.last_ms:
            raise SourceAway(self._sync.trouble)
        return self._dossiers.get(code)

    def known(self) -> tuple[Dossier, ...]:
        """Return all dossiers of the last good file."""
        self.refresh()
        return tuple(self._dossiers.values())

    def sync(self) -> Sync:
        """Return when the last good file was written, and what is wrong with a newer one."""
        return self._sync

    def refresh(self) -> None:
        """Read the newest file if it is another one than before."""
        try:
            path = newest(self._folder)
            stamp = _stamp(path)
            if stamp == self._stamp:
                return
            found = dossiers_of(read_rows(path), self._reading)
            if _stamp(path) != stamp:
                raise SourceAway(f"{path.name} changed while it was read")
        except (SourceAway, UnreadableFile, BadRecords, OSError) as error:
            self._sync = self._sync.failed(str(error))
            return
        self._stamp = stamp
        self._dossiers = {dossier.code: dossier for dossier in found}
        # Another machine's clock may be ahead; what has been read was written before now.
        self._sync = Sync(min(stamp[1] // 1_000_000, self._now_ms()))


def newest(folder: Path) -> Path:
    """Return the newest file of a known kind; raises SourceAway when there is none."""
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() in KINDS]
        return max(files, key=lambda path: path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise SourceAway(f"no file in {folder}") from error


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return path.name, status.st_mtime_ns, status.st_size
