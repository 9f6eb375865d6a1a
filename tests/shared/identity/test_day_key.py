"""Marks of ID cards: the same for a day and field, nobody's afterwards."""

import logging
from pathlib import Path

import pytest

from shared.identity.day_key import MARK_LETTERS, DayKey

CARD, OTHER = "062185001234", "062185001235"
TODAY, TOMORROW = "2026-11-23", "2026-11-24"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day_key.json"


def test_a_card_has_one_mark_a_day_and_field_and_says_nothing(path: Path) -> None:
    key = DayKey(path)
    mark = key.mark(TODAY, "justice", CARD)
    assert len(mark) == MARK_LETTERS
    assert key.mark(TODAY, "justice", CARD) == mark
    assert key.mark(TODAY, "justice", OTHER) != mark
    assert key.mark(TODAY, "land", CARD) != mark
    assert CARD not in path.read_text()


def test_a_restart_makes_the_same_marks_and_another_hall_others(path: Path, tmp_path: Path) -> None:
    mark = DayKey(path).mark(TODAY, "justice", CARD)
    assert DayKey(path).mark(TODAY, "justice", CARD) == mark
    assert DayKey(tmp_path / "other.json").mark(TODAY, "justice", CARD) != mark


def test_the_key_is_thrown_away_when_its_day_is_over(path: Path) -> None:
    key = DayKey(path)
    mark = key.mark(TODAY, "justice", CARD)
    kept = path.read_text()
    key.throw_away_unless(TODAY)
    assert path.read_text() == kept
    key.throw_away_unless(TOMORROW)
    assert not path.exists()
    assert key.mark(TODAY, "justice", CARD) != mark, "nobody can make the old mark again"


def test_another_days_key_is_replaced_by_the_first_card(path: Path) -> None:
    DayKey(path).mark(TODAY, "justice", CARD)
    kept = path.read_text()
    DayKey(path).mark(TOMORROW, "justice", CARD)
    assert path.read_text() != kept
    assert TODAY not in path.read_text()


@pytest.mark.parametrize("text", ["{", '{"day": "2026-11-23", "key": "no hex"}'])
def test_a_damaged_file_is_told_and_keeps_no_hall_shut(
    path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_text(text)
    with caplog.at_level(logging.ERROR):
        assert DayKey(path).mark(TODAY, "justice", CARD)
    assert "day_key.json" in caplog.text
