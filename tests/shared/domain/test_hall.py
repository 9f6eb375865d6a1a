"""The hall before its first day."""

from shared.domain.hall import CounterState, Hall
from tests.fakes.halls import small_plan


def test_an_empty_hall_has_all_its_counters_closed_and_nobody_in_it() -> None:
    plan = small_plan()
    hall = Hall.empty(plan)
    assert set(hall.counters) == set(plan.counters)
    assert {counter.state for counter in hall.counters.values()} == {CounterState.CLOSED}
    assert not hall.day
    assert not hall.tickets
