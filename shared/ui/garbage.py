"""Python looks for cycles in the GUI thread alone, between two events.

Left to itself it looks wherever an object is made: in the network thread, or in the middle of a
paint. A Qt object that it finds there is deleted in the wrong thread, or under Qt's hands, and
the app crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


def collect_here_only(app: QObject) -> None:
    """Look for cycles in the thread of ``app``, and nowhere else, for as long as it runs."""
    gc.disable()
    timer = QTimer(app)
    timer.timeout.connect(collect_what_is_due)
    timer.start(LOOK_EVERY_MS)
    QTimer.singleShot(LOOK_EVERY_MS, app, _set_apart)


def collect_what_is_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, if one is."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(2 if due[1] and due[2] else 1 if due[1] else 0)


def _set_apart() -> None:
    """Look no more at what the start has made: 60,000 objects, 22 ms of a still screen."""
    gc.collect()
    gc.freeze()
