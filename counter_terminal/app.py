"""The counter put together: the officer's window, the citizen's panel, or both."""

import argparse
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from counter_terminal.controllers.panel import PanelController
from counter_terminal.controllers.staff import StaffController
from shared.domain.commands import Role
from shared.domain.ids import CounterId
from shared.link.addresses import state_folder
from shared.link.own import Own
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import Topic
from shared.protocol.topics import Setup
from shared.ui import application
from shared.ui.joining.screen import belonging
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal

QML = Path(__file__).parent / "qml"


def main(argv: list[str] | None = None) -> int:
    """Run the counter until it is told to stop."""
    options = _arguments(argv)
    app = application.make_application("counter")
    role = Role.PANEL if options.only == "panel" else Role.COUNTER
    own = belonging(app, role, options)
    if own is None:
        return 0
    printer = TicketPrinter(options.printer, state_folder())
    links: list[QtLink] = []
    controllers: list[QObject] = []
    engines: list[QQmlApplicationEngine] = []
    if options.only != "panel":
        link = _link(Role.COUNTER, own, options, links)
        link.frame.connect(lambda frame: _configure(printer, own.place, frame))
        staff = StaffController(link, printer, own.place, options.language)
        controllers.append(staff)
        engines.append(application.load_screen(QML / "StaffMain.qml", {"screenModel": staff}))
    if options.only != "staff":
        link = _link(Role.PANEL, own, options, links)
        panel = PanelController(link, own.place, options.language)
        controllers.append(panel)
        engines.append(application.load_screen(QML / "PanelMain.qml", {"screenModel": panel}))
    windows = [_window(engine) for engine in engines]
    for window in windows:
        is_panel = window.objectName() == "panel"
        size = options.panel_size if is_panel else options.size
        screen = options.panel_screen if is_panel else options.screen
        part = options.panel_part if is_panel else options.part
        full = options.fullscreen or bool(is_panel and options.panel_screen)
        application.show(window, size, full, screen, part)
    rehearsal = Rehearsal(windows) if options.rehearse else None
    for link in links:
        link.shutOut.connect(app.quit)
        link.start()

    def clean_up() -> None:
        nonlocal rehearsal
        for link in links:
            link.stop()
        printer.stop()
        rehearsal = None
        engines.clear()
        controllers.clear()

    return application.run(app, clean_up)


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = application.arguments(
        "counter", "A counter: the officer's window, and the panel for the citizen opposite."
    )
    parser.add_argument("--only", choices=["staff", "panel"], help="one of the two windows")
    parser.add_argument("--printer", help="address of the printer, instead of the hall file's")
    application.add_placing(parser, "panel", "the panel's")
    parser.add_argument("--panel-screen", metavar="NAME", help="screen that the panel covers")
    return parser.parse_args(argv)


def _link(role: Role, own: Own, options: argparse.Namespace, links: list[QtLink]) -> QtLink:
    link = QtLink(role, own, options.hub)
    links.append(link)
    return link


def _window(engine: QQmlApplicationEngine) -> QQuickWindow:
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return window


def _configure(printer: TicketPrinter, place: str, frame: object) -> None:
    if isinstance(frame, Topic) and isinstance(frame.value, Setup):
        plan = frame.value.devices.counter_printers.get(CounterId(place))
        printer.configure((plan,) if plan else (), frame.value.devices.ticket)
