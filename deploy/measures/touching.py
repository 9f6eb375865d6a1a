"""Real screens measured from inside: a touch at the dispenser, a press at the counter.

The screen under measurement runs in this process on the offscreen platform; the hub runs in
its own. What a real monitor adds is not in the figures.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from deploy.measures.event_loop import wait
from deploy.measures.hub_process import COUNTERS
from deploy.measures.letting_in import let_in
from deploy.measures.officer import Officer, officer
from deploy.measures.server import served
from display_board import app as board_app
from display_board.controllers.board import BoardController
from shared.domain.commands import Role
from shared.printing.ticket_printer import TicketPrinter
from shared.ui.application import load_screen
from shared.ui.qt_link import QtLink
from ticket_dispenser import app as dispenser_app
from ticket_dispenser.controllers.dispenser import DispenserController

QUIET_S = 0.1
WARM_UP = 10
"""Presses that are not counted: a board has drawn every digit before nine in the morning."""


class Arrival(Protocol):
    """Something that notes when a byte arrives."""

    address: str
    at_s: float

    arrived: threading.Event


def touch_to_byte_ms(app: QGuiApplication, data: Path, printer: Arrival, count: int) -> list[float]:
    """Return the times from a touch on a service to the first byte of its ticket."""
    times = []
    with _hub(data) as hub, ExitStack() as cast:
        link = QtLink(Role.DISPENSER, let_in(hub, data, Role.DISPENSER, "dispenser-1"), hub)
        ticket_printer = TicketPrinter(printer.address)
        cast.callback(ticket_printer.stop)
        controller = DispenserController(link, ticket_printer, "dispenser-1", "vi")
        cast.enter_context(_window(dispenser_app.MAIN_QML, controller))
        link.start()
        cast.callback(link.stop)
        wait(app, lambda: bool(_shown(controller, "active")))
        for _ in range(count):
            printer.arrived.clear()
            begun = time.perf_counter()
            controller.touchService("service-0")
            wait(app, printer.arrived.is_set)
            times.append((printer.at_s - begun) * 1000)
            wait(app, lambda: _shown(controller, "page") == "number")
            controller.goBack()
    return times


def press_to_paint_ms(app: QGuiApplication, data: Path, count: int, others: int) -> list[float]:
    """Return the times from a press of Next to the board's paint, with so many other devices."""
    times: list[float] = []
    with _hub(data) as hub, ExitStack() as cast:
        if others:
            crowd = (hub, str(data), str(others), str(COUNTERS))
            cast.enter_context(served("deploy.measures.crowd", *crowd))
        link = QtLink(Role.BOARD, let_in(hub, data, Role.BOARD, "board-1"), hub)
        controller = BoardController(link, "board-1", "vi")
        window = cast.enter_context(_window(board_app.MAIN_QML, controller))
        window.frameSwapped.connect(controller.painted)
        link.start()
        cast.callback(link.stop)
        staff = cast.enter_context(officer(hub, data))
        for at in range(WARM_UP + count):
            _does(staff, "issue")
            _quiet(app)
            painted_ms = _painted_ms(app, window, controller, staff)
            if at >= WARM_UP:
                times.append(painted_ms)
            _does(staff, "begin")
            _does(staff, "finish")
    return times


def _does(staff: Officer, deed: str) -> None:
    staff.does(deed)
    staff.pressed_s()


def _painted_ms(
    app: QGuiApplication, window: QQuickWindow, controller: BoardController, staff: Officer
) -> float:
    painted: list[float] = []

    def swapped() -> None:
        if _shown(controller, "counter0")["fresh"] and not painted:
            painted.append(time.perf_counter())

    window.frameSwapped.connect(swapped)
    staff.does("call")
    wait(app, lambda: bool(painted))
    window.frameSwapped.disconnect(swapped)
    return (painted[0] - staff.pressed_s()) * 1000


def _shown(controller: QObject, key: str) -> Any:
    return controller.property("shown").value(key)


@contextmanager
def _window(qml: Path, controller: object) -> Iterator[QQuickWindow]:
    engine = load_screen(qml, {"screenModel": controller})  # type: ignore[dict-item]  # a QObject
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    yield window
    shiboken6.delete(engine)


@contextmanager
def _hub(data: Path) -> Iterator[str]:
    with served("deploy.measures.hub_process", str(data)) as hub:
        yield f"wss://127.0.0.1:{hub.port}"


def _quiet(app: QGuiApplication) -> None:
    """Let the hall come to rest, as it does between two presses of people."""
    until = time.perf_counter() + QUIET_S
    wait(app, lambda: time.perf_counter() >= until)
