"""The national service over HTTP, in the shape that one-stop systems use.

A POST to the adapter's ``auth`` path gives a session; every further POST names the session, the
unit and the service (``LayDanhSachTTHC``, ``LayThuTuc``, ``TraCuuHoSo``). Blocking: called from a
thread of the hub or by a tool. Nothing personal, and no password, is put into an error.
"""

import http.client
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.records import BadDossier, Reading, dossier_of
from shared.catalog.reading.records import BadRecords, Fault, Records, code_of
from shared.catalog.reading.table import BadRow
from shared.catalog.sources.interface import SourceAway, Sync
from shared.catalog.sources.service_records import procedure_of_service

OK = "00"
TIMEOUT_S = 10.0
MOST_BYTES = 64 * 1024 * 1024
"""An answer larger than this is cut off: no list of procedures is."""


@dataclass(frozen=True, slots=True)
class Access:
    """Where the service is and who asks; ``unit`` is the agency's code, as in ``H48.12``."""

    address: str
    unit: str
    username: str
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse an address that is not on the network, such as that of a file."""
        if not self.address.startswith(("https://", "http://")):
            raise ValueError("the address of the national service begins with https://")


class _Answer(msgspec.Struct):
    error_code: str = OK
    session: str = ""
    result: list[dict[str, object]] | dict[str, object] | None = None


class NationalService:
    """Procedures and dossiers from the national service."""

    def __init__(self, access: Access, reading: Reading, now_ms: Callable[[], int]) -> None:
        self._access = access
        self._reading = reading
        self._now_ms = now_ms
        self._session = ""
        self._sync = Sync()

    def procedures(self, read_on: str) -> Records:
        """Return all procedures, asked one by one; raises SourceAway, or BadRecords."""
        found, faults = [], []
        for listed in self._call("LayDanhSachTTHC"):
            code = str(listed.get("MATTHC", ""))
            try:
                code_of(code)
            except BadRow as error:
                faults.append(Fault("LayDanhSachTTHC", str(error)))
                continue
            for record in self._call("LayThuTuc", maTTHC=code):
                found.append(procedure_of_service(record, read_on))
        if faults:
            raise BadRecords(faults)
        return Records(tuple(found))

    def find(self, code: str) -> Dossier | None:
        """Return the dossier of a code; raises SourceAway."""
        records = self._call("TraCuuHoSo", mahoso=code)
        try:
            found = [dossier_of(record, self._reading) for record in records]
        except BadDossier as error:
            raise self._away(f"TraCuuHoSo: {error}") from error
        return next((dossier for dossier in found if dossier.code == code), None)

    def known(self) -> tuple[Dossier, ...]:
        """Return nothing: the service tells about one dossier at a time."""
        return ()

    def sync(self) -> Sync:
        """Return when the service last answered."""
        return self._sync

    def _call(self, service: str, **fields: str) -> list[dict[str, object]]:
        """Return the results of a call; signs in first, and once more when the session ended."""
        for fresh in (not self._session, True):
            if fresh:
                self._sign_in()
            body = {"session": self._session, "madonvi": self._access.unit, "service": service}
            answer = self._post("", body | fields, service)
            if answer.error_code == OK:
                self._sync = self._sync.ok(self._now_ms())
                result = answer.result
                return result if isinstance(result, list) else [result] if result else []
        raise self._away(f"{service}: the service answers {answer.error_code}")

    def _sign_in(self) -> None:
        body = {"username": self._access.username, "password": self._access.password}
        answer = self._post("/auth", body, "auth")
        if answer.error_code != OK or not answer.session:
            raise self._away("the service does not let this unit in")
        self._session = answer.session

    def _post(self, path: str, body: Mapping[str, str], what: str) -> _Answer:
        request = urllib.request.Request(
            self._access.address.rstrip("/") + path,
            data=msgspec.json.encode(body),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as response:
                return msgspec.json.decode(response.read(MOST_BYTES), type=_Answer)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._away(f"{what}: {type(error).__name__}") from error

    def _away(self, trouble: str) -> SourceAway:
        self._sync = self._sync.failed(trouble)
        return SourceAway(trouble)
