"""A dispenser, its hub and a virtual printer on one virtual clock, with a citizen who looks.

Everything between is the real thing: rules, desk, view, printer, job, bytes. What the test
decides is the printer's kind and what goes wrong with it when.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.domain.commands import DeviceCommand, IssueTicket
from shared.domain.devices import PrinterPlan
from shared.domain.errors import AnyRefusal, Refusal
from shared.domain.events import Event
from shared.domain.slips import SlipState
from shared.hub.alarms import unsure_slips
from shared.hub.replies import reply_to
from shared.printing.address import Address
from shared.printing.desk import Doors, PaperDesk, PaperNow
from shared.printing.handing import Given, Key
from shared.printing.job import Ended
from shared.printing.memory import Memory
from shared.printing.picture import Paper, Picture
from shared.printing.printer import Printer
from shared.printing.transports import PrinterUnreachable
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.protocol.messages import Done, HubFrame, NumberGiven, Refused, Report, Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup
from tests.fakes.halls import BIRTH, DISPENSER, Play, small_devices
from ticket_dispenser import view_state as view
from ticket_dispenser.view_state import Page, ViewState

STEP_MS = 5.0
LOOKS_MS = 2_500
"""A citizen reads the screen, looks into the slot, and touches."""

ROWS = 320
"""Enough for all stages of the virtual printer, and few enough for hundreds of cells."""


CLEARS_THE_PRINTER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""Dots that a printer takes for DLE DC4 8 and obeys, if they reach it as they are."""


def slip_picture(number: str, marked: bool) -> Picture:
    """Return dots that no other slip has: the number's letters and the mark, down the paper."""
    name = f"{number}{'+' if marked else '-'}".encode()
    row = (name + CLEARS_THE_PRINTER).ljust(72, b"\0")
    return Picture(576, ROWS, row * ROWS)


def on_paper(picture: Picture) -> bytes:
    """Return the rows as they come out: with the one dot that makes them harmless."""
    return picture.rows.replace(b"\x10\x14", b"\x18\x14")


@dataclass
class Clock:
    """Steady milliseconds that only the scene moves."""

    now_ms: float = 1_000_000.0

    def __call__(self) -> int:
        return int(self.now_ms)


class Cable:
    """A way to the virtual printer; ``buffer_bytes`` of a network's or system's memory hold more.

    What is in that memory when the way is closed in order still gets through.
    """

    answers = True

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self._printer = scene.virtual
        self.shared = scene.kind.buffer_bytes > 0
        self._said = b""
        self._losses = scene.losses
        if not self._printer.linked:
            raise PrinterUnreachable("nobody there")

    def read(self) -> bytes:
        self._pump()
        said, self._said = self._said, b""
        return said

    def write(self, data: bytes) -> int:
        self._pump()
        buffered = self._scene.buffered
        room = max(self._printer.accepts(), self._scene.kind.buffer_bytes) - len(buffered)
        taken = data[: max(0, room)]
        if taken:
            self._scene.saw_bytes(taken)
        buffered += taken
        self._pump()
        return len(taken)

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        until_ms = self._scene.clock.now_ms + timeout_s * 1000
        while self._scene.clock.now_ms < until_ms:
            self._pump()
            if self._said or (to_write and self._has_room()):
                return
            self._scene.advance(min(until_ms, self._scene.clock.now_ms + STEP_MS))

    def close(self, *, at_once: bool) -> None:
        if at_once:
            self._scene.buffered.clear()

    def _has_room(self) -> bool:
        room = max(self._printer.accepts(), self._scene.kind.buffer_bytes)
        return room > len(self._scene.buffered)

    def _pump(self) -> None:
        self._scene.advance(self._scene.clock.now_ms)
        if self._losses != self._scene.losses:
            raise PrinterUnreachable("it broke")
        self._said += self._printer.take_answers()


@dataclass(frozen=True)
class Kind:
    """A sort of printer and how it is connected."""

    name: str
    make: Callable[[], VirtualPrinter]
    address: str = "usb://04b8:0e15"
    buffer_bytes: int = 0


