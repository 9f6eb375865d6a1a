"""How every app starts and ends: environment, fonts, engine, windows, signals.

Set up before Qt loads anything: the software renderer is the reference (no GPU, the same
pixels everywhere), and updates are painted at once.
"""

import argparse
import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QRect,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from shared import logs
from shared.ui.display import has_display
from shared.ui.garbage import collect_here_only
from shared.ui.qr_image import QrImages

log = logging.getLogger("motcua.screen")

SIGNALS_EVERY_MS = 200

# The network thread must not wait five milliseconds for a painting GUI thread.
sys.setswitchinterval(0.0005)


class ScreenFailed(Exception):
    """The screen's QML could not be loaded: a fault of ours."""


def arguments(prog: str, description: str) -> argparse.ArgumentParser:
    """Return the command line that all apps share."""
    parser = argparse.ArgumentParser(prog=f"motcua {prog}", description=description)
    parser.add_argument(
        "--hub", type=hub_address, metavar="ADDRESS", help="wss://host:port; else it is looked for"
    )
    parser.add_argument("--hall", metavar="ID", help="only this hall, where several are near")
    parser.add_argument("--place", metavar="ID", help="the wish for a place; staff decide")
    parser.add_argument("--language", default="vi", help="the language to start in")
    add_placing(parser)
    parser.add_argument("--fullscreen", action="store_true", help="cover the whole screen")
    parser.add_argument("--screen", metavar="NAME", help="which screen to cover")
    parser.add_argument(
        "--rehearse", action="store_true", help="take touches and keys from standard input"
    )
    return parser


def add_placing(parser: argparse.ArgumentParser, window: str = "", whose: str = "the") -> None:
    """Add the options that say how large a window is and where it stands."""
    prefix = f"{window}-" if window else ""
    size, part = f"--{prefix}size", f"--{prefix}part"
    parser.add_argument(size, type=window_size, metavar="WxH", help=f"size of {whose} window")
    parser.add_argument(
        part, type=screen_part, metavar="X,Y,W,H", help="its place on the screen, in percent"
    )


def hub_address(text: str) -> str:
    """Return the text if it is a hub's address; an argparse type."""
    url = urlsplit(text)
    if url.scheme != "wss" or not url.hostname:
        raise argparse.ArgumentTypeError(f"{text!r} is no address like wss://192.0.2.10:8750")
    return text


def window_size(text: str) -> str:
    """Return the text if it is a size like 1920x1080; an argparse type."""
    if not re.fullmatch(r"[1-9]\d*x[1-9]\d*", text.lower()):
        raise argparse.ArgumentTypeError(f"{text!r} is no size like 1920x1080")
    return text.lower()


def screen_part(text: str) -> tuple[int, ...]:
    """Return x, y, width and height in percent of a screen; an argparse type."""
    if not re.fullmatch(r"\d+,\d+,[1-9]\d*,[1-9]\d*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no part like 0,0,50,50")
    return tuple(int(each) for each in text.split(","))


def make_application(name: str) -> QGuiApplication:
    """Return the one application object, with the house's fonts and log; exits with no display."""
    logs.set_up()
    if not has_display():
        sys.exit(f"motcua {name}: there is no display here to show a window on")
    qInstallMessageHandler(_log_qt)
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    app.setApplicationName(f"motcua-{name}")
    collect_here_only(app)
    load_fonts()
    return app


def load_fonts() -> None:
    """Make the shipped typefaces known to Qt."""
    for entry in files("shared.ui").joinpath("fonts").iterdir():
        if entry.name.endswith(".ttf"):
            QFontDatabase.addApplicationFont(str(entry))


def load_screen(
    main_qml: Path,
    context: Mapping[str, QObject],
    images: Mapping[str, QQuickImageProvider] | None = None,
) -> QQmlApplicationEngine:
    """Return an engine showing ``main_qml``; raises ScreenFailed.

    ``context`` objects become required properties of the root window; ``images`` are found at
    ``image://NAME/…`` and belong to the engine. Delete the engine before the objects.
    """
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(files("shared.ui").joinpath("qml")))
    for name, provider in {"qr": QrImages(), **(images or {})}.items():
        engine.addImageProvider(name, provider)
    engine.setInitialProperties(dict(context))
    engine.load(str(main_qml))
    if not engine.rootObjects():
        raise ScreenFailed(f"{main_qml} does not load")
    return engine


def show(
    window: QQuickWindow,
    size: str | None,
    fullscreen: bool,
    screen: str | None,
    part: tuple[int, ...] | None = None,
) -> None:
    """Show a window at a size (``1920x1080``), in a part of a screen, or over all of it."""
    if screen is not None:
        chosen = [each for each in QGuiApplication.screens() if each.name() == screen]
        if chosen:
            window.setScreen(chosen[0])
            # On a desktop over several screens, setScreen alone does not move the window.
            window.setPosition(chosen[0].geometry().topLeft())
        else:
            log.warning("there is no screen %s", screen)
    if size is not None:
        width, height = (int(part) for part in size.lower().split("x"))
        window.resize(width, height)
    if part is not None:
        place = _part_of(window.screen().availableGeometry(), part)
        window.setGeometry(place)
    if fullscreen:
        window.showFullScreen()
    else:
        window.show()


def _part_of(whole: QRect, part: tuple[int, ...]) -> QRect:
    x, y, width, height = part
    return QRect(
        whole.x() + whole.width() * x // 100,
        whole.y() + whole.height() * y // 100,
        whole.width() * width // 100,
        whole.height() * height // 100,
    )


def run(app: QGuiApplication, clean_up: Callable[[], None]) -> int:
    """Run until the window closes or the process is told to end; then clean up."""
    # exit() and not quit(): that asks the windows first, and the kiosk's does not close.
    signal.signal(signal.SIGTERM, lambda *_: app.exit())
    signal.signal(signal.SIGINT, lambda *_: app.exit())
    # Python sees signals only when it runs; Qt would keep it asleep.
    pulse = QTimer()
    pulse.timeout.connect(lambda: None)
    pulse.start(SIGNALS_EVERY_MS)
    code = app.exec()
    pulse.stop()
    clean_up()
    return code


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    log.log(levels.get(kind, logging.ERROR), "%s", message)
