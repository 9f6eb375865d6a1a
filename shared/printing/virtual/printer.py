"""A whole printer: link, memory, sensors and mechanism, on a clock that the caller moves. Pure.

Bytes come in through receive, time through advance; slips, answers and errors come out. The
layers, from the wire on: wire (a serial line's speed) -> real-time commands found in the raw
bytes -> the engine's memory -> interpreter -> mechanism. What each fault stops, keeps and loses
is as Epson's manuals say.
"""

from collections.abc import Callable

from shared.printing.picture import Picture
from shared.printing.virtual.engine import Engine
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.interpreter import Tell
from shared.printing.virtual.mechanism import Mechanism, Slip
from shared.printing.virtual.profile import Answer, Profile
from shared.printing.virtual.real_time import RealTimeScanner
from shared.printing.virtual.status import Condition
from shared.printing.virtual.voice import CLEARED, Voice
from shared.printing.virtual.wire import Wire

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
        self._engine = Engine(
            self.profile,
            self._mechanism,
            self.errors,
            self._tell,
            lambda stage: self.reached(stage),
        )
        self._start()

    def _start(self) -> None:
        """Begin with empty memory, as after power-on."""
        self._boots_ms = None
        self._scanner = RealTimeScanner()
        self._dead = Fault.UNRECOVERABLE in self._faults
        self._interrupted = False
        self._engine.start()

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
        return self._engine.busy

    @property
    def condition(self) -> Condition:
        """Return what its sensors say."""
        thin = self._mechanism.near_end and self._engine.settings.stop_at_near_end
        return Condition(
            cover_open=Fault.COVER_OPEN in self._faults,
            near_end=self._mechanism.near_end,
            paper_end=self._mechanism.paper_end,
            paper_stop=self._mechanism.paper_end or thin,
            cutter_error=self._engine.cutter_error,
            unrecoverable=self._dead,
            auto_recoverable=self._interrupted or Fault.HEAD_HOT in self._faults,
        )

    @property
    def next_ms(self) -> float | None:
        """When something will happen next by itself, if it will."""
        times = [self._engine.next_ms, self._boots_ms, *(when for when, _ in self._timers)]
        if self.linked:
            times.append(self._wire.next_ms)
        return min((ms for ms in times if ms is not None and ms > self._now_ms), default=None)

    def accepts(self) -> int:
        """Return how many bytes it takes now; 0 while it is busy or out of reach."""
        return self._wire.room(self._room) if self.linked else 0

    def take_answers(self) -> bytes:
        """Return and forget what it has said."""
        return self._voice.take()

    def take_slips(self) -> list[Slip]:
        """Return and forget the paper that left it."""
        slips = self.tickets[:]
        self.tickets.clear()
        return slips

    def take_errors(self) -> list[str]:
        """Return and forget the host's mistakes."""
        errors = self.errors[:]
        self.errors.clear()
        return errors

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
        """Do something when the printer's clock gets there; a moment later if it is there now."""
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
            case Fault.CUTTER_JAM:
                self._engine.blade_stuck = True
            case Fault.UNRECOVERABLE:
                self._dead = True
                self._engine.halt()
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
            case Fault.CUTTER_JAM:
                self._engine.blade_stuck = False
            case Fault.POWER_OFF if fault in self._faults:
                self._boots_ms = self._now_ms + self.profile.boot_ms
            case Fault.SLOW_LINE:
                self._wire.baud = self.profile.baud

    # Bytes

    @property
    def _room(self) -> int:
        return self.profile.buffer_bytes - len(self._engine.memory)

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
        self._engine.memory += piece[: max(0, self._room)]

    def _obey_at_once(self, command: bytes) -> None:
        match command[1], command[2]:
            case 0x04, n:
                self._voice.real_time_status(n, self.condition)
            case 0x05, 1:
                self._recover()
            case 0x05, 2 if self._engine.cutter_error:
                self._engine.clear()
                self._recover()
            case 0x14, 2:
                self.set_fault(Fault.POWER_OFF, True)
            case 0x14, 7 if command[3] == 1:
                self._voice.say_status_once(self.condition)
            case 0x14, 8:
                self._engine.clear()
                self._recover()
                self._voice.say(Answer.DLE_EOT, CLEARED)

    def _recover(self) -> None:
        """Go on after an error that the host may end: the blade tries again."""
        self._engine.cutter_error = False
        self._tell_changes()

    # Work

    def _do_all(self) -> None:
        while self._listen() or self._work():
            self._tell_changes()

    def _work(self) -> bool:
        return self._engine.step(self._now_ms, self.powered and not self.condition.offline)

    def _ring(self) -> None:
        if self._boots_ms is not None and self._boots_ms <= self._now_ms:
            self._start()
        due = [action for when, action in self._timers if when <= self._now_ms]
        self._timers = [timer for timer in self._timers if timer[0] > self._now_ms]
        for action in due:
            action()
        self._tell_changes()

    def _tell(self, tell: Tell) -> None:
        self._voice.tell(tell.answer, tell.value, self.condition)

    def _tell_changes(self) -> None:
        self._voice.open = self.linked and Fault.MUTE not in self._faults
        if self.powered:
            self._voice.report(self.condition)
