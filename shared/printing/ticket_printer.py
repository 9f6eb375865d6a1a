"""One printer and its queue: tickets go out one after the other, in a thread of their own.

Numbers come here only after the hub has them on disk. A ticket is sent once; whether to try
again is not decided here.
"""

import logging
import queue
import threading
from collections.abc import Callable

from shared.domain.devices import PrinterPlan
from shared.domain.plan import Plan
from shared.printing.address import Address, BadAddress, parse_address
from shared.printing.escpos import ticket_bytes
from shared.printing.picture import Picture
from shared.printing.raster import ticket_picture
from shared.printing.ticket_words import ticket_content
from shared.printing.transports import PrinterUnreachable, send
from shared.protocol.messages import NumberGiven, TrialNumberGiven

log = logging.getLogger(__name__)

Given = NumberGiven | TrialNumberGiven
Job = tuple[str, Callable[[int], Picture]]


class TicketPrinter:
    """Prints numbers; ``ended(number, sent)`` is called in the printer's thread."""

    def __init__(self, address: str | None = None, paper_mm: int = 80) -> None:
        """``address`` stands above the hall file's."""
        self.ended: Callable[[str, bool], None] = lambda number, sent: None
        self._fixed = address is not None
        self._address = _address(address)
        self._paper_mm = paper_mm
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="printer", daemon=True)
        self._thread.start()

    @property
    def has_printer(self) -> bool:
        """Tell whether there is a printer to print on."""
        return self._address is not None

    def configure(self, plan: PrinterPlan | None) -> None:
        """Take the printer that the hall file gives this device."""
        if not self._fixed:
            self._address = _address(plan.address if plan else None)
        if plan is not None:
            self._paper_mm = plan.paper_mm

    def print_ticket(self, given: Given, plan: Plan, language: str) -> None:
        """Queue a number's ticket."""
        content = ticket_content(given, plan, language)
        number = given.number if isinstance(given, NumberGiven) else ""
        self.print_picture(number, lambda paper_mm: ticket_picture(content, paper_mm))

    def print_picture(self, name: str, picture: Callable[[int], Picture]) -> None:
        """Queue any picture, made for the paper's millimetres in the printer's thread.

        ``ended`` is called with its name.
        """
        self._jobs.put((name, picture))

    def stop(self) -> None:
        """Let the ticket being printed end, and stop."""
        self._jobs.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            name, picture = job
            self.ended(name, self._print(picture))

    def _print(self, picture: Callable[[int], Picture]) -> bool:
        if self._address is None:
            return False
        try:
            send(self._address, ticket_bytes(picture(self._paper_mm)))
        except PrinterUnreachable as error:
            log.warning("a ticket was not printed: %s", error)
            return False
        return True


def _address(text: str | None) -> Address | None:
    if not text:
        return None
    try:
        return parse_address(text)
    except BadAddress as error:
        log.error("no printer: %s", error)
        return None
