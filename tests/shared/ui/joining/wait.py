"""A device that waits to be let in, in a process of its own: prints its code, then its place.

``python -m tests.shared.ui.joining.wait HUB [SECONDS]``; after so many seconds it is told to end.
"""

import argparse
import sys

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from shared.domain.commands import Role
from shared.ui import application
from shared.ui.joining.screen import belonging


def main(hub: str, seconds: str = "") -> None:
    """Wait with the screen."""
    app = application.make_application("waiting")
    shown: set[str] = set()

    def read() -> None:
        for window in app.topLevelWindows():
            assert isinstance(window, QQuickWindow)
            code = window.findChild(QQuickItem, "code")
            text = str(code.property("text")) if code else ""
            if text and text not in shown:
                shown.add(text)
                print(f"code {text.replace(' ', '')}", flush=True)

    looking = QTimer()
    looking.timeout.connect(read)
    looking.start(20)
    if seconds:
        QTimer.singleShot(int(float(seconds) * 1000), app.quit)
    options = argparse.Namespace(
        place=None,
        hub=hub,
        hall=None,
        language="vi",
        size="960x540",
        fullscreen=False,
        screen=None,
        part=None,
    )
    own = belonging(app, Role.BOARD, options)
    print(f"place {own.place if own else 'none'}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
