"""When a source last answered."""

from shared.catalog.sources.interface import Sync


def test_a_failure_keeps_the_last_answer_and_the_next_answer_clears_it() -> None:
    failed = Sync().ok(1000).failed("no file")
    assert failed == Sync(1000, "no file")
    assert failed.ok(2000) == Sync(2000)
