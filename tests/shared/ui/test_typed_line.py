"""A line typed on the screen's keys."""

from pytestqt.qtbot import QtBot

from shared.ui.typed_line import ROWS, TONE_NAMES, TypedLine


def typed(line: TypedLine, keys: str) -> str:
    for key in keys:
        line.press(key)
    return line.words


def test_keys_become_words_and_every_change_is_told(qtbot: QtBot) -> None:
    line = TypedLine()
    with qtbot.waitSignals([line.changed] * 5):
        typed(line, "d9a8ng")
    assert line.words == "đăng"
    line.erase()
    assert line.words == "đăn"
    line.clear()
    assert line.words == ""


def test_a_capital_is_for_one_letter(qtbot: QtBot) -> None:
    line = TypedLine()
    line.toggleShift()
    assert line.shifted
    assert typed(line, "Ha") == "Ha"
    assert not line.shifted


def test_a_line_ends_somewhere(qtbot: QtBot) -> None:
    line = TypedLine(longest=4)
    assert typed(line, "abcdef") == "abcd"


def test_the_last_keys_are_taken_back_marks_and_all(qtbot: QtBot) -> None:
    line = TypedLine()
    typed(line, "chowf")
    assert typed(line, "062") != "chờ"
    line.take_back(3)
    assert line.words == "chờ"
    line.clear()
    line.take_back(3)
    assert line.words == "", "nothing is left of what was cleared"


def test_codes_are_not_composed(qtbot: QtBot) -> None:
    line = TypedLine()
    typed(line, "as")
    line.set_composing(False)
    assert typed(line, "s12") == "ás12"


def test_every_letter_of_the_language_has_a_key(qtbot: QtBot) -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyjwfz0123456789"
    assert set(letters) <= set("".join(ROWS))
    assert len(TONE_NAMES) == 5
    assert all(len(row) <= 10 for row in ROWS)
