"""The printer at work: takes bytes out of its memory, moves the paper, drives the blade. Pure.

One thing at a time, each in its own time: what is printed is printed before what comes after
it is read, so an answer in turn says that all before is done.
"""

from collections.abc import Callable, Iterator

from shared.printing.virtual.faults import Stage
from shared.printing.virtual.interpreter import Cut, Interpreter, Row, Settings, Tell
from shared.printing.virtual.mechanism import Mechanism
from shared.printing.virtual.profile import Answer, Profile

FIRST_BAND_ROWS = 8
MID_ROWS = 250
"""Printed rows of a slip after which its first band, and its middle, have been reached."""


class Engine:
    """``memory`` is the receive buffer; ``blade_stuck`` jams the next cut, or the one begun.

    ``tell`` gets each answer when it is its turn, ``reached`` each stage of each slip; what
    they do may start, clear or halt the engine.
    """

    def __init__(
        self,
        profile: Profile,
        mechanism: Mechanism,
        errors: list[str],
        tell: Callable[[Tell], None],
        reached: Callable[[Stage], None],
    ) -> None:
        self._profile = profile
        self._mechanism = mechanism
        self._errors = errors
        self._tell = tell
        self._reached = reached
        self.blade_stuck = False
        self._motion: Iterator[float] | None = None
        self.start()

    def start(self) -> None:
        """Begin with empty memory and no settings, as after power-on."""
        self.memory = bytearray()
        self.cutter_error = False
        self._interpreter = Interpreter(self._profile, self._errors)
        self._printed_rows = 0
        self._announced = False
        self._begin()

    def clear(self) -> None:
        """Forget what was sent and is not printed; settings stay."""
        self.memory.clear()
        self._interpreter.settings.lettering.forget()
        self._begin()

    def halt(self) -> None:
        """Stop in the middle of whatever moves."""
        self._motion = None

    @property
    def busy(self) -> bool:
        """Tell whether there is something to print, or half a command."""
        return bool(self._motion or self.memory or self._interpreter.inside_command)

    @property
    def settings(self) -> Settings:
        """What the host has set."""
        return self._interpreter.settings

    @property
    def next_ms(self) -> float | None:
        """When what moves now will have moved."""
        return self._moved_ms if self._motion else None

    def step(self, now_ms: float, online: bool) -> bool:
        """Do one thing that can be done now; tell whether there was one.

        What moves goes on off-line too; nothing new begins then.
        """
        if self._motion:
            return self._moved_ms <= now_ms and self._move(self._motion, now_ms)
        if not online:
            return False
        wanted = self._wanted
        if isinstance(wanted, int):
            return self._read(wanted)
        if isinstance(wanted, Row):
            return self._move(self._print_row(wanted), now_ms)
        if self._rows_are_out(wanted):
            return True
        if isinstance(wanted, Cut):
            return self._move(self._drive_blade(wanted), now_ms)
        self._tell(wanted)
        self._proceed(b"")
        return True

    def _begin(self) -> None:
        self._taken = bytearray()
        self._motion = None
        self._moved_ms = 0.0
        self._program = self._interpreter.run()
        self._wanted = next(self._program)

    def _proceed(self, data: bytes) -> None:
        self._wanted = self._program.send(data)

    def _read(self, count: int) -> bool:
        missing = count - len(self._taken)
        if missing > 0 and not self.memory:
            return False
        self._taken += self.memory[:missing]
        del self.memory[:missing]
        if len(self._taken) == count:
            whole = bytes(self._taken)
            self._taken.clear()
            self._proceed(whole)
        return True

    def _move(self, motion: Iterator[float], now_ms: float) -> bool:
        """Begin a motion, or go on with it now that its time has come."""
        self._motion = motion
        self._moved_ms = now_ms
        pause_ms = next(motion, None)
        if self._motion is not motion:
            return True  # started, cleared, halted or jammed meanwhile
        if pause_ms is None:
            self._motion = None
            self._proceed(b"")
        else:
            self._moved_ms = now_ms + pause_ms
        return True

    def _print_row(self, row: Row) -> Iterator[float]:
        self._mechanism.burn(row.dots)
        yield self._profile.row_ms
        if not row.feed:
            self._printed_rows += 1
            if self._printed_rows == FIRST_BAND_ROWS:
                self._reached(Stage.FIRST_BAND)
            elif self._printed_rows == MID_ROWS:
                self._reached(Stage.MID_ROWS)

    def _rows_are_out(self, wanted: Tell | Cut) -> bool:
        """Announce once that the rows are printed: telling the host so, or the cut, is next."""
        last = isinstance(wanted, Cut) or wanted.answer in (Answer.GS_H, Answer.GS_R)
        if self._announced or self._printed_rows < MID_ROWS or not last:
            return False
        self._announced = True
        self._reached(Stage.BEFORE_CUT)
        return True

    def _drive_blade(self, cut: Cut) -> Iterator[float]:
        self._reached(Stage.DURING_CUT)
        yield self._profile.cut_ms / 2
        if self.blade_stuck:
            self.cutter_error = True
            self.halt()
            return
        self._mechanism.cut(cut.ending, self._moved_ms)
        self._printed_rows = 0
        self._announced = False
        yield self._profile.cut_ms / 2
        self._reached(Stage.AFTER)
