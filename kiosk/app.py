"""The kiosk put together: link, controllers, screen."""

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from kiosk.catalogue import Catalogue
from kiosk.controllers.kiosk import KioskController
from kiosk.speech import Speech
from shared.domain.commands import Role
from shared.i18n import use_packs
from shared.link.addresses import state_folder
from shared.printing.ticket_printer import TicketPrinter
from shared.protocol.messages import Topic
from shared.protocol.topics import Setup
from shared.ui import application
from shared.ui.joining.screen import belonging
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal
from shared.ui.serial_scanner import add_scanner, scanner_of
from shared.voice.sound import chime

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def main(argv: list[str] | None = None) -> int:
    """Run the kiosk until it is told to stop."""
    parser = application.arguments(
        "kiosk", "The touch kiosk: procedures, my dossier, my number, feedback."
    )
    parser.add_argument("--printer", metavar="ADDRESS", help="instead of the hall file's printer")
    add_scanner(parser)
    parser.add_argument("--packs", type=Path, metavar="DIR", help="the hall's own languages")
    options = parser.parse_args(argv)
    use_packs(options.packs)
    app = application.make_application("kiosk")
    own = belonging(app, Role.KIOSK, options)
    if own is None:
        return 0
    link = QtLink(Role.KIOSK, own, options.hub)
    link.shutOut.connect(app.quit)
    catalogue = Catalogue(state_folder() / f"kiosk-{own.place}")
    printer = TicketPrinter(options.printer, state_folder())
    link.frame.connect(lambda frame: _configure(printer, own.place, frame))
    speech = Speech(options.packs)
    controller = KioskController(link, own.place, options.language, catalogue, printer, speech)
    scanner = scanner_of(options, controller.scanned)
    from shared.voice.output import Output  # only now: --help loads no sound

    output = Output(parent=controller)
    controller.visiting.warned.connect(lambda: output.play(chime()))
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    controller.watch(window, locked=options.fullscreen)
    application.show(window, options.size, options.fullscreen, options.screen, options.part)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    catalogue.start()
    link.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        link.stop()
        catalogue.stop()
        printer.stop()
        speech.stop()
        if scanner is not None:
            scanner.stop()
        rehearsal = None
        del engine

    return application.run(app, clean_up)


def _configure(printer: TicketPrinter, place: str, frame: object) -> None:
    if isinstance(frame, Topic) and isinstance(frame.value, Setup):
        plan = frame.value.devices.kiosks.get(place)
        plans = (plan.printer,) if plan and plan.printer else ()
        printer.configure(plans, frame.value.devices.ticket)
