"""Everything that can go wrong, at every stage of a slip, on every kind of printer.

fault_matrix.txt holds what becomes of each cell; run as a module, this file writes it anew.
Whatever a cell says, the promises hold: never two whole unmarked slips of one
number, never a number lost without the citizen and the hall being told.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.domain.commands import PrintAgain
from shared.domain.decide import printing
from shared.domain.events import PrintFailed, ReprintQueued
from shared.domain.slips import PrintOutcome, Proof
from shared.printing import asking, commands, escpos, handing, job
from shared.printing.dialogue import Script, Send, Talk
from shared.printing.escpos import Piece
from shared.printing.handing import Handing, Paper
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import KINDS as ANSWERS
from shared.printing.virtual.profile import Profile
from tests.shared.printing.scene import Kind, Scene
from ticket_dispenser import view_state

pytestmark = pytest.mark.no_cover  # its parts have tests of their own; watched, it takes minutes

MATRIX = Path(__file__).with_name("fault_matrix.txt")
FIRST, SECOND = "A001", "A002"
NETWORK_BYTES = 64 * 1024
"""What a system holds for a network printer that does not read."""

LEAVES_A_STUB = (Stage.MID_ROWS, Stage.BEFORE_CUT)
AT_REST_MS = 6_000
MENDED_AFTER_MS = 12_000
TIME_MS = 50_000
SERIAL = "serial:///dev/ttyS0?baud=19200"


def kind(name: str, answers: str, baud: int | None = None, **wire: object) -> Kind:
    profile = Profile(answers=ANSWERS[answers], baud=baud)
    return Kind(name, lambda: VirtualPrinter(profile), **wire)  # type: ignore[arg-type]  # Kind's own


KINDS = {
    each.name: each
    for each in (
        kind("full, usb", "full"),
        kind("full, network", "full", address="tcp://printer", buffer_bytes=NETWORK_BYTES),
        kind("full, serial", "full", baud=19_200, address=SERIAL),
        kind("clone", "clone"),
        kind("gs r only", "gs-r"),
        kind("dle eot only", "dle-eot"),
        kind("mute", "mute"),
    )
}
FAULTS = [fault for fault in Fault if fault is not Fault.PAPER_NEAR_END]
"""Near the end everything still prints; tests of the paper count have it."""


@dataclass(frozen=True)
class Cell:
    """What became of one slip."""

    kind: str
    fault: Fault
    stage: Stage
    ends: str
    slips: str
    screen: str

    def __str__(self) -> str:
        head = f"{self.kind:13} | {self.fault:13} | {self.stage:10}"
        return f"{head} | {self.slips:17} | {self.ends} | {self.screen}"


def cell(scene: Scene, fault: Fault, stage: Stage) -> Cell:
    """Return what is worth telling of a visit."""
    plain, marked = (scene.whole_slips(FIRST, marked=mark) for mark in (False, True))
    return Cell(
        kind=scene.kind.name,
        fault=fault,
        stage=stage,
        ends=", ".join(f"{e.outcome}: {e.proof or e.trouble}" for _, e in scene.ends) or "-",
        slips=f"{plain} plain, {marked} marked",
        screen=" > ".join(scene.screen),
    )


def keep_promises(scene: Scene) -> None:
    """Fail if a promise is broken, whatever went wrong."""
    plain, marked = (scene.whole_slips(FIRST, marked=mark) for mark in (False, True))
    assert plain <= 1, "two whole slips of one number, both as if new"
    if not plain and not marked:
        told = {Paper.SCREEN_ONLY, Paper.FAILED, Paper.UNKNOWN, Paper.ASSUMED}
        assert told & set(scene.screen), "no slip, and the citizen was not told"
        assert scene.staff_were_told(), "no slip, and the hall was not told"
    assert not scene.too_early, "bytes of a slip went out before its order was on disk"
    assert scene.virtual.errors == [], "the printer was told nonsense"
    in_doubt = False
    for _, event in scene.play.events:
        if isinstance(event, ReprintQueued):
            assert not (in_doubt and event.by_itself), "printed by itself after nobody knew"
        in_doubt = isinstance(event, PrintFailed) and event.outcome is PrintOutcome.UNKNOWN


class Watched:
    """Looks at the paper at the very moment a job says how it ended."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        print_ = scene.printer.print

        def looked_at(draw: object) -> job.Ended:
            before = self.whole_and_cut()
            ended = print_(draw)  # type: ignore[arg-type]  # the scene's own
            self.check(ended, self.whole_and_cut() - before)
            return ended

        scene.printer.print = looked_at  # type: ignore[method-assign]

    def whole_and_cut(self) -> int:
        return sum(
            self.scene.whole_slips(number, marked=mark)
            for number in (FIRST, SECOND)
            for mark in (False, True)
        )

    def check(self, ended: job.Ended, came_out: int) -> None:
        if ended.outcome is PrintOutcome.PRINTED and ended.proof is not Proof.ASSUMED:
            assert came_out >= 1, "said to be printed, but no whole slip came out"
        if ended.outcome is PrintOutcome.NO_COMPLETE_TICKET:
            assert came_out == 0, "said to be incomplete, but a whole slip came out"


