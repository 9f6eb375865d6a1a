"""How much paper is left once the near-end sensor has told, so that no slip ends half. Pure.

The sensor says "near", never how near: from then on every slip is counted off.
"""

from dataclasses import dataclass

DOTS_PER_MM = 8
"""203 dots an inch."""

USUAL_SLIP_MM = 120


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll in the printer; ``left_mm`` is None while there is plenty."""

    left_mm: int | None = None
    slip_mm: int = USUAL_SLIP_MM

    @property
    def slips_left(self) -> int | None:
        """Return how many more slips like the last one surely fit, None while there is plenty."""
        return None if self.left_mm is None else self.left_mm // self.slip_mm

    def fits(self, slip_mm: int) -> bool:
        """Tell whether a slip of that length surely comes out whole."""
        return self.left_mm is None or slip_mm <= self.left_mm


def seen(roll: Roll, near_end: bool, near_end_mm: int) -> Roll:
    """Return the roll after a look at the sensor."""
    if not near_end:
        return Roll(None, roll.slip_mm)
    return roll if roll.left_mm is not None else Roll(near_end_mm, roll.slip_mm)


def used(roll: Roll, slip_mm: int) -> Roll:
    """Return the roll after a slip."""
    left_mm = None if roll.left_mm is None else max(0, roll.left_mm - slip_mm)
    return Roll(left_mm, slip_mm)


def slip_length_mm(rows: int, head_to_cutter_mm: int) -> int:
    """Return how much paper a picture of so many rows takes with the feed to the cutter."""
    return -(-rows // DOTS_PER_MM) + head_to_cutter_mm
