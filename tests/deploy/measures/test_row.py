"""Rows of the bench: figures beside the machine's own limit."""

from deploy.measures.row import at_least, at_most, middle, percentile, within


def test_a_row_beside_a_limit_is_judged_by_its_ratio() -> None:
    row = within("x", 0.5, "ms", limit=0.25, times=2)
    assert (row.ratio, row.ok) == (2.0, True)
    assert not within("x", 0.6, "ms", limit=0.25, times=2).ok


def test_fixed_budgets() -> None:
    assert at_most("x", 5, "ms", 5).ok
    assert not at_most("x", 5.1, "ms", 5).ok
    row = at_least("x", 8_000, "/s", 8_000, limit=16_000)
    assert (row.ok, row.ratio) == (True, 0.5)


def test_a_fixed_budget_beside_a_limit_is_judged_by_itself() -> None:
    row = at_most("x", 4, "ms", 5, limit=0.5)
    assert (row.limit, row.ratio, row.ok) == (0.5, 8.0, True)


def test_percentiles() -> None:
    values = [float(at) for at in range(100, 0, -1)]
    assert percentile(values, 50) == 50
    assert percentile(values, 99) == 99
    assert percentile([3.0, 1.0, 2.0], 99) == 3
    assert percentile([7.0], 50) == 7


def test_the_middle_round_is_the_one_with_the_middle_ratio() -> None:
    assert middle([(4.0, 1.0), (1.0, 1.0), (10.0, 5.0)]) == (10.0, 5.0)
    assert middle([(4.0, 1.0), (1.0, 1.0)]) == (1.0, 1.0)
