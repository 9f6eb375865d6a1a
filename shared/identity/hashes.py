"""PINs and passwords as argon2id hashes under a pepper that is kept elsewhere.

A stolen list of hashes alone says nothing about six-digit PINs: without the pepper no guess
can be tried. The person is part of what is hashed, so hashes cannot change places.
Each call takes tens of milliseconds and 19 MiB: not for an event loop.
"""

import hmac
import secrets
from itertools import pairwise
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

from shared.identity.safe_file import write_safely

PIN_LEAST = 6
PIN_MOST = 12
PASSWORD_LEAST = 10
PASSWORD_MOST = 128
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody mistakes for one another."""

SETUP_CODE_LETTERS = 10
"""50 bits."""

_hasher = PasswordHasher(
    time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, salt_len=16, type=Type.ID
)
"""OWASP's least for argon2id: m=19 MiB, t=2, p=1."""


class Hashes:
    """Makes and checks hashes with one hall's pepper."""

    def __init__(self, pepper: bytes) -> None:
        self._pepper = pepper

    def of(self, person: str, secret: str) -> str:
        """Return the hash to keep."""
        return _hasher.hash(self._peppered(person, secret))

    def fits(self, kept: str, person: str, secret: str) -> bool:
        """Tell whether a secret is this person's; somebody without one costs the same time."""
        try:
            return _hasher.verify(kept or _NOBODYS, self._peppered(person, secret))
        except (VerificationError, InvalidHashError):
            return False

    def _peppered(self, person: str, secret: str) -> bytes:
        return hmac.digest(self._pepper, f"{len(person)}:{person}:{secret}".encode(), "sha256")


_NOBODYS = (
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$Satfmd5C98MpNloS/zMxYg$9s8WnQV1QgHCGoJBygG9QyysA5b+MSVaFJ2qC0vKY2g"
)
"""Of random bytes that nobody has kept; made beforehand, since making one takes 19 MiB."""


def load_pepper(path: Path) -> bytes:
    """Return the hall's pepper, made at the first start."""
    if not path.is_file():
        write_safely(path, secrets.token_hex(32))
    return bytes.fromhex(path.read_text(encoding="utf-8").strip())


def is_good_pin(pin: str) -> bool:
    """Tell whether a PIN is long enough and not one of those that are tried first."""
    if not (PIN_LEAST <= len(pin) <= PIN_MOST and pin.isascii() and pin.isdigit()):
        return False
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    repeats = any(pin == pin[:size] * (len(pin) // size) for size in (1, 2, 3))
    return not (repeats or steps in ({1}, {9}))


def is_good_password(password: str) -> bool:
    """Tell whether a head's password is long enough and of more than a few letters."""
    return PASSWORD_LEAST <= len(password) <= PASSWORD_MOST and len(set(password)) >= 5


def new_setup_code() -> str:
    """Return a code for somebody's first sign-in, ``ABCDE-FGH23``."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(SETUP_CODE_LETTERS))
    return f"{letters[:5]}-{letters[5:]}"


def plain_code(typed: str) -> str:
    """Return a typed code as it was made, however it was typed."""
    return "".join(letter for letter in typed.upper() if letter in CODE_LETTERS)
