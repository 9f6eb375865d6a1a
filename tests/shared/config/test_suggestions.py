import pytest

from shared.config.suggestions import did_you_mean


def test_a_near_word_is_suggested() -> None:
    assert did_you_mean("nmae", ["id", "name"]) == ' Did you mean "name"?'


def test_part_of_a_word_stands_for_it() -> None:
    assert did_you_mean("quota", ["id", "quota_per_day"]) == ' Did you mean "quota_per_day"?'
    assert did_you_mean("id", ["hidden"]) == ""


@pytest.mark.parametrize("word", ["printer", "colour", "title"])
def test_nothing_is_suggested_when_nothing_is_near(word: str) -> None:
    assert did_you_mean(word, ["id", "name", "counter"]) == ""
