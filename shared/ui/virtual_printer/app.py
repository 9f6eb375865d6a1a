"""The virtual printer's window put together: machine, controller, screen."""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow

from shared.printing.virtual.options import add_options, make_server
from shared.ui import application
from shared.ui.rehearsal import Rehearsal
from shared.ui.virtual_printer.controller import PrinterController
from shared.ui.virtual_printer.machine_thread import MachineThread
from shared.ui.virtual_printer.paper_images import PaperImages

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def main(argv: list[str] | None = None) -> int:
    """Show the window until it is closed; 2 if hosts cannot be let in."""
    options = _arguments(argv)
    app = application.make_application("printer")
    machine = MachineThread(lambda: make_server(options))
    images = PaperImages()
    controller = PrinterController(machine, images, options.language)
    engine = application.load_screen(MAIN_QML, {"screenModel": controller}, {"paper": images})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    application.show(window, options.size, fullscreen=False, screen=None, part=options.part)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    failures: list[str] = []
    machine.failed.connect(failures.append)
    machine.failed.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    if not options.rehearse:  # whose answers are the lines on standard output then
        machine.ready.connect(_say_ready)
    machine.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        machine.stop()
        controller.stop()
        rehearsal = None
        del engine

    code = application.run(app, clean_up)
    if failures:
        print(f"motcua printer: {failures[0]}", file=sys.stderr)
        return 2
    return code


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua printer",
        description="A ticket printer made of software, in a window: its paper as it comes out, "
        "its state in words, and a switch for everything that can go wrong.",
    )
    add_options(parser)
    parser.add_argument("--language", default="vi", help="the language to start in")
    application.add_placing(parser)
    parser.add_argument(
        "--rehearse", action="store_true", help="take touches and keys from standard input"
    )
    return parser.parse_args(argv)


def _say_ready(address: str) -> None:
    print(f"printer ready {address}", flush=True)
