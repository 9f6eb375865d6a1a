"""How often procedures are looked at."""

from shared.catalog import asked as counting
from shared.catalog.asked import Asked


def test_each_look_counts_and_a_new_month_begins_at_nothing() -> None:
    asked = Asked()
    for code in ("1.000003", "1.000001", "1.000003"):
        asked = asked.with_one(code, "2026-11")
    assert asked == Asked("2026-11", {"1.000003": 2, "1.000001": 1})
    assert asked.with_one("1.000001", "2026-12") == Asked("2026-12", {"1.000001": 1})


def test_the_most_asked_come_first() -> None:
    asked = Asked("2026-11", {"a": 1, "b": 3, "c": 1})
    assert list(asked.most(2).counts.items()) == [("b", 3), ("a", 1)]


def test_no_more_codes_are_counted_than_a_hall_can_have() -> None:
    full = Asked("2026-11", {str(n): 1 for n in range(counting.MOST_CODES)})
    assert full.with_one("new", "2026-11") == full
    assert full.with_one("7", "2026-11").counts["7"] == 2
