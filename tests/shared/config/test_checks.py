from collections.abc import Callable

FoundIn = Callable[..., list[str]]

SECOND = '[[field]]\nid = "land"\nname = "Đất đai"\n'
COUNTER = '[[counter]]\nlabel = "1"\nserves = ["justice"]\n'


def test_a_small_hall_has_no_oddities(warnings_of: FoundIn) -> None:
    assert warnings_of() == []


def test_a_service_nobody_serves_is_odd(warnings_of: FoundIn) -> None:
    assert warnings_of(SECOND + COUNTER) == ['field[2]: No counter serves "land".']


def test_a_service_that_is_never_open_is_odd(warnings_of: FoundIn) -> None:
    extra = 'hours = {sat = "07:30-11:30"}\n' + COUNTER + 'hours = {sun = "07:30-11:30"}\n'
    assert warnings_of(extra) == [
        'field[1]: "justice" is never open: its hours and those of its counters do not meet.'
    ]
    assert warnings_of(extra.replace("sun", "sat")) == []


def test_a_counter_on_no_board_is_odd(warnings_of: FoundIn) -> None:
    extra = '[[counter]]\nlabel = "1"\n[[counter]]\nlabel = "2"\n'
    board = '[[board]]\ncounters = ["counter-1"]\n'
    assert warnings_of(extra + board) == [
        'counter[2]: No board shows "counter-2": its calls are neither seen nor heard.'
    ]
