"""A stranger is told of once a minute, however often it knocks."""

from shared.identity.refusals import MOST_REMEMBERED, TOLD_AGAIN_S, Refusals


def test_the_same_refusal_is_told_once_a_minute() -> None:
    refusals = Refusals()
    told = [refusals.worth_telling("10.0.0.66", "no certificate", second) for second in range(120)]
    assert [second for second, news in enumerate(told) if news] == [0, TOLD_AGAIN_S]


def test_another_address_or_reason_is_news() -> None:
    refusals = Refusals()
    assert refusals.worth_telling("10.0.0.66", "no certificate", 0.0)
    assert refusals.worth_telling("10.0.0.67", "no certificate", 0.0)
    assert refusals.worth_telling("10.0.0.66", "revoked", 0.0)


def test_its_memory_is_bounded() -> None:
    refusals = Refusals()
    for host in range(MOST_REMEMBERED + 10):
        refusals.worth_telling(f"fe80::{host:x}", "flood", 0.0)
    assert len(refusals._told_s) == MOST_REMEMBERED
