"""A one-bit picture, what a thermal printer burns, and the paper it is drawn for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """How wide a picture may be; ``compact`` asks for little ink, for a slow line."""

    width_dots: int
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, each ``width // 8`` bytes, the highest bit leftmost, 1 is black."""

    width: int
    height: int
    rows: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes of one row."""
        return self.width // 8

    def row(self, y: int) -> bytes:
        """Return one row."""
        return self.rows[y * self.row_bytes : (y + 1) * self.row_bytes]
