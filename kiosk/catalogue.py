"""The kiosk's own catalogue: on its disk, fetched anew when the hub has another, ready to search.

Reading, unpacking and preparing the search take up to seconds and happen in a thread of their
own; signals arrive in the GUI thread. Beside it lies what the hall asks for most, as last told.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

from shared.catalog.asked import Asked
from shared.catalog.asked_file import AskedFile
from shared.catalog.browse import Shelf, by_field, by_life_event
from shared.catalog.catalog import BadCatalog, Catalog, unpacked
from shared.catalog.search.search import Search
from shared.catalog.search.tables import shipped_tables
from shared.catalog.store import CatalogStore, StoreFailed, name_of
from shared.protocol.messages import CatalogPart, FetchCatalog

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A catalogue ready to be searched and browsed; ``version`` is that of its bytes."""

    catalog: Catalog
    search: Search
    fields: tuple[Shelf, ...]
    events: tuple[Shelf, ...]
    version: str


def prepared(catalog: Catalog, version: str) -> Prepared:
    """Return a catalogue ready to be searched; takes up to a second."""
    tables = shipped_tables()
    return Prepared(
        catalog=catalog,
        search=Search(catalog, tables),
        fields=by_field(catalog),
        events=by_life_event(catalog, tables),
        version=version,
    )


class Catalogue(QObject):
    """Keeps the newest catalogue. Methods belong to the GUI thread."""

    ready = Signal(object)
    counted = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is the kiosk's own."""
        super().__init__(parent)
        self.version = ""
        self._folder = folder
        self._store = CatalogStore(folder)
        self._asked = AskedFile(folder)
        self._wanted = ""
        self._got = b""
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="catalogue", daemon=True)

    def start(self) -> None:
        """Begin with what the disk holds."""
        self._thread.start()
        self._jobs.put(self._read)

    def stop(self) -> None:
        """Finish what is being done, and end the thread."""
        self._jobs.put(None)
        self._thread.join(timeout=10)

    def offered(self, version: str) -> FetchCatalog | None:
        """The hub has this catalogue: return what to ask for, None if it is here or none."""
        if version in ("", self.version):
            return None
        if version != self._wanted:
            self._wanted, self._got = version, b""
        return FetchCatalog(version=version, offset=len(self._got))

    def received(self, part: CatalogPart | None) -> FetchCatalog | None:
        """Take a part in; return what to ask for next, None when it is whole or gone."""
        if part is None or part.version != self._wanted or part.offset != len(self._got):
            return None
        self._got += part.data
        if len(self._got) < part.size:
            return FetchCatalog(version=part.version, offset=len(self._got))
        data, self._got = self._got, b""
        self.version = part.version
        self._jobs.put(lambda: self._take(data))
        return None

    def told(self, asked: Asked) -> None:
        """Keep what the hall asks for most; with the hub away it is the last that is known."""
        self._jobs.put(lambda: self._keep(asked))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _read(self) -> None:
        asked = self._asked.read()
        if asked.month:
            self.counted.emit(asked)
        try:
            data = self._store.data()
        except StoreFailed as failure:
            log.warning("the hub's catalogue is awaited: %s", failure)
            return
        if data:
            self._prepare(data)

    def _take(self, data: bytes) -> None:
        """Use a catalogue at once; keep it only if it is whole."""
        if not self._prepare(data):
            return
        try:
            self._store.put(data)
        except StoreFailed as failure:
            log.warning("the catalogue is not kept: %s", failure)

    def _prepare(self, data: bytes) -> bool:
        version = name_of(data)
        try:
            catalog = unpacked(data)
        except BadCatalog as error:
            log.error("catalogue %s: %s", version, error)
            return False
        self.ready.emit(prepared(catalog, version))
        return True

    def _keep(self, asked: Asked) -> None:
        self.counted.emit(asked)
        self._asked.keep(asked)
