"""Who may knock, and how often: the gate before TLS, and what a device may ask. Pure.

A bucket holds tokens that come back with time; each knock or command takes one. Times are
seconds of a steady clock.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from shared.domain.commands import Role

HANDSHAKE_S = 5.0
"""So long a connection may take to show its certificate."""

MOST_ADDRESSES = 4096
"""Addresses remembered; the one heard of longest ago is forgotten first."""

MOST_AT_THE_DOOR = 256
MOST_AT_THE_DOOR_EACH = 12
"""Connections that have not shown a certificate yet: altogether, and from one address."""

THIS_MACHINE = ("127.0.0.1", "::1")
"""Whoever is here already needs no flood; all devices of a small hall come from here at once."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` at once, then ``per_s`` a second."""

    burst: float
    per_s: float


KNOCKS = Rate(burst=30, per_s=5)
KNOCKS_HERE = Rate(burst=1000, per_s=500)
"""For each address, and for this machine itself. A counter's machine knocks twice at its start."""

COMMANDS: dict[Role, Rate] = {
    Role.DISPENSER: Rate(burst=60, per_s=20),
    Role.BOARD: Rate(burst=200, per_s=50),
    Role.COUNTER: Rate(burst=60, per_s=20),
    Role.PANEL: Rate(burst=30, per_s=5),
    Role.KIOSK: Rate(burst=60, per_s=10),
    Role.HEAD: Rate(burst=60, per_s=20),
    Role.OBSERVER: Rate(burst=10, per_s=1),
}
"""What a device may send a second: many times what people can press, and a board's confirmations
after a reconnect. Whoever sends more is not refused but read more slowly."""


@dataclass(slots=True)
class Bucket:
    """Tokens of one address or one connection."""

    rate: Rate
    at_s: float
    tokens: float

    @staticmethod
    def full(rate: Rate, now_s: float) -> "Bucket":
        """Return a bucket from which nothing was taken yet."""
        return Bucket(rate, now_s, rate.burst)

    def take(self, now_s: float) -> bool:
        """Take a token; False when there is none."""
        self._fill(now_s)
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True

    def wait_s(self, now_s: float) -> float:
        """Take a token, if need be one that is still to come; return how long until it comes."""
        self._fill(now_s)
        self.tokens -= 1
        return max(0.0, -self.tokens / self.rate.per_s)

    def _fill(self, now_s: float) -> None:
        gained = max(0.0, now_s - self.at_s) * self.rate.per_s
        self.tokens = min(self.rate.burst, self.tokens + gained)
        self.at_s = max(self.at_s, now_s)


@dataclass(slots=True)
class Gate:
    """Decides before any cryptography whether a connection is worth it."""

    rate: Rate = KNOCKS
    most: int = MOST_AT_THE_DOOR
    most_each: int = MOST_AT_THE_DOOR_EACH
    _buckets: "OrderedDict[str, Bucket]" = field(default_factory=OrderedDict)
    _waiting: dict[str, int] = field(default_factory=dict)
    _total: int = 0

    def admits(self, address: str, now_s: float) -> bool:
        """Let a connection come to the door, or not; whoever is let in must ``leave`` it."""
        if not self._bucket(address, now_s).take(now_s):
            return False
        most_each = self.most if address in THIS_MACHINE else self.most_each
        if self._total >= self.most or self._waiting.get(address, 0) >= most_each:
            return False
        self._waiting[address] = self._waiting.get(address, 0) + 1
        self._total += 1
        return True

    def leave(self, address: str) -> None:
        """A connection has shown its certificate, or is gone."""
        self._total -= 1
        self._waiting[address] -= 1
        if not self._waiting[address]:
            del self._waiting[address]

    def _bucket(self, address: str, now_s: float) -> Bucket:
        rate = KNOCKS_HERE if address in THIS_MACHINE else self.rate
        bucket = self._buckets.pop(address, None) or Bucket.full(rate, now_s)
        self._buckets[address] = bucket
        if len(self._buckets) > MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        return bucket
