"""Stands where TicketPrinter stands: the test says how printers are and how jobs end."""

from dataclasses import dataclass, field

from shared.domain.plan import Plan
from shared.domain.slips import PrintOutcome, Proof
from shared.printing.asking import Abilities, PrinterNow
from shared.printing.handing import Given, Key
from shared.printing.job import Ended
from shared.printing.layout import PAPERS
from shared.printing.picture import Picture
from shared.printing.printer import Draw
from shared.printing.status import Trouble
from shared.printing.ticket_printer import TellChange, TellEnd

FIRST, SECOND = "tcp://printer-1", "tcp://printer-2"
WELL = PrinterNow(looked=True, can=Abilities(real_time=True, process_id=True))
MUTE = PrinterNow(looked=True)
NO_PAPER = PrinterNow(looked=True, trouble=Trouble.PAPER_END)
PRINTED = Ended(PrintOutcome.PRINTED, Proof.PROCESS_ID)
ASSUMED = Ended(PrintOutcome.PRINTED, Proof.ASSUMED)
NOT_SENT = Ended(PrintOutcome.NOT_SENT, trouble=Trouble.PAPER_END)
NO_TICKET = Ended(PrintOutcome.NO_COMPLETE_TICKET, trouble=Trouble.AWAY)
UNKNOWN = Ended(PrintOutcome.UNKNOWN, trouble=Trouble.CUTTER_JAM)


@dataclass
class FakePrinter:
    """Takes every order down; ends none by itself."""

    addresses: tuple[str, ...] = (FIRST,)
    orders: list[tuple[Key, Given, str]] = field(default_factory=list)
    others: list[tuple[str, str, Picture]] = field(default_factory=list)

    def start(self, ended: TellEnd, changed: TellChange) -> None:
        self.ended, self.changed = ended, changed

    def print_ticket(self, key: Key, given: Given, plan: Plan, language: str, printer: str) -> None:
        self.orders.append((key, given, printer))

    def print(self, key: str, draw: Draw, printer: str) -> None:
        self.others.append((key, printer, draw(PAPERS[80])))

    def end(self, ended: Ended) -> None:
        """Let the newest job end so."""
        self.ended(self.orders[-1][0], ended)
