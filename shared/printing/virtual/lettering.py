"""One line of text as the printer sets it: sizes, bold, position. Pure.

Enough of ESC/POS's text for plain receipts and for garbage to look as it does; code pages
other than ASCII are printed as boxes.
"""

from dataclasses import dataclass, field

from shared.printing.virtual.typeface import letter_rows

CELLS = {0: (12, 24), 1: (9, 17)}
"""Dots of a letter in font A and font B."""

USUAL_SPACING = 30


@dataclass(frozen=True, slots=True)
class _Letter:
    left: int
    width: int
    rows: tuple[int, ...]


@dataclass(slots=True)
class Lettering:
    """How letters look now, and those that wait for the end of their line."""

    spacing: int = USUAL_SPACING
    tab_stops: tuple[int, ...] = tuple(range(8, 256, 8))
    _font: int = 0
    _wide: int = 1
    _high: int = 1
    _bold: bool = False
    _underlined: bool = False
    _inverted: bool = False
    _gap: int = 0
    _justified: int = 0
    _position: int = 0
    _letters: list[_Letter] = field(default_factory=list)

    @property
    def waiting(self) -> bool:
        """Tell whether letters wait for the end of their line."""
        return bool(self._letters)

    def fits(self, width_dots: int) -> bool:
        """Tell whether one more letter fits into a line so wide."""
        return self._position + self._cell()[0] <= width_dots

    def put(self, code: int) -> None:
        """Set one letter."""
        width = self._cell()[0]
        rows = letter_rows(code, *CELLS[self._font])
        tall = tuple(_stretched(row, self._wide) for row in rows for _ in range(self._high))
        self._letters.append(_Letter(self._position, width, self._styled(tall, width)))
        self._position += width + self._gap

    def tab(self) -> None:
        """Go to the next tab stop, if there is one."""
        cell = CELLS[self._font][0]
        ahead = [stop * cell for stop in self.tab_stops if stop * cell > self._position]
        self._position = ahead[0] if ahead else self._position

    def forget(self) -> None:
        """Leave out the letters that wait."""
        self._letters.clear()
        self._position = 0

    def take_left(self, width_dots: int, room_dots: int) -> int:
        """Return where a picture so wide begins in the room there is, and start a new line."""
        spare = max(0, room_dots - width_dots)
        left = self._position or (0, spare // 2, spare)[self._justified]
        self._position = 0
        return left

    def take_rows(self, paper_dots: int, margin_dots: int) -> list[bytes]:
        """Return the waiting line as rows of dots, none if there is none, and start a new one."""
        if not self._letters:
            self._position = 0
            return []
        used = self._letters[-1].left + self._letters[-1].width
        self._position = 0
        left = margin_dots + self.take_left(used, paper_dots - margin_dots)
        height = max(len(letter.rows) for letter in self._letters)
        rows = [self._row(y, height, left, paper_dots) for y in range(height)]
        self._letters.clear()
        return rows

    def apply(self, name: str, values: bytes) -> None:
        """Take a setting; those that change nothing drawn are passed over."""
        value = values[0] if values else 0
        match name:
            case "ESC !":
                self._font = value & 1
                self._bold = bool(value & 0x08)
                self._high, self._wide = 1 + (value >> 4 & 1), 1 + (value >> 5 & 1)
                self._underlined = bool(value & 0x80)
            case "GS !":
                self._wide, self._high = 1 + (value >> 4), 1 + (value & 7)
            case "ESC E" | "ESC G":
                self._bold = bool(value & 1)
            case "ESC -":
                self._underlined = value not in b"\x000"
            case "GS B":
                self._inverted = bool(value & 1)
            case "ESC M":
                self._font = value & 1
            case "ESC a":
                self._justified = value & 3
            case "ESC 2":
                self.spacing = USUAL_SPACING
            case "ESC 3":
                self.spacing = value
            case "ESC SP":
                self._gap = value
            case "ESC $":
                self._position = int.from_bytes(values, "little")
            case "ESC \\":
                moved = self._position + int.from_bytes(values, "little", signed=True)
                self._position = max(0, moved)

    def _cell(self) -> tuple[int, int]:
        width, height = CELLS[self._font]
        return width * self._wide, height * self._high

    def _styled(self, rows: tuple[int, ...], width: int) -> tuple[int, ...]:
        full = (1 << width) - 1
        if self._bold:
            rows = tuple(row | row >> 1 for row in rows)
        if self._underlined:
            rows = (*rows[:-2], full, full)
        if self._inverted:
            rows = tuple(row ^ full for row in rows)
        return rows

    def _row(self, y: int, height: int, left: int, paper_dots: int) -> bytes:
        """Letters stand on one line: the lower begin further down."""
        dots = 0
        for letter in self._letters:
            own = y - (height - len(letter.rows))
            if own >= 0:
                shift = paper_dots - left - letter.left - letter.width
                dots |= letter.rows[own] << shift if shift >= 0 else letter.rows[own] >> -shift
        return (dots & (1 << paper_dots) - 1).to_bytes(paper_dots // 8, "big")


def _stretched(row: int, times: int) -> int:
    """Return a row of dots with each dot so many times."""
    if times == 1:
        return row
    bits = 0
    for bit in range(row.bit_length()):
        if row >> bit & 1:
            bits |= ((1 << times) - 1) << bit * times
    return bits
