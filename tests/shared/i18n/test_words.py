"""Looking words up: by key, by count, and in Vietnamese where a language has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.i18n import BadPack, Words, languages, missing, names_in, use_packs
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


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Path]:
    """A folder for packs with one in it; used, and put away again."""
    folder = tmp_path / "packs"
    (folder / "bdq").mkdir(parents=True)
    (folder / "bdq" / "common.toml").write_text('language_name = "Bahnar"\n', encoding="utf-8")
    (folder / "bdq" / "notes.txt").write_text("who made it", encoding="utf-8")
    yield folder
    use_packs(None)


def test_a_hall_adds_a_language_as_a_folder(packs: Path) -> None:
    use_packs(packs)
    assert languages() == ("vi", "bdq", "en")
    assert Words("bdq").text("common.language_name") == "Bahnar"
    assert Words("bdq").text("common.back") == "Quay lại"
    assert "common.back" in missing("bdq")
    assert "common.language_name" not in missing("bdq")
    assert missing("en") == []


def test_a_pack_may_better_our_own_words(packs: Path) -> None:
    (packs / "en").mkdir()
    (packs / "en" / "common.toml").write_text('back = "Go back"\n', encoding="utf-8")
    use_packs(packs)
    assert Words("en").text("common.back") == "Go back"
    assert missing("en") == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("back =", "common.toml"),
        ("back = 3", "back is no text"),
        ('counter = "Quầy {number}"', "words in braces"),
    ],
)
def test_a_pack_that_cannot_be_used_is_told_at_once(packs: Path, text: str, reason: str) -> None:
    (packs / "bdq" / "common.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match=reason):
        use_packs(packs)
