"""One printer's queue and the thread that alone speaks with it: jobs go out one after the other.

At rest the printer is looked at every few seconds, so that its state is known before anybody
needs it.
"""

import logging
import queue
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from shared.printing.asking import PrinterNow
from shared.printing.job import Ended
from shared.printing.printer import Draw, Printer, steady_ms

log = logging.getLogger(__name__)

LISTEN_S = 0.2
"""How soon is heard what a printer says by itself."""

STOP_S = 10
"""So long a job in hand may take to its end when the program stops."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Any picture, drawn for the paper of the printer it goes to; ``key`` is the asker's."""

    key: Hashable
    draw: Draw


class PrinterQueue:
    """Prints jobs in order; both functions are called in the printer's own thread."""

    def __init__(
        self,
        printer: Printer,
        ended: Callable[[PrintJob, Ended], None],
        changed: Callable[[PrinterNow], None],
    ) -> None:
        self._printer = printer
        self._ended = ended
        self._changed = changed
        self._told = PrinterNow()
        self._jobs: queue.SimpleQueue[PrintJob | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="printer", daemon=True)
        self._thread.start()

    def put(self, job: PrintJob) -> None:
        """Queue a job."""
        self._jobs.put(job)

    def stop(self, wait_s: float = STOP_S) -> None:
        """Let the jobs that are queued end, and stop; ``wait_s`` at most for that."""
        self._jobs.put(None)
        self._thread.join(wait_s)

    def _work(self) -> None:
        look_at_ms = steady_ms()
        while True:
            try:
                job = self._jobs.get(timeout=self._pause_s(look_at_ms))
            except queue.Empty:
                if steady_ms() < look_at_ms:
                    self._printer.listen()
                else:
                    self._printer.look()
                    look_at_ms = steady_ms() + self._printer.next_look_ms
            else:
                if job is None:
                    self._printer.close()
                    return
                ended = self._printer.print(job.draw)
                look_at_ms = steady_ms()
                self._tell()  # first, so that nobody takes a printer that has failed for ready
                self._ended(job, ended)
            self._tell()

    def _pause_s(self, look_at_ms: int) -> float:
        until_look_s = max(0.0, (look_at_ms - steady_ms()) / 1000)
        return min(until_look_s, LISTEN_S) if self._printer.is_open else until_look_s

    def _tell(self) -> None:
        if self._printer.now != self._told:
            self._told = self._printer.now
            self._changed(self._told)
