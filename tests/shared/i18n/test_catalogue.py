"""The catalogues: whole in every language, well formed, and all the words a screen shows."""

import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.i18n import languages
from shared.i18n.words import FIRST_LANGUAGE, catalogue

ROOT = Path(__file__).parents[3]
PACKAGES = ("shared", "ticket_dispenser", "display_board", "counter_terminal", "kiosk")
OTHERS = [code for code in languages() if code != FIRST_LANGUAGE]


def sources(pattern: str) -> Iterator[Path]:
    """Yield the project's own files, not the tests'."""
    for package in PACKAGES:
        yield from (ROOT / package).rglob(pattern)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys(language: str) -> None:
    assert catalogue(language).keys() == catalogue(FIRST_LANGUAGE).keys()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_placeholders(language: str) -> None:
    first, other = catalogue(FIRST_LANGUAGE), catalogue(language)
    differing = {key for key in first if placeholders(first[key]) != placeholders(other[key])}
    assert differing == set()


@pytest.mark.parametrize("language", languages())
def test_words_are_composed_and_neither_empty_nor_ragged(language: str) -> None:
    for key, words in catalogue(language).items():
        assert unicodedata.is_normalized("NFC", words), key
        assert words == " ".join(words.split()), key
        assert words, key


@pytest.mark.parametrize("language", languages())
def test_counted_words_have_both_forms(language: str) -> None:
    keys = catalogue(language).keys()
    one = {key.removesuffix("_one") for key in keys if key.endswith("_one")}
    other = {key.removesuffix("_other") for key in keys if key.endswith("_other")}
    # "next_one" is the next person, not a count.
    assert other <= one
    assert {name for name in one - other if not name.endswith(".next")} == set()


@pytest.mark.parametrize("language", languages())
def test_files_are_flat_lists_of_words(language: str) -> None:
    for file in (ROOT / "shared/i18n/catalogue" / language).iterdir():
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        assert all(isinstance(entry, str) for entry in words.values()), file.name


def test_every_key_written_in_the_code_exists() -> None:
    asked = re.compile(r"""\.(text|counted)\(\s*"([a-z_]+\.[a-z0-9_]+)["\s,)]""")
    known = catalogue(FIRST_LANGUAGE)
    missing, found = set(), 0
    for file in sources("*.py"):
        for kind, key in asked.findall(file.read_text(encoding="utf-8")):
            found += 1
            wanted = [key] if kind == "text" else [f"{key}_one", f"{key}_other"]
            missing |= {f"{file.name}: {name}" for name in wanted if name not in known}
    assert missing == set()
    assert found > 50


def test_qml_says_nothing_of_its_own() -> None:
    spoken = re.compile(r"""^\s*(?:text|caption|Accessible\.name)\s*:\s*"[^"]*\w|"[^"]*[À-ỹ]""")
    said = [
        f"{file.name}: {line.strip()}"
        for file in sources("*.qml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if spoken.search(line.split("//")[0])
    ]
    assert said == []