def checked(kind: Kind, fault: Fault, stage: Stage, mended: bool = True) -> Scene:
    """Play a visit with all promises watched; a second citizen follows once all is mended."""
    scene = Scene(kind)
    Watched(scene)
    scene.run(AT_REST_MS)
    scene.fault_at(fault, stage, MENDED_AFTER_MS if mended else None)
    if stage is Stage.BEFORE:
        scene.run(AT_REST_MS)
    scene.touch()
    scene.run(TIME_MS)
    keep_promises(scene)
    return scene


def serve_the_next(scene: Scene) -> None:
    """Fail if the next citizen's slip is not whole, plain and alone on its paper."""
    scene.run(20_000)
    if not scene.printer.now.ready or scene.printer.now.can.mute:
        return
    scene.touch()
    scene.run(30_000)
    assert scene.whole_slips(SECOND, marked=False) == 1
    (slip,) = [each for each in scene.virtual.tickets if SECOND.encode() in each.picture.rows]
    assert FIRST.encode() not in slip.picture.rows, "two slips on one piece of paper"


CELLS = [(kind, fault) for kind in KINDS for fault in FAULTS]


@pytest.mark.parametrize(("name", "fault"), CELLS)
def test_a_fault_at_every_stage_breaks_no_promise(name: str, fault: Fault) -> None:
    expected = [line for line in MATRIX.read_text().splitlines() if _is_of(line, name, fault)]
    seen = []
    for stage in Stage:
        scene = checked(KINDS[name], fault, stage)
        seen.append(str(cell(scene, fault, stage)))
        if stage in LEAVES_A_STUB:
            serve_the_next(scene)
    assert seen == expected


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["full, usb", "clone", "mute"])
def test_what_is_never_mended_breaks_no_promise_either(name: str, fault: Fault) -> None:
    for stage in (Stage.BEFORE, Stage.MID_ROWS, Stage.DURING_CUT):
        checked(KINDS[name], fault, stage, mended=False)


def test_the_matrix_is_whole() -> None:
    cells = {tuple(part.strip() for part in line.split("|")[:3]) for line in _lines()}
    assert cells == {(name, fault, stage) for name, fault in CELLS for stage in Stage}
    assert len(cells) >= 200


def _lines() -> list[str]:
    return [line for line in MATRIX.read_text().splitlines() if not line.startswith("#")]


def _is_of(line: str, name: str, fault: Fault) -> bool:
    return line.split("|")[:2] == [f"{name:13} ", f" {fault:13} "]


# Mutants: what the matrix must never let pass. Each breaks one rule, as a slip of ours might.


def hasty(talk: Talk, order: job.Order) -> Script[None]:
    """Cut before the rows are confirmed."""
    for piece in (*order.pieces, Piece(order.cut, 0)):
        yield Send(piece.data)
    yield from asking.await_id(talk, "0001", job.PATIENCE_MS)


def inquisitive(talk: Talk, order: job.Order) -> Script[None]:
    """Ask for the status inside a band."""
    for piece in order.pieces:
        half = len(piece.data) // 2
        yield Send(piece.data[:half])
        yield Send(commands.ask_status(1))
        yield Send(piece.data[half:])
    yield from asking.await_id(talk, "0001", job.PATIENCE_MS)


def stubborn(unknown: Handing, printers: handing.Printers) -> PrintAgain | None:
    """Print again though nobody knows whether the slip came out."""
    ticket = handing.key_of(unknown.given)[0]
    if unknown.paper is not Paper.UNKNOWN or unknown.request or ticket is None:
        return None
    return PrintAgain(ticket=ticket, printer="usb", by_itself=True)


def forgetful(given: handing.Given, printers: handing.Printers) -> Handing:
    """Print what nobody has taken down."""
    return Handing(given, Paper.PRINTING)


Change = tuple[object, str, object]
MUTANTS: dict[str, tuple[list[Change], str]] = {
    "cut before confirmation": ([(job, "_rows", hasty)], "a whole slip came out"),
    "retry on unknown": (
        [
            (handing, "order_due", stubborn),
            (printing, "may_print_by_itself", lambda slip: True),
        ],
        "after nobody knew",
    ),
    "status inside a band": ([(job, "_rows", inquisitive)], "no whole slip"),
    "unsanitised raster": ([(escpos, "_REAL_TIME", re.compile(b"(?!)"))], "no whole slip"),
    "record written after printing": (
        [(view_state, "print_on", lambda state: ""), (handing, "handing_of", forgetful)],
        "on disk",
    ),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changes, complaint = MUTANTS[name]
    for module, attribute, instead in changes:
        monkeypatch.setattr(module, attribute, instead)
    with pytest.raises(AssertionError, match=complaint):
        _two_visits()


def _two_visits() -> None:
    for fault in (Fault.SLOW_LINE, Fault.LINK_DOWN):
        checked(KINDS["full, usb"], fault, Stage.AFTER)


def main() -> None:
    """Write the matrix anew."""
    lines = ["# kind | fault | stage | whole slips of the number | how jobs ended | screen"]
    for name, fault in CELLS:
        for stage in Stage:
            scene = checked(KINDS[name], fault, stage)
            lines.append(str(cell(scene, fault, stage)))
    MATRIX.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
