"""The screen of a device that waits to be let in, and the thread that waits with it."""

import argparse
import asyncio
import logging
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from shared.discovery.browse import Browser
from shared.domain.commands import Role
from shared.i18n import Words
from shared.identity.credentials import Credentials
from shared.identity.local_hub import LocalHubs
from shared.link.addresses import state_folder
from shared.link.joining import Joining, Waiting, Wish
from shared.link.own import Own, is_of_another_start, kept, load_own, own_path
from shared.ui import application
from shared.ui.shown import Shown

log = logging.getLogger(__name__)

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


def belonging(app: QGuiApplication, role: Role, options: argparse.Namespace) -> Own | None:
    """Return what this device is; shows its code until staff have let it in.

    ``options`` are an app's arguments. None if the app was told to end meanwhile.
    """
    path = own_path(state_folder(), role, options.place or "")
    local = LocalHubs(state_folder() / "hubs")
    own = load_own(path)
    if own is not None and not is_of_another_start(own, local):
        return own
    wish = Wish(role, options.place or "", options.hub, options.hall)
    credentials = asyncio.run(Joining(wish, local, tuple, _nobody).by_own_hub())
    if credentials is None:
        credentials = _shown(app, wish, local, options)
    return kept(path, credentials) if credentials else None


class JoiningController(QObject):
    """What the screen shows while a device waits; the network thread tells it."""

    waiting = Signal(object)
    joined = Signal(object)

    def __init__(self, role: Role, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._words = Words(language)
        self._waiting = Waiting("", "")
        self._shown = Shown(self._values, self)
        # Bound methods of an object of the GUI thread: Qt brings the network thread's word here.
        self.waiting.connect(self._changed)
        self.joined.connect(self._end)
        self.credentials: Credentials | None = None

    def _changed(self, waiting: Waiting) -> None:
        self._waiting = waiting
        self._shown.refresh()

    def _end(self, credentials: Credentials) -> None:
        self.credentials = credentials
        QGuiApplication.quit()

    def _values(self) -> dict[str, Any]:
        words, code = self._words, self._waiting.code
        return {
            "title": words.text("joining.title"),
            "sorry": words.text("joining.sorry"),
            "staff": words.text("joining.staff" if code else "joining.resting"),
            "code": f"{code[:3]} {code[3:]}" if code else "",
            "device": words.text(
                "joining.device",
                role=words.text(f"joining.role_{self._role}"),
                mark=self._waiting.mark,
            ),
        }

    shown = Property(QObject, lambda self: self._shown, constant=True)


def _shown(
    app: QGuiApplication, wish: Wish, local: LocalHubs, options: argparse.Namespace
) -> Credentials | None:
    controller = JoiningController(wish.role, options.language)
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    application.show(window, options.size, options.fullscreen, options.screen, options.part)
    waiting = _Waiting(wish, local, controller)
    waiting.start()
    application.run(app, waiting.stop)
    del engine
    return controller.credentials


class _Waiting:
    """The network thread of a device that waits."""

    def __init__(self, wish: Wish, local: LocalHubs, controller: JoiningController) -> None:
        self._wish = wish
        self._local = local
        self._controller = controller
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="joining", daemon=True)

    def start(self) -> None:
        """Begin to wait."""
        self._thread.start()

    def stop(self) -> None:
        """End, whether let in or not."""
        self._loop.call_soon_threadsafe(self._cancel)
        self._thread.join()
        self._loop.close()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _run(self) -> None:
        self._task = self._loop.create_task(self._join())
        try:
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            log.info("this device was not let in")

    async def _join(self) -> None:
        browser = Browser()
        if self._wish.hub is None:
            await browser.start()
        try:
            joining = Joining(self._wish, self._local, browser.found, self._controller.waiting.emit)
            self._controller.joined.emit(await joining.joined())
        finally:
            await browser.stop()


def _nobody(waiting: Waiting) -> None:
    """Show nothing: the first look at this user's own hub takes no time."""
