"""A whole printer: link, memory, sensors and mechanism, on a clock that the caller moves. Pure.

Bytes come in through receive, time through advance; slips, answers and errors come out. The
layers, from the wire on: wire (a serial line's speed) -> real-time commands found in the raw
bytes -> receive buffer -> interpreter -> mechanism. What each fault stops, keeps and loses is
as Epson's manuals say.
"""

from collections.abc import Callable, Iterator

from shared.printing.picture import Picture
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.interpreter import Cut, Interpreter, Row, Tell
from shared.printing.virtual.mechanism import Mechanism, Slip
from shared.printing.virtual.profile import Answer, Profile
from shared.printing.virtual.real_time import RealTimeScanner
from shared.printing.virtual.status import Condition
from shared.printing.virtual.voice import CLEARED, Voice
from shared.printing.virtual.wire import Wire

FIRST_BAND_ROWS = 8
MID_ROWS = 250
"""Printed rows of a slip after which its first band, and its middle, have been reached."""

SLOW_BAUD = 2400


class VirtualPrinter:
    """One printer; all times are ``now_ms`` of the caller's clock, which must not go back."""

    def __init__(self, profile: Profile | None = None, now_ms: float = 0.0) -> None:
        self.profile = profile or Profile()
        self.errors: list[str] = []
        self.reached: Callable[[Stage], None] = lambda stage: None
        """Called at each stage of each slip; may switch faults."""
        self._now_ms = now_ms
        self._faults: set[Fault] = set()
        self._timers: list[tuple[float, Callable[[], None]]] = []
        self._boots_ms: float | None = None
        self._wire = Wire(self.profile.baud)
        self._voice = Voice(self.profile)
        self._mechanism = Mechanism(self.profile)
        self._start()

    def _start(self) -> None:
        """Begin with empty memory, as after power-on."""
        self._boots_ms = None
        self._scanner = RealTimeScanner()
        self._buffer = bytearray()
        self._interpreter = Interpreter(self.profile, self.errors)
        self._cutter_error = False
        self._dead = Fault.UNRECOVERABLE in self._faults
        self._interrupted = False
        self._printed_rows = 0
        self._confirming = False
        self._restart_program()

    def _restart_program(self) -> None:
        self._taken = bytearray()
        self._motion: Iterator[float] | None = None
        self._moves_ms = 0.0
        self._program = self._interpreter.run()
        self._wanted = next(self._program)

    # What the outside sees

    @property
    def now_ms(self) -> float:
        """The time up to which everything has happened."""
        return self._now_ms

    @property
    def tickets(self) -> list[Slip]:
        """Every piece of paper that left the printer, oldest first."""
        return self._mechanism.slips

    @property
    def uncut(self) -> Picture:
        """The paper that has passed the blade or stands between blade and head."""
        return self._mechanism.uncut

    @property
    def paper_mm(self) -> float:
        """What is left on the roll."""
        return max(0.0, self._mechanism.paper_mm)

    @property
    def faults(self) -> frozenset[Fault]:
        """The switches that are on."""
        return frozenset(self._faults)

    @property
    def powered(self) -> bool:
        """Tell whether it is switched on and has started."""
        return Fault.POWER_OFF not in self._faults and self._boots_ms is None

    @property
    def linked(self) -> bool:
        """Tell whether a host can reach it; what is sent when not is lost."""
        return self.powered and Fault.LINK_DOWN not in self._faults

    @property
    def printing(self) -> bool:
        """Tell whether it has something to print, or half a command."""
        return bool(self._motion or self._buffer or self._interpreter.inside_command)

    @property
    def condition(self) -> Condition:
        """Return what its sensors say."""
        thin = self._mechanism.near_end and self._interpreter.settings.stop_at_near_end
        return Condition(
            cover_open=Fault.COVER_OPEN in self._faults,
            near_end=self._mechanism.near_end,
            paper_end=self._mechanism.paper_end,
            paper_stop=self._mechanism.paper_end or thin,
            cutter_error=self._cutter_error,
            unrecoverable=self._dead,
            auto_recoverable=self._interrupted or Fault.HEAD_HOT in self._faults,
        )

    @property
    def next_ms(self) -> float | None:
        """When something will happen next by itself, if it will."""
        times = [when for when, _ in self._timers]
        if self._motion:
            times.append(self._moves_ms)
        if self._boots_ms is not None:
            times.append(self._boots_ms)
        if self.linked and self._wire.next_ms is not None:
            times.append(self._wire.next_ms)
        return min((when for when in times if when > self._now_ms), default=None)

    def accepts(self) -> int:
        """Return how many bytes it takes now; 0 while it is busy or out of reach."""
        return self._wire.room(self._room) if self.linked else 0

    def take_answers(self) -> bytes:
        """Return and forget what it has said."""
        return self._voice.take()

    # What the outside does

    def receive(self, data: bytes, now_ms: float) -> None:
        """Take bytes from the host; more than it accepts overrun, and are lost."""
        self.advance(now_ms)
        if data and self.linked:
            self._wire.put(data, self._now_ms)
        self.advance(now_ms)

    def advance(self, now_ms: float) -> None:
        """Let everything happen that happens up to this time."""
        while True:
            self._do_all()
            due = self.next_ms
            if due is None or due > now_ms:
                break
            self._now_ms = due
            self._ring()
        self._now_ms = max(self._now_ms, now_ms)

    def at(self, when_ms: float, action: Callable[[], None]) -> None:
        """Do something when the printer's clock gets there."""
        self._timers.append((max(when_ms, self._now_ms + 1), action))

    def set_fault(self, fault: Fault, on: bool, now_ms: float | None = None) -> None:
        """Break something, or put it right; for paper, that is to put a new roll in."""
        if now_ms is not None:
            self.advance(now_ms)
        if on:
            self._faults.add(fault)
            self._break(fault)
        else:
            self._mend(fault)
            self._faults.discard(fault)
        self._tell_changes()
        if now_ms is not None:
            self.advance(now_ms)

    def load_roll(self, now_ms: float) -> None:
        """Put a new roll in."""
        self.set_fault(Fault.PAPER_END, False, now_ms)

    # Faults

    def _break(self, fault: Fault) -> None:
        match fault:
            case Fault.PAPER_NEAR_END:
                self._mechanism.run_out(self.profile.near_end_mm)
            case Fault.PAPER_END:
                self._mechanism.run_out(0)
            case Fault.COVER_OPEN:
                self._interrupted = self.printing
            case Fault.UNRECOVERABLE:
                self._dead = True
                self._motion = None
            case Fault.POWER_OFF:
                self._start()
                self._voice.forget()
                self._wire.cut_off()
            case Fault.LINK_DOWN:
                self._voice.hang_up()
                self._wire.cut_off()
            case Fault.SLOW_LINE:
                self._wire.baud = SLOW_BAUD

    def _mend(self, fault: Fault) -> None:
        match fault:
            case Fault.PAPER_NEAR_END | Fault.PAPER_END:
                self._faults -= {Fault.PAPER_NEAR_END, Fault.PAPER_END}
                self._mechanism.load_roll(self._now_ms)
            case Fault.COVER_OPEN:
                self._interrupted = False
            case Fault.POWER_OFF if fault in self._faults:
                self._boots_ms = self._now_ms + self.profile.boot_ms
            case Fault.SLOW_LINE:
                self._wire.baud = self.profile.baud

    # Bytes

    @property
    def _room(self) -> int:
        return self.profile.buffer_bytes - len(self._buffer)

    def _listen(self) -> bool:
        """Take in what has arrived; tell whether anything had."""
        arrived = self._wire.take(self._now_ms, self._room) if self.linked else b""
        for piece, command in self._scanner.split(arrived):
            if not self.linked:
                break
            self._keep(piece)
            if command and Answer.DLE_EOT in self.profile.answers:
                self._obey_at_once(command)
        return bool(arrived)

    def _keep(self, piece: bytes) -> None:
        lost = len(piece) - self._room
        if lost > 0:
            self.errors.append(f"the receive buffer overran: {lost} bytes lost")
        self._buffer += piece[: max(0, self._room)]

    def _obey_at_once(self, command: bytes) -> None:
        match command[1], command[2]:
            case 0x04, n:
                self._voice.real_time_status(n, self.condition)
            case 0x05, 1:
                self._recover()
            case 0x05, 2 if self._cutter_error:
                self._clear()
                self._recover()
            case 0x14, 2:
                self.set_fault(Fault.POWER_OFF, True)
            case 0x14, 7 if command[3] == 1:
                self._voice.say_status_once(self.condition)
            case 0x14, 8:
                self._clear()
                self._recover()
                self._voice.say(Answer.DLE_EOT, CLEARED)

    def _recover(self) -> None:
        """Go on after an error that the host may end: the blade tries again."""
        self._cutter_error = False
        self._tell_changes()

    def _clear(self) -> None:
        """Forget what was sent and is not printed."""
        self._buffer.clear()
        self._interpreter.settings.lettering.forget()
        self._restart_program()

    # Work

    def _do_all(self) -> None:
        while self._listen() or self._work():
            self._tell_changes()

    def _ring(self) -> None:
        if self._boots_ms is not None and self._boots_ms <= self._now_ms:
            self._start()
        due = [action for when, action in self._timers if when <= self._now_ms]
        self._timers = [timer for timer in self._timers if timer[0] > self._now_ms]
        for action in due:
            action()
        self._tell_changes()

    def _tell_changes(self) -> None:
        self._voice.open = self.linked and Fault.MUTE not in self._faults
        if self.powered:
            self._voice.report(self.condition)

    def _work(self) -> bool:
        """Do one thing that can be done now; tell whether there was one."""
        if self._motion:
            return self._move(self._motion)
        if not self.powered or self.condition.offline:
            return False
        wanted = self._wanted
        if isinstance(wanted, int):
            return self._read(wanted)
        if isinstance(wanted, Row):
            return self._move(self._print_row(wanted))
        if self._before_cut(wanted):
            return True
        if isinstance(wanted, Tell):
            self._voice.tell(wanted.answer, wanted.value, self.condition)
            self._proceed(b"")
            return True
        return self._try_cut(wanted)

    def _read(self, count: int) -> bool:
        missing = count - len(self._taken)
        if missing > 0 and not self._buffer:
            return False
        self._taken += self._buffer[:missing]
        del self._buffer[:missing]
        if len(self._taken) == count:
            whole = bytes(self._taken)
            self._taken.clear()
            self._proceed(whole)
        return True

    def _proceed(self, data: bytes) -> None:
        self._wanted = self._program.send(data)

    def _move(self, motion: Iterator[float]) -> bool:
        """Begin a motion, or go on with it when its time has come."""
        if self._motion is motion and self._moves_ms > self._now_ms:
            return False
        self._motion = motion
        pause = next(motion, None)
        if self._motion is not motion:
            return True
        if pause is None:
            self._motion = None
            self._proceed(b"")
        else:
            self._moves_ms = self._now_ms + pause
        return True

    def _print_row(self, row: Row) -> Iterator[float]:
        self._mechanism.burn(row.dots)
        yield self.profile.row_ms
        if not row.feed:
            self._printed_rows += 1
            if self._printed_rows == FIRST_BAND_ROWS:
                self.reached(Stage.FIRST_BAND)
            elif self._printed_rows == MID_ROWS:
                self.reached(Stage.MID_ROWS)

    def _before_cut(self, wanted: Tell | Cut) -> bool:
        """Announce once that the rows are out: to be told to the host, or cut, is next."""
        confirms = isinstance(wanted, Cut) or wanted.answer in (Answer.GS_H, Answer.GS_R)
        if self._confirming or self._printed_rows < MID_ROWS or not confirms:
            return False
        self._confirming = True
        self.reached(Stage.BEFORE_CUT)
        return True

    def _try_cut(self, cut: Cut) -> bool:
        if Fault.CUTTER_JAM in self._faults:
            self._cutter_error = True
            return True
        return self._move(self._drive_blade(cut))

    def _drive_blade(self, cut: Cut) -> Iterator[float]:
        self.reached(Stage.DURING_CUT)
        yield self.profile.cut_ms / 2
        self._mechanism.cut(cut.ending, self._now_ms)
        self._printed_rows = 0
        self._confirming = False
        yield self.profile.cut_ms / 2
        self.reached(Stage.AFTER)
