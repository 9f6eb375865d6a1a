"""What an ESC/POS printer does with the bytes it gets: exactly those bytes, nothing guessed.

Pure: bytes in; cut tickets, answers and errors out. Paper that was not cut stays and joins
the next ticket, as on a real printer. Commands per Epson's ESC/POS reference.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from shared.printing.picture import Picture

DLE, ESC, GS = 0x10, 0x1B, 0x1D
STATUS_WELL = {1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12}
"""Answers to DLE EOT n of a printer that is online, closed, and has paper."""


@dataclass(slots=True)
class VirtualPrinter:
    """A printer ``width`` dots wide."""

    width: int = 576
    tickets: list[Picture] = field(default_factory=list)
    answers: bytearray = field(default_factory=bytearray)
    errors: list[str] = field(default_factory=list)
    _rows: bytearray = field(default_factory=bytearray)
    _buffer: bytearray = field(default_factory=bytearray)

    def receive(self, data: bytes) -> list[Picture]:
        """Take bytes in; return the tickets that were cut by them."""
        self._buffer += data
        before = len(self.tickets)
        while self._buffer:
            used = self._obey(bytes(self._buffer))
            if used == 0:
                break
            del self._buffer[:used]
        return self.tickets[before:]

    def take_answers(self) -> bytes:
        """Return and forget what the printer says back."""
        answers = bytes(self.answers)
        self.answers.clear()
        return answers

    @property
    def waiting_bytes(self) -> int:
        """Return how many bytes of a command that is not whole yet are held."""
        return len(self._buffer)

    def _obey(self, data: bytes) -> int:
        """Carry out the first command; return its length, 0 if it is not whole yet."""
        if data[0] == 0x00:
            return 1
        if data[0] == 0x0A:
            return self._feed(30, 1)
        if len(data) < 2:
            return 0 if data[0] in (DLE, ESC, GS) else self._unknown(data)
        commands: dict[bytes, Callable[[bytes], int]] = {
            b"\x10\x04": self._status,
            b"\x1b@": self._initialise,
            b"\x1bJ": lambda d: self._feed(d[2], 3) if len(d) >= 3 else 0,
            b"\x1bd": lambda d: self._feed(d[2] * 30, 3) if len(d) >= 3 else 0,
            b"\x1dv": self._raster,
            b"\x1dV": self._cut,
            b"\x1da": lambda d: 3 if len(d) >= 3 else 0,
            b"\x1d(": self._block,
        }
        return commands.get(data[:2], self._unknown)(data)

    def _unknown(self, data: bytes) -> int:
        self.errors.append(f"unknown command {data[:3].hex(' ')}")
        return 1

    def _status(self, data: bytes) -> int:
        if len(data) < 3:
            return 0
        if data[2] in STATUS_WELL:
            self.answers.append(STATUS_WELL[data[2]])
        else:
            self.errors.append(f"DLE EOT {data[2]} is not known")
        return 3

    def _initialise(self, data: bytes) -> int:
        return 2

    def _feed(self, dots: int, used: int) -> int:
        self._rows += bytes(dots * (self.width // 8))
        return used

    def _raster(self, data: bytes) -> int:
        if len(data) < 8:
            return 0
        width = int.from_bytes(data[4:6], "little")
        height = int.from_bytes(data[6:8], "little")
        end = 8 + width * height
        if len(data) < end:
            return 0
        if data[2:4] != b"0\x00":
            self.errors.append(f"GS v {data[2:4].hex(' ')} is not known")
        elif width > self.width // 8:
            self.errors.append(f"a picture {width * 8} dots wide on {self.width}")
        else:
            self._burn(data[8:end], width)
        return end

    def _burn(self, rows: bytes, width: int) -> None:
        right = bytes(self.width // 8 - width)
        for start in range(0, len(rows), width):
            self._rows += rows[start : start + width] + right

    def _cut(self, data: bytes) -> int:
        if len(data) < 3 or (data[2] in (65, 66) and len(data) < 4):
            return 0
        row_bytes = self.width // 8
        height = len(self._rows) // row_bytes
        self.tickets.append(Picture(self.width, height, bytes(self._rows)))
        self._rows.clear()
        return 4 if data[2] in (65, 66) else 3

    def _block(self, data: bytes) -> int:
        """GS ( x: a function with its length; fn 48 of H answers when all before is printed."""
        if len(data) < 5:
            return 0
        end = 5 + int.from_bytes(data[3:5], "little")
        if len(data) < end:
            return 0
        if data[2:3] == b"H" and data[5:7] == b"00" and end == 11:
            self.answers += b"\x37\x22" + data[7:11] + b"\x00"
        else:
            self.errors.append(f"GS ( {data[2:7].hex(' ')} is not known")
        return end
