"""The dispenser put together: link, printer, controller, screen."""

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from shared.domain.commands import Role
from shared.link.addresses import state_folder
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.topics import Setup
from shared.ui import application
from shared.ui.joining.screen import belonging
from shared.ui.key_scanner import KeyScanner
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal
from shared.ui.serial_scanner import add_scanner, scanner_of
from ticket_dispenser.controllers.dispenser import DispenserController

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def main(argv: list[str] | None = None) -> int:
    """Run the dispenser until it is told to stop."""
    parser = application.arguments(
        "dispenser", "The touch screen at which citizens take a number; prints the ticket."
    )
    parser.add_argument("--printer", help="address of the printer, instead of the hall file's")
    add_scanner(parser)
    options = parser.parse_args(argv)
    app = application.make_application("dispenser")
    own = belonging(app, Role.DISPENSER, options)
    if own is None:
        return 0
    link = QtLink(Role.DISPENSER, own, options.hub)
    link.shutOut.connect(app.quit)
    printer = TicketPrinter(options.printer, state_folder())

    def configure(frame: object) -> None:
        setup = getattr(frame, "value", None)
        if isinstance(setup, Setup):
            plan = setup.devices.dispensers.get(own.place)
            plans = (plan.printer, plan.second_printer) if plan else ()
            printer.configure(tuple(each for each in plans if each), setup.devices.ticket)

    link.frame.connect(configure)
    controller = DispenserController(link, printer, own.place, options.language)
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    KeyScanner(window).scanned.connect(controller.scanned)
    scanner = scanner_of(options, controller.scanned)
    application.show(window, options.size, options.fullscreen, options.screen, options.part)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    link.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        link.stop()
        printer.stop()
        if scanner is not None:
            scanner.stop()
        rehearsal = None
        del engine

    return application.run(app, clean_up)
