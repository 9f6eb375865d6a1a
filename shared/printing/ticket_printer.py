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
from shared.printing.raster import ticket_picture
from shared.printing.ticket_words import ticket_content
from shared.printing.transports import PrinterUnreachable, send
from shared.protocol.messages import NumberGiven, TrialNumberGiven

log = logging.getLogger(__name__)

Given = NumberGiven | TrialNumberGiven
Job = tuple[Given, Plan, str]


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
        self._jobs.put((given, plan, language))

    def stop(self) -> None:
        """Let the ticket being printed end, and stop."""
        self._jobs.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            given, plan, language = job
            number = given.number if isinstance(given, NumberGiven) else ""
            self.ended(number, self._print(given, plan, language))

    def _print(self, given: Given, plan: Plan, language: str) -> bool:
        if self._address is None:
            return False
        picture = ticket_picture(ticket_content(given, plan, language), self._paper_mm)
        try:
            send(self._address, ticket_bytes(picture))
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
