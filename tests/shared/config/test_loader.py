import copy
import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.config.findings import HallFileErrors
from shared.config.loader import load_hall, setup_from
from shared.config.toml_source import Source

HALLS = Path(__file__).parents[3] / "deploy" / "halls"
README = Path(__file__).parents[3] / "shared" / "config" / "README.md"
COMMUNE, LARGE = HALLS / "commune.toml", HALLS / "large.toml"
COMMUNE_DOCUMENT = tomllib.loads(COMMUNE.read_text(encoding="utf-8"))

FoundIn = Callable[..., list[str]]

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.dates()
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.mark.parametrize("file", [COMMUNE, LARGE])
def test_the_samples_are_whole_in_both_languages(file: Path) -> None:
    setup = load_hall(file)
    assert setup.warnings == ()
    assert setup.plan.languages == ("vi", "en")
    assert {day[:4] for day in setup.plan.holidays} == {"2026", "2027"}


def test_the_examples_of_the_readme_make_a_whole_hall(tmp_path: Path) -> None:
    *sections, calendar = re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    (tmp_path / "holidays-2027.toml").write_text(calendar, encoding="utf-8")
    (tmp_path / "hall.toml").write_text("\n".join(sections), encoding="utf-8")
    assert load_hall(tmp_path / "hall.toml").warnings == ()


def test_the_commune_has_four_counters_and_no_dispenser() -> None:
    setup = load_hall(COMMUNE)
    assert len(setup.plan.counters) == 4
    assert setup.devices.dispensers == {}


def test_the_large_hall_has_sixteen_counters_and_nine_fields() -> None:
    setup = load_hall(LARGE)
    top = [field for field in setup.plan.fields.values() if field.parent is None]
    assert (len(setup.plan.counters), len(top)) == (16, 9)


def test_all_mistakes_are_told_in_the_order_of_lines(errors_of: FoundIn) -> None:
    found = errors_of('prefix = "a"\n[[counter]]\nlabel = "?"\n[callz]\n', hall="unit = 1")
    assert [line.partition(": ")[0] for line in found] == [
        "hall.unit",
        "field[1].prefix",
        "counter[1].label",
        "callz",
    ]


def test_a_section_of_the_wrong_kind_is_told_once(errors_of: FoundIn) -> None:
    assert errors_of(top="calls = 3\nvoice = []\nboard = 1") == [
        "calls: Here a table of keys is expected, not a whole number.",
        "voice: Here a table of keys is expected, not a list.",
        "board: Here a list is expected, not a whole number.",
    ]


def test_holidays_in_the_hall_file_are_sent_to_the_calendar(errors_of: FoundIn) -> None:
    (found,) = errors_of('[[holiday]]\ndate = 2027-02-05\nname = "Tết"\n')
    assert found.startswith("holiday: Holidays stand in a calendar file")


def test_missing_translations_are_warned_of(warnings_of: FoundIn) -> None:
    assert warnings_of(hall='languages = ["vi", "en"]') == [
        'hall.name: 2 texts have no "en" (the first is hall.name); they are shown in Vietnamese.'
    ]


def test_an_empty_file_says_what_is_needed(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text("", encoding="utf-8")
    with pytest.raises(HallFileErrors) as raised:
        load_hall(file)
    assert [(error.key, error.message) for error in raised.value.errors] == [
        ("hall.name", "This key is missing."),
        ("field", "A hall needs at least one [[field]]."),
    ]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_no_document_breaks_the_loader(data: st.DataObject) -> None:
    document = copy.deepcopy(COMMUNE_DOCUMENT)
    for _ in range(data.draw(st.integers(1, 4))):
        _mutate(document, data)
    with suppress(HallFileErrors):
        setup_from(Source(COMMUNE, document, {}))


def _mutate(document: dict[str, Any], data: st.DataObject) -> None:
    """Replace, remove or add one value somewhere in the document."""
    inside: Any = document
    while True:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(inside[key], dict | list) and data.draw(st.integers(0, 4)):
            inside = inside[key]
            continue
        _change(inside, key, data)
        return


def _change(inside: Any, key: Any, data: st.DataObject) -> None:
    change = data.draw(st.sampled_from(["replace", "remove", "add"]))
    if change == "remove":
        del inside[key]
    elif change == "add" and isinstance(inside, dict):
        inside[data.draw(st.text(max_size=5))] = data.draw(values)
    else:
        inside[key] = data.draw(values)