@dataclass
class Scene:
    """One dispenser with one printer."""

    kind: Kind
    play: Play = field(default_factory=Play)
    clock: Clock = field(default_factory=Clock)
    screen: list[str] = field(default_factory=list)
    ends: list[tuple[Key, Ended]] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    losses: int = 0
    buffered: bytearray = field(default_factory=bytearray)
    too_early: bool = False

    def __post_init__(self) -> None:
        self.virtual = self.kind.make()
        self.virtual.advance(self.clock.now_ms)
        self.answers: deque[HubFrame] = deque()
        self.jobs: deque[tuple[Key, Given]] = deque()
        self.requests = 0
        self.citizen_ms = 0.0
        self.state = ViewState(now_ms=self.clock(), touched_ms=self.clock())
        self.desk = PaperDesk(Doors(self._send, self.reports.append, self._print, self._show))
        self.printer = Printer(
            PrinterPlan(self.kind.address), Memory(None, self.kind.address), self.clock, self._open
        )
        self._take(Topic("setup", 1, Setup(plan=self.play.hall.plan, devices=small_devices())))
        self._take(Topic("dispenser", 1, DispenserNow("", (ServiceNow(BIRTH, 0),))))
        self._take(LinkChanged(LinkState.CONNECTED, 0))
        self.desk.printers_are([self.kind.address])
        self.look_at_ms = self.clock.now_ms

    # The world

    def advance(self, now_ms: float) -> None:
        """Let time pass for the printer and what is on its way to it."""
        self.clock.now_ms = max(self.clock.now_ms, now_ms)
        self.virtual.advance(self.clock.now_ms)
        if self.buffered and (room := self.virtual.accepts()):
            self.virtual.receive(bytes(self.buffered[:room]), self.clock.now_ms)
            del self.buffered[:room]

    def fault(self, fault: Fault, on: bool) -> None:
        """Break the printer, or put it right."""
        if on and fault in (Fault.POWER_OFF, Fault.LINK_DOWN):
            self.losses += 1
            self.buffered.clear()
        if not on and fault is Fault.UNRECOVERABLE:
            self.fault(Fault.POWER_OFF, True)
            self.virtual.set_fault(Fault.UNRECOVERABLE, False)
            self.virtual.set_fault(Fault.POWER_OFF, False)
            return
        self.virtual.set_fault(fault, on)

    def fault_at(self, fault: Fault, stage: Stage, mend_after_ms: float | None) -> None:
        """Break the printer once a slip reaches a stage; later somebody puts it right."""

        def reached(now: Stage) -> None:
            if now is stage:
                self.virtual.reached = lambda stage: None
                self.break_now(fault, mend_after_ms)

        if stage is Stage.BEFORE:
            self.break_now(fault, mend_after_ms)
        else:
            self.virtual.reached = reached

    def break_now(self, fault: Fault, mend_after_ms: float | None) -> None:
        self.fault(fault, True)
        if mend_after_ms is not None:
            mend_at = self.virtual.now_ms + mend_after_ms
            self.virtual.at(mend_at, lambda: self.fault(fault, False))

    def saw_bytes(self, data: bytes) -> None:
        """A slip's bytes may go out only once its order is on disk."""
        if b"\x1dv0" in data:
            slips = [ticket.slip.state for ticket in self.play.hall.tickets.values()]
            self.too_early |= SlipState.QUEUED not in slips

    # The citizen

    def touch(self) -> None:
        """Take a number."""
        command = IssueTicket(service=BIRTH, printer=view.print_on(self.state))
        self._take(view.NumberAsked(self._send(command)))

    def run(self, for_ms: float) -> None:
        """Let everybody act for so long."""
        until_ms = self.clock.now_ms + for_ms
        while self.clock.now_ms < until_ms:
            self._tick()
            if self.answers:
                self._hear(self.answers.popleft())
            elif self.jobs:
                self._work(*self.jobs.popleft())
            elif self.clock.now_ms >= self.look_at_ms:
                self._look()
            else:
                self._answer_the_screen()
                self.advance(min(until_ms, self.look_at_ms, self.clock.now_ms + 100))

    def whole_slips(self, number: str, *, marked: bool) -> int:
        """Return how many whole slips of a number lie there, cut or torn off."""
        rows = on_paper(slip_picture(number, marked))
        return sum(rows in slip.picture.rows for slip in self.virtual.tickets)

    def ink_of(self, number: str) -> bool:
        """Tell whether anything of a number is on paper."""
        pieces = [slip.picture.rows for slip in self.virtual.tickets] + [self.virtual.uncut.rows]
        return any(number.encode() in rows for rows in pieces)

    def staff_were_told(self) -> bool:
        """Tell whether staff's windows have shown a trouble of the printer, or show a doubt."""
        troubles = any(report.active for report in self.reports)
        return troubles or bool(unsure_slips(self.play.hall, self.play.now))

    # Between them

    def _open(self, address: Address) -> Cable:
        self.advance(self.clock.now_ms)
        return Cable(self)

    def _look(self) -> None:
        self.printer.look()
        self.look_at_ms = self.clock.now_ms + self.printer.next_look_ms
        self.desk.printer_changed(self.kind.address, self.printer.now)

    def _work(self, key: Key, given: Given) -> None:
        assert isinstance(given, NumberGiven)
        ended = self.printer.print(lambda paper: self._drawn(given, paper))
        self.look_at_ms = self.clock.now_ms
        self.ends.append((key, ended))
        self.desk.printer_changed(self.kind.address, self.printer.now)
        self.desk.ended(key, ended)

    def _drawn(self, given: NumberGiven, paper: Paper) -> Picture:
        return slip_picture(given.number, given.marked)

    def _print(self, key: Key, given: Given, printer: str) -> None:
        self.jobs.append((key, given))

    def _send(self, command: DeviceCommand) -> str:
        self.requests += 1
        request = f"request-{self.requests}"
        decision = self._decided(command)
        if isinstance(decision, Refusal):
            self.answers.append(Refused(id=request, refusal=decision))
        else:
            self.answers.append(Done(id=request, reply=reply_to(self.play.hall, decision)))
        return request

    def _decided(self, command: DeviceCommand) -> tuple[Event, ...] | AnyRefusal:
        return self.play.ask(DISPENSER, command)

    def _hear(self, frame: HubFrame) -> None:
        if isinstance(frame, Done) and frame.id == self.state.request:
            assert isinstance(frame.reply, NumberGiven)
            self.desk.given(frame.reply)
        self._take(frame)
        self.desk.heard(frame)

    def _show(self, now: PaperNow) -> None:
        self._take(view.PaperChanged(now))

    def _take(self, message: view.Message) -> None:
        before = self.state
        self.state = view.update(before, message)
        handing = self.state.paper.handing
        if self._on_number() and handing and self.screen[-1:] != [handing.paper]:
            self.screen.append(handing.paper)
            self.citizen_ms = self.clock.now_ms + LOOKS_MS
        if before.page is Page.NUMBER and not self._on_number():
            self.desk.gone()

    def _on_number(self) -> bool:
        return self.state.page is Page.NUMBER

    def _tick(self) -> None:
        self.play.now += max(0, self.clock() - self.state.now_ms)
        self._take(view.Tick(self.clock()))

    def _answer_the_screen(self) -> None:
        if not self._on_number() or self.clock.now_ms < self.citizen_ms:
            return
        choices = view.paper_choices(self.state)
        given = view.given_now(self.state)
        number = given.number if isinstance(given, NumberGiven) else ""
        has_it = any(self.whole_slips(number, marked=marked) for marked in (False, True))
        if "came" in choices and has_it:
            self.desk.confirmed()
        elif "missing" in choices and not has_it:
            self.desk.missing()
        self.citizen_ms = self.clock.now_ms + LOOKS_MS
