"""When a slip may be printed again, and whether it is marked."""

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.slips import (
    PRINTS_BY_ITSELF,
    PrintOutcome,
    Slip,
    SlipState,
    ended,
    is_marked,
    is_unsure,
    may_print_by_itself,
    queued,
)

FIRST = queued(Slip(), 1, by_itself=False)


def test_a_first_slip_is_plain_and_its_end_awaited() -> None:
    assert not is_marked(Slip())
    assert not is_unsure(Slip())
    assert FIRST.state is SlipState.QUEUED
    assert is_unsure(FIRST)
    assert is_marked(FIRST), "while nobody knows, another one would be marked"


def test_only_what_was_never_sent_leaves_the_next_slip_plain() -> None:
    for outcome in PrintOutcome:
        plain = outcome is PrintOutcome.NOT_SENT
        assert is_marked(ended(FIRST, 1, outcome)) is not plain


def test_a_device_prints_again_by_itself_only_when_surely_no_slip_came_out() -> None:
    for outcome in PrintOutcome:
        surely = outcome in (PrintOutcome.NOT_SENT, PrintOutcome.NO_COMPLETE_TICKET)
        assert may_print_by_itself(ended(FIRST, 1, outcome)) is surely


def test_and_so_often_only() -> None:
    slip = ended(FIRST, 1, PrintOutcome.NOT_SENT)
    for copy in range(2, 2 + PRINTS_BY_ITSELF):
        assert may_print_by_itself(slip)
        slip = ended(queued(slip, copy, by_itself=True), copy, PrintOutcome.NOT_SENT)
    assert not may_print_by_itself(slip)
    asked = queued(slip, slip.copies + 1, by_itself=False)
    assert not may_print_by_itself(ended(asked, asked.copies, PrintOutcome.NOT_SENT))


def test_one_copy_that_came_out_settles_it() -> None:
    two = queued(FIRST, 2, by_itself=False)
    assert ended(two, 1, PrintOutcome.NOT_SENT).state is SlipState.QUEUED
    out = ended(two, 2, PrintOutcome.PRINTED)
    assert out.state is SlipState.PRINTED
    assert ended(out, 1, PrintOutcome.UNKNOWN).state is SlipState.PRINTED


@given(st.lists(st.sampled_from(list(PrintOutcome)), max_size=6))
def test_a_plain_copy_never_follows_one_that_may_exist(outcomes: list[PrintOutcome]) -> None:
    slip, may_exist = Slip(), False
    for copy, outcome in enumerate(outcomes, start=1):
        assert is_marked(slip) is may_exist
        slip = ended(queued(slip, copy, by_itself=False), copy, outcome)
        may_exist |= outcome is not PrintOutcome.NOT_SENT
