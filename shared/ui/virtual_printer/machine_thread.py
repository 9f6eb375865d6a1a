"""The virtual printer in a thread of its own, beside the window's."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from shared.printing.picture import Picture
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.script import ScriptedFault
from shared.printing.virtual.server import PrinterServer
from shared.ui.virtual_printer.view_state import Seen, look

NOTHING = Picture(8, 0, b"")


class MachineThread(QObject):
    """Signals come from the printer's thread; ``seen`` and ``strip`` are its newest values."""

    took = Signal(object)
    ready = Signal(str)
    failed = Signal(str)

    def __init__(self, make: Callable[[], PrinterServer], parent: QObject | None = None) -> None:
        """``make`` is called in the printer's thread."""
        super().__init__(parent)
        self.seen = Seen()
        self.strip = NOTHING
        self._make = make
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._work, name="printer", daemon=True)

    def start(self) -> None:
        """Let hosts in."""
        self._thread.start()

    def stop(self) -> None:
        """Put hosts out, and wait until the thread has ended."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(lambda: self._serving.cancel())
            self._thread.join()
        self._loop.close()

    def set_fault(self, fault: Fault, on: bool) -> None:
        """Break something, or put it right."""
        self._do(lambda: self._server.running.set_fault(fault, on))

    def plan(self, scripted: ScriptedFault) -> None:
        """Let a fault wait for the next ticket."""
        self._do(lambda: self._server.script.plan(scripted))

    def forget(self, fault: Fault) -> None:
        """Let a fault not come by itself after all."""
        self._do(lambda: self._server.script.forget(fault))

    def _do(self, action: Callable[[], object]) -> None:
        self._loop.call_soon_threadsafe(self._then_look, action)

    def _then_look(self, action: Callable[[], object]) -> None:
        action()
        self._look()

    def _work(self) -> None:
        try:
            with suppress(asyncio.CancelledError):
                self._serving = self._loop.create_task(self._serve())
                self._loop.run_until_complete(self._serving)
        except* OSError as errors:
            self.failed.emit(str(errors.exceptions[0]))

    async def _serve(self) -> None:
        self._server = self._make()
        self._server.running.took.append(self.took.emit)
        self._server.running.changed.append(self._look)
        await self._server.run(self.ready.emit)

    def _look(self) -> None:
        running = self._server.running
        self.seen = replace(
            look(running.printer),
            planned=self._server.script.waiting,
            slips=running.slips,
            mistakes=running.mistakes,
            last_mistakes=tuple(running.last_mistakes),
        )
        self.strip = running.printer.uncut
