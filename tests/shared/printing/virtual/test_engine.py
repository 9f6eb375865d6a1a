"""The printer at work, without its sensors: one thing at a time, each in its own time."""

from shared.printing.virtual.engine import Engine
from shared.printing.virtual.faults import Stage
from shared.printing.virtual.interpreter import Tell
from shared.printing.virtual.mechanism import Mechanism
from shared.printing.virtual.profile import Profile

PROFILE = Profile(width_dots=8, speed_mm_s=125, head_to_cutter_dots=0, cut_ms=100)
ROWS = b"\x1dv0\x00\x01\x00\x03\x00\x01\x02\x03"
CONFIRM = b"\x1d(H\x06\x00000001"
CUT = b"\x1dV\x00"


class Bench:
    """An engine, and everything that it told."""

    def __init__(self) -> None:
        self.mechanism = Mechanism(PROFILE)
        self.told: list[Tell] = []
        self.stages: list[Stage] = []
        self.engine = Engine(
            PROFILE, self.mechanism, [], self.told.append, lambda stage: self.stages.append(stage)
        )

    def run(self, now_ms: float, online: bool = True) -> None:
        while self.engine.step(now_ms, online):
            pass


def test_each_row_takes_its_millisecond() -> None:
    bench = Bench()
    bench.engine.memory += ROWS + CONFIRM
    for row in range(3):
        bench.run(row)
        assert bench.mechanism.uncut.height == row + 1
        assert bench.engine.next_ms == row + 1
        assert not bench.told, "not before the last row is out"
    bench.run(3)
    assert [tell.value for tell in bench.told] == [b"0001"]
    assert not bench.engine.busy


def test_off_line_what_moves_ends_and_nothing_begins() -> None:
    bench = Bench()
    bench.engine.memory += ROWS
    bench.run(0)
    bench.run(1, online=False)
    assert bench.mechanism.uncut.height == 1
    assert bench.engine.next_ms is None
    assert bench.engine.busy
    bench.run(2)
    assert bench.mechanism.uncut.height == 2


def test_paper_is_cut_when_the_blade_is_half_way() -> None:
    bench = Bench()
    bench.engine.memory += CUT + CONFIRM
    bench.run(0)
    assert bench.stages == [Stage.DURING_CUT]
    bench.run(49)
    assert not bench.mechanism.slips
    bench.run(50)
    assert len(bench.mechanism.slips) == 1
    assert not bench.told
    bench.run(100)
    assert bench.stages == [Stage.DURING_CUT, Stage.AFTER]
    assert len(bench.told) == 1


def test_a_stuck_blade_cuts_nothing_and_tries_again_when_let() -> None:
    bench = Bench()
    bench.engine.blade_stuck = True
    bench.engine.memory += CUT
    bench.run(0)
    assert bench.engine.step(50, online=True)
    assert bench.engine.cutter_error
    assert bench.engine.next_ms is None
    bench.engine.blade_stuck = False
    bench.run(60)
    bench.run(110)
    assert len(bench.mechanism.slips) == 1


def test_halted_it_stands_and_cleared_it_has_forgotten() -> None:
    bench = Bench()
    bench.engine.memory += ROWS + b"HI"
    bench.run(0)
    bench.engine.halt()
    assert bench.engine.next_ms is None
    bench.engine.clear()
    assert not bench.engine.busy
    bench.engine.memory += b"\x1bJ\x01"
    bench.run(1)
    assert bench.mechanism.uncut.height == 2
