"""The toolkit itself: releases of PySide6 that lose references abort after a few hundred emits.

6.12.0 drops a reference to True with every emit on Python 3.11, and a day's work ends in
``bool_dealloc``. Counted in a process of its own, for a loss would end this one.
"""

import json
import subprocess
import sys

EMITS = 5_000

EMIT_AND_COUNT = f"""
import json, sys
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    plain = Signal()
    carrying = Signal(object, bool)

def count():
    return [sys.getrefcount(value) for value in (None, True, False)]

sender = Sender()
heard = []
sender.plain.connect(lambda: heard.append(1))
sender.carrying.connect(lambda value, flag: heard.append(1))
sender.plain.emit()
sender.carrying.emit(None, True)
before = count()
for _ in range({EMITS}):
    sender.plain.emit()
    sender.carrying.emit(None, True)
    sender.carrying.emit(None, False)
print(json.dumps([before, count(), len(heard)]))
"""


def test_emitting_signals_loses_no_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMIT_AND_COUNT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    before, after, heard = json.loads(done.stdout)
    assert heard == 2 + 3 * EMITS
    # A few references come and go with the interpreter's own business; thousands do not.
    assert all(last > first - 100 for first, last in zip(before, after, strict=True)), after
