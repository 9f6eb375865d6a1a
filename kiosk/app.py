"""The kiosk put together: link, controllers, screen."""

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from kiosk.controllers.kiosk import KioskController
from shared.domain.commands import Role
from shared.ui import application
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal
from shared.voice.output import Output
from shared.voice.sound import chime

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def main(argv: list[str] | None = None) -> int:
    """Run the kiosk until it is told to stop."""
    parser = application.arguments("kiosk", "The touch kiosk: where does my number stand in line?")
    parser.add_argument("--place", default="kiosk-1", help="this kiosk's id in the hall file")
    options = parser.parse_args(argv)
    app = application.make_application("kiosk")
    link = QtLink(Role.KIOSK, options.place, options.hub, options.hall)
    controller = KioskController(link, options.language)
    output = Output(parent=controller)
    controller.visiting.warned.connect(lambda: output.play(chime()))
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    controller.watch(window, locked=options.fullscreen)
    application.show(window, options.size, options.fullscreen, options.screen)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    link.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        link.stop()
        rehearsal = None
        del engine

    return application.run(app, clean_up)
