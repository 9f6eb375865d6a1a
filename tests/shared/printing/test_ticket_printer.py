"""One printer, its queue, and its word on how it went."""

import queue
from collections.abc import Iterator

import pytest

from shared.domain.devices import PrinterPlan
from shared.domain.ids import TicketId
from shared.printing.raster import ticket_picture
from shared.printing.ticket_printer import TicketPrinter
from shared.printing.ticket_words import ticket_content
from shared.protocol.messages import NumberGiven, TrialNumberGiven
from tests.fakes.halls import BIRTH, MONDAY_8_AM, small_plan
from tests.fakes.printers import ServedPrinter, served


def given(number: str) -> NumberGiven:
    ticket = TicketId(f"20261123-{number}")
    return NumberGiven(ticket, number, "TOKEN", BIRTH, 0, MONDAY_8_AM)


@pytest.fixture
def printer_there() -> Iterator[ServedPrinter]:
    with served() as printer:
        yield printer


@pytest.fixture
def ended() -> "queue.Queue[tuple[str, bool]]":
    return queue.Queue()


def test_tickets_come_out_in_order_exactly_as_drawn(
    fonts: None, printer_there: ServedPrinter, ended: "queue.Queue[tuple[str, bool]]"
) -> None:
    printer = TicketPrinter(printer_there.address)
    printer.ended = lambda number, sent: ended.put((number, sent))
    plan = small_plan()
    for number in ("A001", "A002"):
        printer.print_ticket(given(number), plan, "vi")
    assert [ended.get(timeout=10) for _ in range(2)] == [("A001", True), ("A002", True)]
    for number in ("A001", "A002"):
        drawn = ticket_picture(ticket_content(given(number), plan, "vi"), 80)
        assert printer_there.slip().body == drawn
    printer.stop()


def test_a_printer_that_is_away_is_reported(
    fonts: None, ended: "queue.Queue[tuple[str, bool]]"
) -> None:
    printer = TicketPrinter("file:///nowhere/lp0")
    printer.ended = lambda number, sent: ended.put((number, sent))
    printer.print_ticket(TrialNumberGiven(1, MONDAY_8_AM), small_plan(), "vi")
    assert ended.get(timeout=10) == ("", False)
    printer.stop()


def test_without_a_printer_nothing_is_sent(
    fonts: None, ended: "queue.Queue[tuple[str, bool]]"
) -> None:
    printer = TicketPrinter()
    printer.ended = lambda number, sent: ended.put((number, sent))
    assert not printer.has_printer
    printer.print_ticket(given("A001"), small_plan(), "vi")
    assert ended.get(timeout=10) == ("A001", False)
    printer.stop()


def test_the_hall_file_names_the_printer_unless_the_command_line_does() -> None:
    from_plan, fixed = TicketPrinter(), TicketPrinter("tcp://10.0.0.1:9100")
    for printer in (from_plan, fixed):
        printer.configure(PrinterPlan("nonsense", paper_mm=58))
    assert not from_plan.has_printer
    assert fixed.has_printer
    from_plan.configure(PrinterPlan("tcp://10.0.0.2:9100"))
    assert from_plan.has_printer
    from_plan.configure(None)
    assert not from_plan.has_printer
    from_plan.stop()
    fixed.stop()


def test_any_other_picture_comes_out_too(
    fonts: None, printer_there: ServedPrinter, ended: "queue.Queue[tuple[str, bool]]"
) -> None:
    printer = TicketPrinter(printer_there.address, paper_mm=58)
    printer.ended = lambda name, sent: ended.put((name, sent))
    content = ticket_content(given("A001"), small_plan(), "vi")
    picture = ticket_picture(content, 80)
    printer.print_picture("checklist", lambda paper_mm: ticket_picture(content, paper_mm + 22))
    assert ended.get(timeout=10) == ("checklist", True)
    assert printer_there.slip().body == picture
    printer.stop()
