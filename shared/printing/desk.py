"""Brings a device's numbers to paper: orders, records, second tries, and what staff are told.

Decides by shared.printing.handing; what it sends, prints and tells goes through functions it is
given. Belongs to one thread, the app's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from shared.domain.commands import DeviceCommand, PrintAgain
from shared.printing import handing as papers
from shared.printing.asking import PrinterNow
from shared.printing.handing import Given, Handing, Key, Paper, Printers
from shared.printing.job import Ended
from shared.protocol.messages import HubFrame, Report
from shared.protocol.session import Expired


@dataclass(frozen=True, slots=True)
class PaperNow:
    """The device's printers, and the number given last with what is known of its paper."""

    printers: Printers = field(default_factory=dict)
    handing: Handing | None = None


@dataclass(frozen=True, slots=True)
class Doors:
    """What a desk acts through: ``send`` to the hub (returns the request's id), ``report`` to
    staff, ``print`` a copy on a printer, ``show`` what is known now.
    """

    send: Callable[[DeviceCommand], str]
    report: Callable[[Report], None]
    print: Callable[[Key, Given, str], None]
    show: Callable[[PaperNow], None]


class PaperDesk:
    """The paper side of one device."""

    def __init__(self, doors: Doors) -> None:
        self.now = PaperNow()
        self._doors = doors

    def given(self, given: Given) -> None:
        """The hub gave this device a number, or ordered a copy from it."""
        handing = papers.handing_of(given, self.now.printers)
        self._set(handing=handing)
        if handing.paper is Paper.SCREEN_ONLY:
            self._tell(papers.hand_over(handing))
        else:
            self._doors.print(papers.key_of(given), given, self._printer_of(given))

    def heard(self, frame: HubFrame | Expired) -> None:
        """The hub said something; answers to orders of this desk are taken up."""
        handing = self.now.handing
        if handing is None:
            return
        after = papers.after_answer(handing, frame, self.now.printers)
        if after.given is not handing.given:
            self.given(after.given)
        else:
            self._set(handing=after)

    def ended(self, key: Key, ended: Ended) -> None:
        """A print job came to its end."""
        self._tell(papers.record_of(key, ended))
        if self.now.handing is not None:
            self._set(handing=papers.after_print(self.now.handing, key, ended))
        self._print_again()

    def printer_changed(self, address: str, now: PrinterNow) -> None:
        """A printer of this device is now so."""
        if address in self.now.printers:
            self._know(self.now.printers | {address: now})

    def printers_are(self, addresses: Iterable[str]) -> None:
        """The device has these printers, the first before the second."""
        self._know({each: self.now.printers.get(each, PrinterNow()) for each in addresses})

    def confirmed(self) -> None:
        """Somebody has the slip."""
        handing = self.now.handing
        if handing is not None:
            self._tell(papers.confirmation(handing))
            self._set(handing=replace(handing, paper=Paper.PRINTED))

    def missing(self) -> None:
        """Somebody has no slip: print another if a printer prints, else the screen must do."""
        handing = self.now.handing
        if handing is None or handing.request:
            return
        order = papers.order_asked(handing, self.now.printers)
        if order is None:
            self._tell(papers.hand_over(handing))
            self._set(handing=replace(handing, paper=Paper.SCREEN_ONLY))
        else:
            self._order(handing, order)

    def taken_from_screen(self) -> None:
        """Somebody goes with the number from the screen, if there is no paper."""
        if self.now.handing is not None:
            self._tell(papers.hand_over(self.now.handing))

    def gone(self) -> None:
        """The number is no longer on the screen: nothing more is printed for it unasked."""
        self._set(handing=None)

    def _print_again(self) -> None:
        handing = self.now.handing
        order = papers.order_due(handing, self.now.printers) if handing else None
        if handing is not None and order is not None:
            self._order(handing, order)

    def _order(self, handing: Handing, order: PrintAgain) -> None:
        self._set(handing=replace(handing, request=self._doors.send(order)))

    def _know(self, printers: Printers) -> None:
        for report in papers.reports_of(self.now.printers, printers):
            self._doors.report(report)
        self._set(printers=printers)
        self._print_again()

    def _printer_of(self, given: Given) -> str:
        return getattr(given, "printer", "") or next(iter(self.now.printers))

    def _tell(self, command: DeviceCommand | None) -> None:
        if command is not None:
            self._doors.send(command)

    def _set(self, **changes: object) -> None:
        now = replace(self.now, **changes)  # type: ignore[arg-type]  # fields of PaperNow
        if now != self.now:
            self.now = now
            self._doors.show(now)
