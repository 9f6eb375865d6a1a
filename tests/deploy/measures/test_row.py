"""Rows of the bench: figures beside the machine's own limit."""

from deploy.measures.row import at_least, at_most, percentile, within


def test_a_row_beside_a_limit_is_judged_by_its_ratio() -> None:
    row = within("x", 0.5, "ms", limit=0.25, times=2)
    assert (row.ratio, row.ok) == (2.0, True)
    assert not within("x", 0.6, "ms", limit=0.25, times=2).ok


def test_fixed_budgets() -> None:
    assert at_most("x", 5, "ms", 5).ok
    assert not at_most("x", 5.1, "ms", 5).ok
    row = at_least("x", 8_000, "/s", 8_000, limit=16_000)
    assert (row.ok, row.ratio) == (True, 0.5)


def test_percentiles() -> None:
    values = [float(at) for at in range(100, 0, -1)]
    assert percentile(values, 50) == 51
    assert percentile(values, 99) == 100
    assert percentile([7.0], 99) == 7
