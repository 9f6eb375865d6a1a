"""Cycles die in the GUI thread, whoever made them."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shared.ui import garbage
from shared.ui.garbage import collect_here_only

MANY = 20_000


class Knot:
    """Holds itself, and says in which thread it went."""

    went_in: list[threading.Thread]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.went_in.append(threading.current_thread())


@pytest.fixture
def went_in() -> Iterator[list[threading.Thread]]:
    Knot.went_in = []
    gc.enable()  # as Python starts
    yield Knot.went_in
    gc.disable()  # as the tests run


def test_a_busy_thread_collects_nothing_and_the_event_loop_all(
    went_in: list[threading.Thread], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "LOOK_EVERY_MS", 1)
    app = QObject()
    collect_here_only(app)
    busy = threading.Thread(target=lambda: [Knot() for _ in range(MANY)])
    busy.start()
    busy.join()
    assert not went_in
    qtbot.waitUntil(lambda: len(went_in) == MANY)
    assert set(went_in) == {threading.main_thread()}


def test_what_the_start_has_made_is_not_looked_at_again(
    went_in: list[threading.Thread], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "LOOK_EVERY_MS", 1)
    Knot()
    app = QObject()
    collect_here_only(app)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    assert went_in == [threading.main_thread()], "what was garbage already is not kept"
