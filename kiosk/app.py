"""The kiosk put together: link, controller, screen."""

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from kiosk.controllers.my_ticket import MyTicketController
from shared.domain.commands import Role
from shared.ui import application
from shared.ui.joining.screen import belonging
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def main(argv: list[str] | None = None) -> int:
    """Run the kiosk until it is told to stop."""
    parser = application.arguments("kiosk", "The touch kiosk: where does my number stand in line?")
    options = parser.parse_args(argv)
    app = application.make_application("kiosk")
    own = belonging(app, Role.KIOSK, options)
    if own is None:
        return 0
    link = QtLink(Role.KIOSK, own, options.hub)
    link.shutOut.connect(app.quit)
    controller = MyTicketController(link, options.language)
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    application.show(window, options.size, options.fullscreen, options.screen, options.part)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    link.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        link.stop()
        rehearsal = None
        del engine

    return application.run(app, clean_up)
