"""Paper is counted off once it is near its end."""

from shared.printing.paper import Roll, seen, slip_length_mm, used


def test_while_there_is_plenty_nothing_is_counted() -> None:
    roll = used(seen(Roll(), False, 1500), 100)
    assert roll.slips_left is None
    assert roll.fits(10_000)


def test_from_near_end_on_every_slip_counts() -> None:
    roll = seen(used(Roll(), 100), True, 350)
    assert roll.slips_left == 3
    roll = seen(used(roll, 100), True, 350)
    assert roll.slips_left == 2, "the sensor goes on telling the same"
    assert roll.fits(250)
    assert not roll.fits(251)
    assert used(roll, 300).left_mm == 0


def test_a_new_roll_is_plenty_again() -> None:
    assert seen(Roll(20), False, 350).slips_left is None


def test_a_slip_takes_its_rows_and_the_way_to_the_cutter() -> None:
    assert slip_length_mm(801, 15) == 101 + 15
