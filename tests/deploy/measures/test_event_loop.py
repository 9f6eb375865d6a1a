"""Waiting in the event loop ends when it may, and not later than it must."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from deploy.measures import event_loop
from deploy.measures.event_loop import wait


def test_events_happen_while_one_waits(qapp: QGuiApplication) -> None:
    happened: list[str] = []
    QTimer.singleShot(0, lambda: happened.append("it"))
    wait(qapp, lambda: bool(happened))
    assert happened


def test_nobody_waits_for_ever(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_loop, "PATIENCE_S", 0.0)
    with pytest.raises(TimeoutError):
        wait(qapp, lambda: False)
