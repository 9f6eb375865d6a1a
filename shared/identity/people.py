"""Who may sign in: a PIN for each officer, a password for the head; ids and hashes, no names.

Names stand in the hall file only. Somebody new gets a one-time code and chooses a secret with
it; there is no secret that nobody chose. Use from one thread at a time; hashing takes a while.
"""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from shared.identity.credentials import CredentialsBroken
from shared.identity.hashes import (
    Hashes,
    is_good_password,
    is_good_pin,
    new_setup_code,
    plain_code,
)
from shared.identity.safe_file import write_safely
from shared.identity.waits import Waits

HEAD = "@head"
"""The head of the hall; no officer's id can be this."""

CODE_GOOD_H = 24


class Person(Struct, frozen=True):
    """What is kept of somebody: hashes of the secret and of a one-time code, "" for none."""

    id: str
    secret: str = ""
    code: str = ""
    code_until_ms: int = 0


class SignInResult(StrEnum):
    """How a sign-in went."""

    RIGHT = "right"
    WRONG = "wrong"
    WEAK = "weak"
    NO_SECRET = "no_secret"
    LATER = "later"


class People:
    """The people of one hall."""

    def __init__(self, path: Path, hashes: Hashes, waits: Waits) -> None:
        """Read who is known; raises CredentialsBroken."""
        self._path = path
        self._hashes = hashes
        self._waits = waits
        self._people = {person.id: person for person in _read(path)}

    def has_secret(self, id_: str) -> bool:
        """Tell whether somebody has chosen a secret."""
        return bool(self._known(id_).secret)

    def invite(self, id_: str, now_ms: int) -> str:
        """Return a fresh one-time code, good for a day; older ones are void."""
        code = new_setup_code()
        person = self._known(id_)
        until_ms = now_ms + CODE_GOOD_H * 3_600_000
        hashed = self._hashes.of(id_, plain_code(code))
        self._keep(replace(person, code=hashed, code_until_ms=until_ms))
        return code

    def forget(self, id_: str, now_ms: int) -> None:
        """Keep nothing of somebody any more."""
        self._waits.forget(id_, now_ms)
        if self._people.pop(id_, None) is not None:
            self._write()

    def keep_only(self, ids: Iterable[str], now_ms: int) -> None:
        """Forget everybody who is in the hall no longer; the head stays."""
        kept = {*ids, HEAD}
        gone = [id_ for id_ in self._people if id_ not in kept]
        for id_ in gone:
            self.forget(id_, now_ms)

    def sign_in(self, device: str, id_: str, secret: str, now_ms: int) -> SignInResult:
        """Check somebody's secret at a device."""
        if self.wait_s(device, id_) > 0:
            return SignInResult.LATER
        person = self._known(id_)
        if not person.secret:
            return SignInResult.NO_SECRET
        fits = self._hashes.fits(person.secret, id_, secret)
        return self._counted(device, id_, fits, now_ms)

    def choose_secret(
        self, device: str, id_: str, code: str, secret: str, now_ms: int
    ) -> SignInResult:
        """Let somebody choose a secret with a one-time code, which is void afterwards."""
        if self.wait_s(device, id_) > 0:
            return SignInResult.LATER
        good = is_good_password(secret) if id_ == HEAD else is_good_pin(secret)
        if not good:
            return SignInResult.WEAK
        person = self._known(id_)
        fits = self._hashes.fits(person.code, id_, plain_code(code))
        right = fits and now_ms < person.code_until_ms
        if right:
            self._keep(Person(id=id_, secret=self._hashes.of(id_, secret)))
        return self._counted(device, id_, right, now_ms)

    def wait_s(self, device: str, id_: str) -> float:
        """Return how long somebody must wait at a device before the next try."""
        return self._waits.wait_s(device, id_)

    def _counted(self, device: str, id_: str, right: bool, now_ms: int) -> SignInResult:
        if right:
            self._waits.right(device, id_, now_ms)
            return SignInResult.RIGHT
        self._waits.wrong(device, id_, now_ms)
        return SignInResult.WRONG

    def _known(self, id_: str) -> Person:
        return self._people.get(id_) or Person(id=id_)

    def _keep(self, person: Person) -> None:
        self._people[person.id] = person
        self._write()

    def _write(self) -> None:
        text = msgspec.json.format(msgspec.json.encode(list(self._people.values())))
        write_safely(self._path, text.decode())


def _read(path: Path) -> list[Person]:
    if not path.is_file():
        return []
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Person])
    except (OSError, msgspec.DecodeError) as error:
        raise CredentialsBroken(f"cannot read {path}: {error}") from error
