from shared.config.suggestions import did_you_mean


def test_a_near_word_is_suggested() -> None:
    assert did_you_mean("nmae", ["id", "name"]) == ' Did you mean "name"?'


def test_nothing_is_suggested_when_nothing_is_near() -> None:
    assert did_you_mean("printer", ["id", "name"]) == ""
