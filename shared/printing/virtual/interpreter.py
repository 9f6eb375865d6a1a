"""Reads ESC/POS strictly: what it does not know, or what is out of range, is put down. Pure.

After a mistake it goes on as a real printer does: the rest of the command is taken for text,
and garbage comes out. A program of this module is a generator: it yields how many bytes it
wants, or something to do; whoever runs it sends the bytes in.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from shared.printing.virtual.commands import (
    CUT_HERE,
    CUT_TO_A_POINT,
    FEED_AND_CUT,
    IDENTITY_BYTES,
    IDENTITY_TEXTS,
    RASTER_ROWS,
    RASTER_SCALES,
    SETTINGS,
    STATUS_IN_TURN,
)
from shared.printing.virtual.dots import doubled, placed
from shared.printing.virtual.lettering import Lettering
from shared.printing.virtual.mechanism import Ending
from shared.printing.virtual.profile import Answer, Profile
from shared.printing.virtual.real_time import LONGEST, REAL_TIME
from shared.printing.virtual.undrawn import Passing, barcode, columns, long_block

NUL, HT, LF, FF, CR, CAN = 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x18
DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D
PRINTABLE = 0x20


@dataclass(frozen=True, slots=True)
class Row:
    """Print one row of dots; ``feed`` when it is only paper moving."""

    dots: bytes
    feed: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """Drive the blade."""

    ending: Ending


@dataclass(frozen=True, slots=True)
class Tell:
    """Answer the host, now that all before is done."""

    answer: Answer
    value: bytes


Program = Generator[int | Row | Cut | Tell, bytes, None]


@dataclass(slots=True)
class Settings:
    """What ESC @ sets back."""

    left_dots: int = 0
    stop_at_near_end: bool = False
    lettering: Lettering = field(default_factory=Lettering)


class Interpreter:
    """One printer's understanding of its bytes; ``errors`` gets a sentence for each mistake."""

    def __init__(self, profile: Profile, errors: list[str]) -> None:
        self._profile = profile
        self._errors = errors
        self.settings = Settings()
        self.inside_command = False
        """Whether a command has begun that is not done."""
        self._commands: dict[bytes, Callable[[], Program]] = {
            b"\x10\x04": self._real_time_status,
            b"\x10\x05": self._real_time_recovery,
            b"\x10\x14": self._real_time_request,
            b"\x1b@": self._initialise,
            b"\x1bJ": self._feed_dots,
            b"\x1bd": self._feed_lines,
            b"\x1bi": lambda: self._cut_here(Ending.PARTIAL),
            b"\x1bm": lambda: self._cut_here(Ending.PARTIAL),
            b"\x1bc": self._panel,
            b"\x1b*": lambda: self._pass_over(columns()),
            b"\x1bD": self._tabs,
            b"\x1d(": self._block,
            b"\x1d8": lambda: self._pass_over(long_block()),
            b"\x1dI": self._identity,
            b"\x1dV": self._cut,
            b"\x1da": self._automatic_status,
            b"\x1dk": lambda: self._pass_over(barcode()),
            b"\x1dr": self._status_in_turn,
            b"\x1dv": self._raster,
            b"\x1c(": self._block,
        }

    def run(self) -> Program:
        """Obey for ever."""
        while True:
            self.inside_command = False
            first = yield 1
            self.inside_command = True
            yield from self._obey(first)

    def _obey(self, first: bytes) -> Program:
        code = first[0]
        if code >= PRINTABLE:
            yield from self._letter(code)
        elif code == LF:
            yield from self._new_line()
        elif code in (DLE, ESC, FS, GS):
            yield from self._command(first + (yield 1))
        elif code == HT:
            self.settings.lettering.tab()
        elif code == CAN:
            self.settings.lettering.forget()
        elif code not in (NUL, CR, FF):
            self._errors.append(f"unknown byte {code:02x}")

    def _command(self, name: bytes) -> Program:
        if name in self._commands:
            yield from self._commands[name]()
        elif name in SETTINGS:
            yield from self._setting(name)
        else:
            self._errors.append(f"unknown command {name.hex(' ')}")

    def _pass_over(self, passing: Passing) -> Program:
        self._errors.append((yield from passing))

    def _refuse(self, name: str, values: bytes) -> None:
        self._errors.append(f"{name} {values.hex(' ')} is out of range")

    # Letters and feeds

    def _letter(self, code: int) -> Program:
        if not self.settings.lettering.fits(self._profile.width_dots - self.settings.left_dots):
            yield from self._new_line()
        self.settings.lettering.put(code)

    def _new_line(self) -> Program:
        lettering = self.settings.lettering
        printed = yield from self._print_line()
        yield from self._feed(lettering.spacing - printed)

    def _print_line(self) -> Generator[Row, bytes, int]:
        """Print the letters that wait; return how many rows they took."""
        rows = self.settings.lettering.take_rows(self._profile.width_dots, self.settings.left_dots)
        for row in rows:
            yield Row(row)
        return len(rows)

    def _feed(self, dots: int) -> Program:
        for _ in range(dots):
            yield Row(bytes(self._profile.row_bytes), feed=True)

    def _feed_dots(self) -> Program:
        dots = yield 1
        printed = yield from self._print_line()
        yield from self._feed(dots[0] - printed)

    def _feed_lines(self) -> Program:
        lines = yield 1
        printed = yield from self._print_line()
        yield from self._feed(lines[0] * self.settings.lettering.spacing - printed)

    def _tabs(self) -> Program:
        stops = bytearray()
        while (stop := (yield 1)) != b"\x00":
            if len(stops) == 32 or (stops and stop[0] <= stops[-1]):
                self._refuse("ESC D", bytes(stops) + stop)
                return
            stops += stop
        self.settings.lettering.tab_stops = tuple(stops)

    # Settings

    def _initialise(self) -> Program:
        self.settings = Settings()
        yield Tell(Answer.ASB, b"\x00")

    def _setting(self, prefix: bytes) -> Program:
        setting = SETTINGS[prefix]
        values = b""
        for allowed in setting.allowed:
            values += yield 1
            if values[-1] not in allowed:
                self._refuse(setting.name, values)
                return
        self._apply(setting.name, values)

    def _apply(self, name: str, values: bytes) -> None:
        settings = self.settings
        if name == "ESC c 4":
            settings.stop_at_near_end = bool(values[0] & 0x03)
        elif name == "GS L":
            settings.left_dots = int.from_bytes(values, "little")
        else:
            settings.lettering.apply(name, values)

    def _panel(self) -> Program:
        which = yield 1
        name = b"\x1bc" + which
        if name in SETTINGS:
            yield from self._setting(name)
        else:
            self._errors.append(f"unknown command {name.hex(' ')}")

    # Pictures

    def _raster(self) -> Program:
        header = yield 6
        width = int.from_bytes(header[2:4], "little")
        height = int.from_bytes(header[4:6], "little")
        if (
            header[:1] != b"0"
            or header[1] not in RASTER_SCALES
            or not 1 <= height <= RASTER_ROWS
            or width == 0
        ):
            self._refuse("GS v", header)
            return
        yield from self._picture(width, height, header[1])

    def _picture(self, width: int, height: int, scale: int) -> Program:
        """Print a picture's rows; a real-time command in them, or across them, is put down."""
        wide, high = 1 + (scale & 1), 1 + (scale >> 1 & 1)
        drawn = self._at_line_start("a picture")
        left = self._left_dots(width * 8 * wide) if drawn else 0
        tail = b""
        for _ in range(height):
            row = yield width
            found = REAL_TIME.search(tail + row)
            if found:
                self._errors.append(f"real-time command {found[0].hex(' ')} inside a picture")
            tail = b"" if found else (tail + row)[1 - LONGEST :]
            line = placed(doubled(row) if wide == 2 else row, left, self._profile.width_dots)
            for _ in range(high if drawn else 0):
                yield Row(line)

    def _left_dots(self, width: int) -> int:
        margin, paper = self.settings.left_dots, self._profile.width_dots
        left = margin + self.settings.lettering.take_left(width, paper - margin)
        if left + width > paper:
            self._errors.append(
                f"a picture {width} dots wide where there is room for {paper - left}"
            )
        return left

    # Cuts

    def _cut(self) -> Program:
        mode = (yield 1)[0]
        ending = Ending.PARTIAL if mode in CUT_TO_A_POINT else Ending.CUT
        if mode in CUT_HERE:
            yield from self._cut_here(ending)
        elif mode in FEED_AND_CUT:
            feed = (yield 1)[0]
            if self._at_line_start("a cut"):
                yield from self._feed(self._profile.head_to_cutter_dots + feed)
                yield Cut(ending)
        else:
            self._refuse("GS V", bytes((mode,)))

    def _cut_here(self, ending: Ending) -> Program:
        if self._at_line_start("a cut"):
            yield Cut(ending)

    def _at_line_start(self, what: str) -> bool:
        waiting = self.settings.lettering.waiting
        if waiting:
            self._errors.append(f"{what} after letters of the same line is left out")
        return not waiting

    # Answers

    def _real_time_status(self) -> Program:
        """Answered when it came in; here only what is left of it is passed over."""
        n = yield 1
        if not 1 <= n[0] <= 4:
            self._refuse("DLE EOT", n)

    def _real_time_request(self) -> Program:
        function = yield 1
        lengths = {1: 2, 2: 2, 7: 1, 8: 7}
        if function[0] not in lengths:
            self._refuse("DLE DC4", function)
            return
        values = function + (yield lengths[function[0]])
        if not REAL_TIME.match(b"\x10\x14" + values):
            self._refuse("DLE DC4", values)

    def _real_time_recovery(self) -> Program:
        n = yield 1
        if n[0] > 2:
            self._refuse("DLE ENQ", n)

    def _automatic_status(self) -> Program:
        yield Tell(Answer.ASB, (yield 1))

    def _status_in_turn(self) -> Program:
        n = yield 1
        if n[0] in STATUS_IN_TURN:
            yield Tell(Answer.GS_R, n)
        else:
            self._refuse("GS r", n)

    def _identity(self) -> Program:
        n = yield 1
        if n[0] in IDENTITY_BYTES or n[0] in IDENTITY_TEXTS:
            yield Tell(Answer.GS_I, n)
        else:
            self._refuse("GS I", n)

    def _block(self) -> Program:
        """GS ( x or FS ( x: a function with its length in bytes."""
        header = yield 3
        values = yield int.from_bytes(header[1:3], "little")
        if header[:1] == b"H":
            yield from self._response(values)
        else:
            self._errors.append(f"GS ( {header[:1].decode('latin-1')} is not drawn")

    def _response(self, values: bytes) -> Program:
        function, rest = values[:2], values[2:]
        process = function == b"00" and len(rest) == 4 and all(0x20 <= v <= 0x7E for v in rest)
        offline = function == b"10" and len(rest) == 1 and rest[0] in b"\x00\x01\x02012"
        if process or offline:
            yield Tell(Answer.GS_H, rest)
        else:
            self._refuse("GS ( H", values)
