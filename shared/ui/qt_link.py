"""THE bridge between the network thread and Qt: frames come out as signals, commands go in.

The network thread runs asyncio and everything of shared.link; it never touches Qt objects
but by emitting this object's signals, which Qt delivers in the GUI thread. The GUI thread
does no I/O here.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from shared.discovery.browse import Browser
from shared.domain.commands import DeviceCommand, Role
from shared.domain.tasks import AnyTask
from shared.link.addresses import Addresses, state_folder
from shared.link.client import HubLink, steady_ms
from shared.link.own import Own
from shared.protocol.messages import GiveFeedback, HubFrame, Question, Report
from shared.protocol.session import SHUT_OUT, Expired, LinkChanged, Session

log = logging.getLogger(__name__)

GIVE_UP_S = 10.0


class QtLink(QObject):
    """One device's link to the hub. Methods and signals belong to the GUI thread."""

    linkChanged = Signal(object)
    frame = Signal(object)
    expired = Signal(str)
    shutOut = Signal()
    """The hub knows this device no longer; the next start asks to be let in."""

    def __init__(
        self,
        role: Role,
        own: Own,
        hub: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``hub`` is a typed address (``wss://…``); without one the hub is looked for."""
        super().__init__(parent)
        self._session = Session(role=role, hall=own.hall)
        self._own = own
        self._hub = hub
        self._loop: asyncio.AbstractEventLoop | None = None
        self._link: HubLink | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

    def start(self) -> None:
        """Start the network thread."""
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Close the connection properly and wait for the thread to end."""
        link, self._link = self._link, None
        if link is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(link.stop)
            self._thread.join()

    def send(self, command: DeviceCommand, *, give_up_s: float = GIVE_UP_S) -> str:
        """Ask the hub for something; return the request id that the answer will carry."""
        request_id = uuid4().hex
        self._hand_over(lambda link: link.send(request_id, command, give_up_s))
        return request_id

    def ask(self, question: Question, *, give_up_s: float = GIVE_UP_S) -> str:
        """Ask the hub a question; return the request id that the answer will carry."""
        request_id = uuid4().hex
        self._hand_over(lambda link: link.ask(request_id, question, give_up_s))
        return request_id

    def hand_in(self, message: GiveFeedback, *, give_up_s: float = GIVE_UP_S) -> str:
        """Hand something in at the hub; return the request id that the answer will carry."""
        request_id = uuid4().hex
        self._hand_over(lambda link: link.hand_in(request_id, message, give_up_s))
        return request_id

    def manage(self, task: AnyTask, *, give_up_s: float = GIVE_UP_S) -> str:
        """Ask the hub for a task; return the request id that the answer will carry."""
        request_id = uuid4().hex
        self._hand_over(lambda link: link.manage(request_id, task, give_up_s))
        return request_id

    def report(self, report: Report) -> None:
        """Tell staff of a trouble at this device, or of its end."""
        self._hand_over(lambda link: link.report(report))

    def looked(self, code: str) -> None:
        """Tell that a procedure was opened; without a hub it is not counted."""
        self._hand_over(lambda link: link.looked(code))

    def hub_now_ms(self) -> int:
        """Return the hub's time (UTC ms) as far as known; 0 before the first greeting."""
        return self._session.hub_now_ms(steady_ms())

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        browser = Browser()
        if self._hub is None:
            await browser.start()
        addresses = Addresses(
            typed=self._hub,
            hall=self._own.hall,
            memory=state_folder() / f"{self._session.role}-{self._own.place}.json",
            found=browser.found,
        )
        link = HubLink(self._session, addresses, self._own.tls(), self._tell)
        self._loop, self._link = asyncio.get_running_loop(), link
        self._ready.set()
        await link.run()
        await browser.stop()

    def _tell(self, message: HubFrame | LinkChanged | Expired) -> None:
        if isinstance(message, LinkChanged):
            if message.detail in SHUT_OUT:
                self._own.forget()
                self.shutOut.emit()
            self.linkChanged.emit(message)
        elif isinstance(message, Expired):
            self.expired.emit(message.id)
        else:
            self.frame.emit(message)

    def _hand_over(self, work: Callable[[HubLink], None]) -> None:
        link = self._link
        if link is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(work, link)
