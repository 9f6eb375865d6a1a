"""Values for QML: only what differs is announced, and never in the middle of a touch."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shared.ui.shown import Shown


@pytest.fixture
def values() -> dict[str, Any]:
    return {"time": "07:45", "waiting": ["A001", "A002"]}


@pytest.fixture
def made() -> list[int]:
    """One entry for each time the values were made."""
    return []


@pytest.fixture
def shown(qapp: QObject, values: dict[str, Any], made: list[int]) -> Shown:
    def make() -> dict[str, Any]:
        made.append(1)
        return dict(values)

    return Shown(make, qapp)


@pytest.fixture
def announced(shown: Shown) -> list[str]:
    names: list[str] = []
    shown.valueChanged.connect(lambda name, value: names.append(name))
    return names


def test_all_values_are_there_from_the_start(shown: Shown) -> None:
    assert (shown.value("time"), shown.value("waiting")) == ("07:45", ["A001", "A002"])


def test_a_refresh_waits_for_the_event_loop(
    shown: Shown, values: dict[str, Any], qtbot: QtBot
) -> None:
    values["time"] = "07:46"
    shown.refresh()
    assert shown.value("time") == "07:45"
    qtbot.waitUntil(lambda: shown.value("time") == "07:46")


def test_many_refreshes_are_one(
    shown: Shown, values: dict[str, Any], made: list[int], qtbot: QtBot
) -> None:
    values["time"] = "07:46"
    for _ in range(5):
        shown.refresh()
    qtbot.waitUntil(lambda: shown.value("time") == "07:46")
    assert len(made) == 2


def test_lists_that_stayed_the_same_are_not_shown_anew(
    shown: Shown, values: dict[str, Any], made: list[int], qtbot: QtBot
) -> None:
    kept = shown._last["waiting"]
    values |= {"time": "07:46", "waiting": ["A001", "A002"]}
    shown.refresh()
    qtbot.waitUntil(lambda: shown.value("time") == "07:46")
    assert shown._last["waiting"] is kept


def test_a_later_refresh_is_a_refresh_again(
    shown: Shown, values: dict[str, Any], qtbot: QtBot
) -> None:
    for time in ("07:46", "07:47"):
        values["time"] = time
        shown.refresh()
        qtbot.waitUntil(lambda time=time: shown.value("time") == time)  # type: ignore[misc]  # bound now
