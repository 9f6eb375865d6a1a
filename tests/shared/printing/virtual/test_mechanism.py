"""Paper is used up, falls at the cut, and stays when there is none."""

import pytest

from shared.printing.virtual.mechanism import Ending, Mechanism
from shared.printing.virtual.profile import Profile

PROFILE = Profile(width_dots=8, head_to_cutter_dots=2, roll_mm=100, near_end_mm=1)


def test_a_slip_begins_with_what_lay_between_head_and_blade() -> None:
    mechanism = Mechanism(PROFILE)
    for row in (b"\x01", b"\x02", b"\x03"):
        mechanism.burn(row)
    mechanism.cut(Ending.PARTIAL, 7.0)
    (slip,) = mechanism.slips
    assert (slip.picture.rows, slip.ending, slip.at_ms) == (b"\x00\x00\x01", Ending.PARTIAL, 7.0)
    assert slip.body.rows == b"\x01"
    assert mechanism.uncut.rows == b"\x02\x03"


def test_an_empty_cut_drops_an_empty_slip() -> None:
    mechanism = Mechanism(PROFILE)
    mechanism.cut(Ending.CUT, 0)
    assert mechanism.slips[0].body.height == 0


def test_paper_is_used_up_row_by_row() -> None:
    mechanism = Mechanism(PROFILE)
    mechanism.run_out(1.125)
    assert not mechanism.near_end
    mechanism.burn(b"\x01")
    assert mechanism.near_end
    for _ in range(7):
        mechanism.burn(b"\x01")
    assert not mechanism.paper_end
    mechanism.burn(b"\x01")
    assert mechanism.paper_end


def test_running_out_never_adds_paper() -> None:
    mechanism = Mechanism(PROFILE)
    mechanism.run_out(500)
    assert mechanism.paper_mm == 100


@pytest.mark.parametrize(("row", "torn"), [(b"\x01", [b"\x00\x00\x01"]), (b"\x00", [])])
def test_with_a_new_roll_the_old_paper_is_pulled_out(row: bytes, torn: list[bytes]) -> None:
    mechanism = Mechanism(PROFILE)
    mechanism.burn(row)
    mechanism.run_out(0)
    mechanism.load_roll(3.0)
    assert [slip.picture.rows for slip in mechanism.slips] == torn
    assert all(slip.ending is Ending.TORN for slip in mechanism.slips)
    assert mechanism.uncut.rows == b"\x00\x00"
    assert mechanism.paper_mm == 100
