from datetime import date
from pathlib import Path

import pytest

from shared.config.findings import Findings
from shared.config.table import Table, Taken, kind_of, text_fault


def table_of(values: object) -> Table:
    return Table(values, ("here",), Findings(Path("hall.toml"), {}))


def told(table: Table) -> list[str]:
    return [f"{error.key}: {error.message}" for error in table.findings.errors]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true or false"),
        ("a", "a text"),
        (1, "a whole number"),
        (1.5, "a decimal number"),
        ([], "a list"),
        ({}, "a table"),
        (date(2027, 2, 6), "a date"),
        (None, "something else"),
    ],
)
def test_kinds_have_plain_names(value: object, words: str) -> None:
    assert kind_of(value) == words


@pytest.mark.parametrize(
    ("text", "word"), [(" ", "empty"), ("a" * 401, "longer"), ("a\nb", "line break")]
)
def test_texts_nobody_could_read_are_faults(text: str, word: str) -> None:
    assert word in str(text_fault(text))


def test_a_good_text_has_no_fault() -> None:
    assert text_fault("Đăng ký khai sinh") is None


def test_something_else_than_a_table_is_told_once() -> None:
    table = table_of(3)
    assert (table.text("name"), table.whole("n", 2, 5), table.tables("list")) == ("", 2, [])
    table.finish()
    assert told(table) == ["here: Here a table of keys is expected, not a whole number."]


def test_text_is_returned_checked() -> None:
    table = table_of({"a": "x", "b": 3, "c": ""})
    assert (table.text("a"), table.text("b"), table.text("c")) == ("x", "", "")
    assert told(table) == [
        "here.b: Here a text in quotes is expected, not a whole number.",
        "here.c: This text is empty.",
    ]


def test_text_without_default_must_be_there() -> None:
    table = table_of({})
    assert (table.text("a"), table.text("b", "x"), table.maybe_text("c")) == ("", "x", None)
    assert told(table) == ["here.a: This key is missing."]


@pytest.mark.parametrize("id_", ["a", "counter-12", "0", "a" * 40])
def test_ids_are_simple(id_: str) -> None:
    table = table_of({"id": id_})
    assert table.identifier() == id_
    assert told(table) == []


@pytest.mark.parametrize("id_", ["A", "hộ-tịch", "a b", "-a", "a_b", "a" * 41, "a\u0663"])
def test_other_ids_are_refused(id_: str) -> None:
    table = table_of({"id": id_})
    table.identifier()
    assert "cannot be an id" in told(table)[0]


def test_whole_numbers_have_bounds() -> None:
    table = table_of({"low": 1, "high": 9, "odd": True, "text": "4", "good": 4})
    assert table.whole("good", 2, 8) == 4
    for key in ("low", "high", "odd", "text", "none"):
        table.whole(key, 2, 8)
    assert told(table) == [
        "here.low: 1 is not between 2 and 8.",
        "here.high: 9 is not between 2 and 8.",
        "here.odd: Here a whole number is expected, not true or false.",
        "here.text: Here a whole number is expected, not a text.",
        "here.none: This key is missing.",
    ]


def test_the_bounds_themselves_are_allowed() -> None:
    table = table_of({"low": 2, "high": 8})
    assert (table.maybe_whole("low", 2, 8), table.maybe_whole("high", 2, 8)) == (2, 8)
    assert told(table) == []


def test_flags_are_true_or_false() -> None:
    table = table_of({"on": True, "off": False, "odd": 1})
    flags = [table.flag("on", False), table.flag("off", True), table.flag("none", True)]
    assert flags == [True, False, True]
    assert table.flag("odd", True) is True
    assert told(table) == ["here.odd: Here true or false is expected, not a whole number."]


def test_texts_are_listed_once_each() -> None:
    table = table_of({"a": ["x", "y", "x", 3, ""], "b": "x"})
    assert table.texts("a") == ("x", "y")
    assert table.texts("b") is None
    assert table.texts("c") is None
    assert told(table) == [
        'here.a[3]: "x" is listed twice.',
        "here.a[4]: Here a text in quotes is expected, not a whole number.",
        "here.a[5]: This text is empty.",
        "here.b: Here a list is expected, not a text.",
    ]


def test_references_must_be_known() -> None:
    table = table_of({"serves": ["land", "lnad"]})
    assert table.references("serves", ["land"], "service") == ("land", "lnad")
    assert table.references("none", ["land"], "service") is None
    assert told(table) == ['here.serves: "lnad" is no service of this hall. Did you mean "land"?']


def test_tables_are_numbered() -> None:
    table = table_of({"list": [{"a": "x"}, {}], "single": {}, "text": "x"})
    assert [each.path for each in table.tables("list")] == [
        ("here", "list", 0),
        ("here", "list", 1),
    ]
    assert table.tables("single") == table.tables("text") == table.tables("none") == []
    assert told(table) == [
        "here.single: Write [[single]] with two brackets: there may be several.",
        "here.text: Here a list is expected, not a text.",
    ]


def test_a_table_under_a_key_may_be_absent() -> None:
    table = table_of({"inner": {"a": "x"}})
    assert table.table("inner").text("a") == "x"
    assert table.table("none").maybe_text("a") is None
    assert told(table) == []


def test_unknown_keys_are_refused_with_the_nearest_known() -> None:
    table = table_of({"name": "x", "nmae": "y", "zzz": 1})
    table.text("name")
    table.finish()
    assert told(table) == [
        'here.nmae: There is no key "nmae" here. Did you mean "name"?',
        'here.zzz: There is no key "zzz" here.',
    ]


def test_nothing_is_taken_twice_and_missing_ids_do_not_clash() -> None:
    taken, table = Taken(), table_of({})
    for value in ("a", "b", "", ""):
        taken.add(table, "id", value)
    assert told(table) == []
    taken.add(table, "id", "a")
    assert told(table) == ['here.id: "a" is already taken by here.']
