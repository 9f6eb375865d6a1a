"""Waiting in Qt's event loop, as an app does: asleep between events."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

PATIENCE_S = 20.0
PULSE_MS = 20


def wait(app: QCoreApplication, ready: Callable[[], bool]) -> None:
    """Run the event loop until something is so; raises TimeoutError after twenty seconds."""
    until = time.perf_counter() + PATIENCE_S
    pulse = QTimer()
    pulse.start(PULSE_MS)
    while not ready():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > until:
            raise TimeoutError("the screen does not come to it")
