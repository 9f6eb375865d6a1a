"""Stands where TicketPrinter stands: remembers what it is given; the test says how it ends."""

from collections.abc import Callable

from shared.domain.devices import PrinterPlan
from shared.domain.plan import Plan
from shared.printing.picture import Picture
from shared.printing.ticket_printer import Given


class FakePrinter:
    """A printer at hand, unless the test takes it away."""

    def __init__(self) -> None:
        self.ended: Callable[[str, bool], None] = lambda number, sent: None
        self.has_printer = True
        self.tickets: list[Given] = []
        self.pictures: list[tuple[str, Picture]] = []

    def configure(self, plan: PrinterPlan | None) -> None:
        pass

    def print_ticket(self, given: Given, plan: Plan, language: str) -> None:
        self.tickets.append(given)

    def print_picture(self, name: str, picture: Callable[[int], Picture]) -> None:
        self.pictures.append((name, picture(80)))
