"""Looking words up: by key, by count, and in Vietnamese where a language has none."""

import pytest

from shared.i18n import Words, languages, names_in
from shared.i18n.words import catalogue


def test_a_key_names_a_part_and_a_word_in_it() -> None:
    assert Words("vi").text("common.back") == "Quay lại"
    assert Words("en").text("common.back") == "Back"


def test_values_are_filled_in() -> None:
    assert Words("en").text("common.counter", label="3") == "Counter 3"


def test_values_are_not_read_as_placeholders() -> None:
    assert Words("en").text("common.counter", label="{label}") == "Counter {label}"


def test_a_language_without_a_word_takes_the_vietnamese_one() -> None:
    assert catalogue("fr") == {}
    assert Words("fr").text("common.back") == "Quay lại"


@pytest.mark.parametrize("key", ["common.no_such_word", "no_such_part.back", "back"])
def test_an_unknown_key_is_our_fault(key: str) -> None:
    with pytest.raises(KeyError):
        Words("en").text(key)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes"), (21, "21 minutes")]
)
def test_one_is_counted_apart(count: int, words: str) -> None:
    assert Words("en").counted("common.minutes", count) == words


def test_vietnamese_counts_alike() -> None:
    assert [Words("vi").counted("common.minutes", n) for n in (1, 2)] == ["1 phút", "2 phút"]


def test_names_of_the_hall_fall_back_to_vietnamese() -> None:
    names = {"vi": "Khai sinh", "en": "Birth", "fr": ""}
    assert [names_in(names, code) for code in ("en", "fr", "km")] == [
        "Birth",
        "Khai sinh",
        "Khai sinh",
    ]


def test_languages_come_with_vietnamese_first_and_their_own_names() -> None:
    assert languages() == ("vi", "en")
    own_names = [Words(code).text("common.language_name") for code in languages()]
    assert own_names == ["Tiếng Việt", "English"]
