from pathlib import Path

from shared.config.findings import Findings
from shared.config.table import Table
from shared.config.words import Words


def table_of(values: object) -> Table:
    return Table(values, (), Findings(Path("hall.toml"), {}))


def told(table: Table) -> list[str]:
    return [f"{error.key}: {error.message}" for error in table.findings.errors]


def test_a_plain_text_is_vietnamese() -> None:
    assert Words(["vi"]).names(table_of({"name": "Hộ tịch"}), "name") == {"vi": "Hộ tịch"}


def test_words_come_in_the_order_of_the_halls_languages() -> None:
    table = table_of({"name": {"en": "Land", "vi": "Đất đai"}})
    assert list(Words(["vi", "en"]).names(table, "name")) == ["vi", "en"]
    assert told(table) == []


def test_names_must_be_there_unless_optional() -> None:
    table, words = table_of({}), Words(["vi"])
    assert words.maybe_names(table, "short") is None
    assert words.names(table, "name") == {"vi": ""}
    assert told(table) == ["name: This key is missing."]


def test_vietnamese_must_not_be_missing() -> None:
    table = table_of({"name": {"en": "Land"}})
    Words(["vi", "en"]).names(table, "name")
    assert told(table) == ['name: The Vietnamese text is missing: add "vi".']


def test_other_languages_than_the_halls_are_refused() -> None:
    table = table_of({"name": {"vi": "Đất đai", "enn": "Land"}})
    assert Words(["vi", "en"]).names(table, "name") == {"vi": "Đất đai"}
    message = '"enn" is not one of the hall\'s languages. Did you mean "en"?'
    assert told(table) == [f"name.enn: {message}"]


def test_texts_are_checked_in_every_language() -> None:
    table = table_of({"name": {"vi": "", "en": 3}, "other": 5})
    words = Words(["vi", "en"])
    words.names(table, "name")
    assert words.names(table, "other") == {"vi": ""}
    assert told(table) == [
        "name.vi: This text is empty.",
        "name.en: Here a text in quotes is expected, not a whole number.",
        "other: Here a text in quotes or {vi = …} is expected, not a whole number.",
    ]


def test_lists_of_words() -> None:
    table, words = table_of({"bring": ["Thẻ căn cước", 3], "odd": "x"}), Words(["vi"])
    assert words.name_list(table, "bring") == ({"vi": "Thẻ căn cước"}, {"vi": ""})
    assert words.name_list(table, "odd") == ()
    assert words.name_list(table, "none") is None
    assert [line.partition(":")[0] for line in told(table)] == ["bring[2]", "odd"]


def test_missing_translations_are_one_warning_a_language() -> None:
    table, words = table_of({"a": "x", "b": "y", "c": {"vi": "z", "en": "z"}}), Words(["vi", "en"])
    for key in ("a", "b", "c"):
        words.names(table, key)
    words.warn_of_missing(table.findings)
    assert [(each.key, each.message) for each in table.findings.warnings] == [
        ("a", '2 texts have no "en" (the first is a); they are shown in Vietnamese.')
    ]
