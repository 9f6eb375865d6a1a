"""How often somebody may try: limits against guessing codes and second factors. PURE.

A device that answers wrong several times waits, longer each time; a dossier that is tried wrong
from any device is closed for a while, so that four digits cannot be walked through.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

MINUTE_MS = 60_000
FREE_TRIES = 4
"""Wrong answers in a row before a device has to wait."""

WAITS_MS = (MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS)
"""How long, after the first wrong answer too many and each further one."""

FORGOTTEN_MS = 30 * MINUTE_MS
"""A wrong answer is forgotten after this time."""

DOSSIER_TRIES = 6
DOSSIER_CLOSED_MS = 60 * MINUTE_MS
"""Wrong second factors for one dossier before it is closed, and for how long."""

REMEMBERED = 10_000
"""Dossiers tried that are kept in mind; beyond it all are closed to those who fail."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong answers in a row, and the moment of the last one (UTC ms)."""

    count: int = 0
    last_ms: int = 0


@dataclass(frozen=True, slots=True)
class Guesses:
    """Wrong answers by device and by dossier code."""

    devices: Mapping[str, Tries] = field(default_factory=dict)
    codes: Mapping[str, Tries] = field(default_factory=dict)

    def closed_until_ms(self, device: str, code: str, now_ms: int) -> int:
        """Return until when this device may not ask for this dossier, 0 when it may."""
        by_device = self.devices.get(device, Tries())
        over = by_device.count - FREE_TRIES
        until = 0
        if over > 0:
            until = by_device.last_ms + WAITS_MS[min(over, len(WAITS_MS)) - 1]
        by_code = self.codes.get(code, Tries())
        if by_code.count >= DOSSIER_TRIES:
            until = max(until, by_code.last_ms + DOSSIER_CLOSED_MS)
        return until if until > now_ms else 0

    def wrong(self, device: str, code: str, now_ms: int) -> "Guesses":
        """Return the guesses after a wrong answer; old ones are forgotten."""
        devices = _fresh(self.devices, now_ms, FORGOTTEN_MS)
        codes = _fresh(self.codes, now_ms, DOSSIER_CLOSED_MS)
        devices[device] = Tries(devices.get(device, Tries()).count + 1, now_ms)
        if code in codes or len(codes) < REMEMBERED:
            codes[code] = Tries(codes.get(code, Tries()).count + 1, now_ms)
        return Guesses(devices, codes)

    def right(self, device: str, code: str) -> "Guesses":
        """Return the guesses after a right answer: the device begins anew."""
        devices = {key: tries for key, tries in self.devices.items() if key != device}
        codes = {key: tries for key, tries in self.codes.items() if key != code}
        return Guesses(devices, codes)


def _fresh(tries: Mapping[str, Tries], now_ms: int, age_ms: int) -> dict[str, Tries]:
    return {key: each for key, each in tries.items() if now_ms - each.last_ms < age_ms}
