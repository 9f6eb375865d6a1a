"""A dossier, and the ten states of the national rules. Types, and which state is which. PURE.

Names are masked and numbers turned into proofs before a dossier exists: nothing here tells who
somebody is. Moments are the hall's local time, ISO to the minute (``2026-11-26T09:30``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from shared.catalog.search.text import folded, nfc


class State(IntEnum):
    """The national states, 1 to 10 (trạng thái hồ sơ)."""

    REGISTERED = 1
    ACCEPTED = 2
    NOT_ACCEPTED = 3
    IN_PROGRESS = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    DONE = 9
    RETURNED = 10


WAITS_FOR_CITIZEN = frozenset({State.SUPPLEMENT, State.PAYMENT})
"""The time that the office has stands still."""

OVER = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN, State.STOPPED, State.DONE, State.RETURNED})
"""Nothing more is to be done in the office."""

_NAMES: Mapping[str, State] = {
    "moi dang ky": State.REGISTERED,
    "duoc tiep nhan": State.ACCEPTED,
    "da tiep nhan": State.ACCEPTED,
    "khong duoc tiep nhan": State.NOT_ACCEPTED,
    "dang xu ly": State.IN_PROGRESS,
    "yeu cau bo sung giay to": State.SUPPLEMENT,
    "yeu cau thuc hien nghia vu tai chinh": State.PAYMENT,
    "cong dan yeu cau rut ho so": State.WITHDRAWN,
    "dung xu ly": State.STOPPED,
    "da xu ly xong": State.DONE,
    "da tra ket qua": State.RETURNED,
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """What may be told about a dossier to the one who has its code and a second factor.

    ``state`` is None for a local state that nobody has mapped: then it is being processed, and
    the counter is asked. ``apology_due`` is the new date of an apology slip. ``proofs`` are the
    keyed hashes of the second factors.
    """

    code: str
    procedure: str
    state: State | None
    received: str
    due: str = ""
    apology_due: str = ""
    finished: str = ""
    returned: str = ""
    unit: str = ""
    masked_name: str = ""
    proofs: frozenset[bytes] = frozenset()


def state_of(written: str, local_states: Mapping[str, int]) -> State | None:
    """Return the state for a code or name: a hall's own table first, then the national one."""
    word = nfc(written)
    local = local_states.get(word)
    if local is not None:
        return State(local) if local in State.__members__.values() else None
    if word.isdecimal() and 1 <= int(word) <= 10:
        return State(int(word))
    return _NAMES.get(folded(word))
