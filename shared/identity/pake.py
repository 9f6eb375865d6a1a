"""SPAKE2: two sides that know the same short code get the same key; one guess a run.

The only module that knows the spake2 package. That package does not take the same time for
every secret, so whoever answers must do so on a fixed raster (shared.identity.pairing.ANSWER_S).
It is loaded by who pairs: it makes its numbers then, 20 ms that no app's start need wait for.
"""

import hmac
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spake2 import SPAKE2_A, SPAKE2_B

PROOF_BYTES = 32


class BadExchange(ValueError):
    """What the other side sent is no message of this exchange."""


class Exchange:
    """One side of one run; use each once."""

    def __init__(self, run: "SPAKE2_A | SPAKE2_B") -> None:
        self._run = run
        self.message: bytes = run.start()

    def key(self, theirs: bytes) -> bytes:
        """Return the common key; another key if the codes differ. Raises BadExchange."""
        try:
            key: bytes = self._run.finish(theirs)
        except Exception as error:  # it raises a dozen kinds for what a stranger may send
            raise BadExchange(f"not a message of this exchange: {error!r}") from error
        return key


def device_side(code: str) -> Exchange:
    """Begin the device's side."""
    from spake2 import SPAKE2_A

    return Exchange(SPAKE2_A(code.encode()))


def hub_side(code: str) -> Exchange:
    """Begin the hub's side."""
    from spake2 import SPAKE2_B

    return Exchange(SPAKE2_B(code.encode()))


def proof(key: bytes, side: str, bound: Iterable[bytes]) -> bytes:
    """Return one side's proof that it has the key and saw the same values as the other."""
    text = b"".join(len(each).to_bytes(4, "big") + each for each in (side.encode(), *bound))
    return hmac.digest(key, text, "sha256")


def proves(key: bytes, side: str, bound: Iterable[bytes], shown: bytes) -> bool:
    """Tell whether the other side's proof is right."""
    return hmac.compare_digest(proof(key, side, bound), shown)
