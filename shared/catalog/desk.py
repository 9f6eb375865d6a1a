"""The desk at which devices ask for a dossier: limits, second factor, the same answer to all
who may not know. Sans-I/O: the source is asked through its interface, time is given.
"""

import hmac
import re
from dataclasses import dataclass
from typing import Literal

from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.guesses import Guesses
from shared.catalog.dossiers.records import FACTOR_DIGITS, proof
from shared.catalog.search.codes import code_in
from shared.catalog.sources.interface import DossierSource, SourceAway, Sync

ANSWER_AFTER_MS = 600
"""Every answer takes this long, so that its time tells nothing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The desk's answer, to be given no earlier than ``not_before_ms``.

    ``unknown`` is said of a dossier that is not there and of a second factor that is wrong.
    ``wait`` names the moment until which this device may not ask. ``away``: the source does not
    answer. ``sync`` tells how old all this is.
    """

    kind: Literal["found", "unknown", "wait", "away"]
    sync: Sync
    not_before_ms: int
    dossier: Dossier | None = None
    until_ms: int = 0


class Desk:
    """Answers questions about dossiers from one source."""

    def __init__(self, source: DossierSource, key: bytes) -> None:
        self._source = source
        self._key = key
        self._guesses = Guesses()

    def ask(self, device: str, code: str, factor: str, now_ms: int) -> Reply:
        """Return the answer to a device that gives a code and the last four digits of a number."""
        code = code_in(code)
        after_ms = now_ms + ANSWER_AFTER_MS
        until_ms = self._guesses.closed_until_ms(device, code, now_ms)
        if until_ms:
            return Reply("wait", self._source.sync(), after_ms, until_ms=until_ms)
        try:
            dossier = self._source.find(code) if code else None
        except SourceAway:
            return Reply("away", self._source.sync(), after_ms)
        if not self._proven(dossier, code, factor):
            self._guesses = self._guesses.wrong(device, code, now_ms)
            return Reply("unknown", self._source.sync(), after_ms)
        self._guesses = self._guesses.right(device, code)
        return Reply("found", self._source.sync(), after_ms, dossier)

    def _proven(self, dossier: Dossier | None, code: str, factor: str) -> bool:
        """Return whether the factor is right; takes as long where there is no dossier."""
        digits = re.sub(r"\D", "", factor)
        given = proof(self._key, code, digits)
        proofs = (dossier.proofs if dossier else frozenset()) or frozenset({proof(b"-", "", "")})
        right = [hmac.compare_digest(given, each) for each in proofs]
        return dossier is not None and len(digits) == FACTOR_DIGITS and any(right)
