"""The printers of one device: tickets and other papers go to the one they are ordered on.

Numbers come here only after the hub has their order on disk. How a job ends is told once;
whether to try again is not decided here. Each printer has a queue and a thread of its own.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from shared.domain.devices import PrinterPlan, TicketPlan
from shared.domain.plan import Plan
from shared.domain.slips import PrintOutcome
from shared.printing.address import BadAddress, parse_address
from shared.printing.asking import PrinterNow
from shared.printing.job import Ended
from shared.printing.memory import Memory
from shared.printing.printer import Draw, Printer
from shared.printing.printer_queue import STOP_S, PrinterQueue, PrintJob
from shared.printing.raster import ticket_picture
from shared.printing.status import Trouble
from shared.printing.ticket_words import ticket_content
from shared.protocol.messages import NumberGiven, TrialNumberGiven

log = logging.getLogger(__name__)

Given = NumberGiven | TrialNumberGiven
TellEnd = Callable[[object, Ended], None]
"""Told the end of what was ordered under a key."""

TellChange = Callable[[str, PrinterNow], None]
"""Told how the printer of an address is now."""


class TicketPrinter:
    """Owns up to two printers, by their addresses."""

    def __init__(self, address: str | None = None, folder: Path | None = None) -> None:
        """``address`` stands above the hall file's; ``folder`` keeps what is remembered."""
        self._ended: TellEnd = lambda key, ended: None
        self._changed: TellChange = lambda address, now: None
        self.ticket = TicketPlan()
        self._folder = folder
        self._fixed = address
        self._plans: tuple[PrinterPlan, ...] = ()
        self._queues: dict[str, PrinterQueue] = {}

    def start(self, ended: TellEnd, changed: TellChange) -> None:
        """Tell from now on how jobs end and how printers are, in the printers' own threads."""
        self._ended, self._changed = ended, changed
        self.configure(())

    @property
    def addresses(self) -> tuple[str, ...]:
        """The printers to print on, the first before the second."""
        return tuple(plan.address for plan in self._plans)

    def configure(self, plans: tuple[PrinterPlan, ...], ticket: TicketPlan | None = None) -> None:
        """Take the printers that the hall file gives this device, and its ticket."""
        self.ticket = ticket or self.ticket
        if self._fixed is not None:
            first = plans[0] if plans else PrinterPlan(self._fixed)
            same = PrinterPlan(self._fixed, first.paper_mm, first.profile)
            plans = (same, *plans[1:])
        plans = tuple(plan for plan in plans if _is_address(plan.address))
        if plans != self._plans:
            self.stop(wait_s=0.0)
            self._plans = plans
            self._queues = {plan.address: self._started(plan) for plan in plans}

    def print_ticket(
        self, key: object, given: Given, plan: Plan, language: str, printer: str
    ) -> None:
        """Queue a number's ticket on one of the printers."""
        content = ticket_content(given, plan, language)
        self.print(key, lambda paper: ticket_picture(content, paper, self.ticket), printer)

    def print(self, key: object, draw: Draw, printer: str) -> None:
        """Queue any picture on one of the printers."""
        queue = self._queues.get(printer)
        if queue is None:
            self._ended(key, Ended(PrintOutcome.NOT_SENT, trouble=Trouble.AWAY))
        else:
            queue.put(PrintJob(key, draw))

    def stop(self, wait_s: float = STOP_S) -> None:
        """Let what is being printed end, waiting so long for it, and stop."""
        for queue in self._queues.values():
            queue.stop(wait_s)
        self._queues = {}

    def _started(self, plan: PrinterPlan) -> PrinterQueue:
        return PrinterQueue(
            Printer(plan, Memory(self._folder, plan.address)),
            ended=lambda job, ended: self._ended(job.key, ended),
            changed=lambda now: self._changed(plan.address, now),
        )


def _is_address(text: str) -> bool:
    try:
        parse_address(text)
    except BadAddress as error:
        log.error("no printer: %s", error)
        return False
    return True
