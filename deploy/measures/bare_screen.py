"""The smallest QML app, in a process of its own: the machine's limit for the screens."""

import os
import sys

os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

QML = b"""
import QtQuick
Window { visible: true; width: 1280; height: 720; Text { text: "A012"; font.pixelSize: 96 } }
"""


def main() -> int:
    """Say that it is ready after the first frame, and run until killed."""
    app = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(
        lambda: print("ready 0", flush=True), Qt.ConnectionType.SingleShotConnection
    )
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
