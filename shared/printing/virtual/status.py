"""The state of a printer as Epson's status bytes say it. Pure.

From Epson's reference: DLE EOT (real-time status), GS a (automatic status back), GS r. Bit 2
of the first byte is the drawer's pin, which is high when no drawer is there.
"""

from dataclasses import dataclass

DRAWER_PIN = 0x04


@dataclass(frozen=True, slots=True)
class Condition:
    """What the printer's sensors say. ``paper_stop``: it does not print for want of paper."""

    cover_open: bool = False
    near_end: bool = False
    paper_end: bool = False
    paper_stop: bool = False
    cutter_error: bool = False
    unrecoverable: bool = False
    auto_recoverable: bool = False

    @property
    def error(self) -> bool:
        """Tell whether there is an error, whoever can end it."""
        return self.cutter_error or self.unrecoverable or self.auto_recoverable

    @property
    def offline(self) -> bool:
        """Tell whether it has stopped obeying."""
        return self.cover_open or self.paper_stop or self.error

    @property
    def senses_paper(self) -> bool:
        """Tell what the sensor sees: under an open cover, nothing."""
        return not (self.paper_end or self.cover_open)


def real_time_status(condition: Condition, n: int) -> int:
    """Return the byte that answers DLE EOT ``n``, 1 to 4."""
    return 0x12 | (_printer, _offline_cause, _error_cause, _paper_sensors)[n - 1](condition)


def _printer(now: Condition) -> int:
    return DRAWER_PIN | _bit(now.offline, 0x08)


def _offline_cause(now: Condition) -> int:
    stop = now.paper_stop and not now.cover_open
    return _bit(now.cover_open, 0x04) | _bit(stop, 0x20) | _bit(now.error, 0x40)


def _error_cause(now: Condition) -> int:
    return (
        _bit(now.cutter_error, 0x08)
        | _bit(now.unrecoverable, 0x20)
        | _bit(now.auto_recoverable, 0x40)
    )


def _paper_sensors(now: Condition) -> int:
    return _bit(now.near_end, 0x0C) | _bit(not now.senses_paper, 0x60)


def automatic_status(condition: Condition) -> bytes:
    """Return the four bytes of automatic status back."""
    first = 0x10 | DRAWER_PIN | _bit(condition.offline, 0x08) | _bit(condition.cover_open, 0x20)
    return bytes((first, _error_cause(condition), paper_status(condition), 0))


def paper_status(condition: Condition) -> int:
    """Return the byte that answers GS r 1."""
    return _bit(condition.near_end, 0x03) | _bit(not condition.senses_paper, 0x0C)


def offline_response(condition: Condition) -> bytes:
    """Return the causes in an off-line response (GS ( H 49), five bytes as a TM-T90 has them."""
    causes = (condition.unrecoverable, False, False, condition.cutter_error)
    return bytes(0x40 | _bit(cause, 0x01) for cause in (*causes, condition.auto_recoverable))


def watched(condition: Condition, mask: int) -> tuple[object, ...]:
    """Return what a GS a mask asks to be told about; it is told when this differs."""
    sensors = (condition.near_end, condition.senses_paper)
    return (
        (condition.offline, condition.cover_open) if mask & 0x02 else (),
        _error_cause(condition) if mask & 0x04 else (),
        sensors if mask & 0x08 else (),
    )


def _bit(on: bool, bits: int) -> int:
    return bits if on else 0
