"""A device's printers: tickets come out as drawn, on the printer they are ordered on."""

import queue
from collections.abc import Iterator
from functools import partial

import pytest

from shared.domain.devices import PrinterPlan
from shared.domain.ids import TicketId
from shared.domain.slips import PrintOutcome
from shared.printing.job import Ended
from shared.printing.layout import PAPERS
from shared.printing.picture import Picture
from shared.printing.printer import Draw
from shared.printing.raster import drawn, ticket_picture
from shared.printing.sheets import lay_out_sheet, rating_slip
from shared.printing.status import Trouble
from shared.printing.ticket_printer import TicketPrinter
from shared.printing.ticket_words import ticket_content
from shared.protocol.messages import NumberGiven
from tests.fakes.halls import BIRTH, MONDAY_8_AM, small_plan
from tests.fakes.printers import ServedPrinter, served

Ends = queue.Queue[tuple[object, Ended]]
PLAN = small_plan()


def given(number: str) -> NumberGiven:
    ticket = TicketId(f"20261123-{number}")
    return NumberGiven(ticket, number, "TOKEN", BIRTH, 0, MONDAY_8_AM)


@pytest.fixture
def printer_there() -> Iterator[ServedPrinter]:
    with served() as printer:
        yield printer


@pytest.fixture
def ends() -> Ends:
    return queue.Queue()


@pytest.fixture
def printer(ends: Ends) -> Iterator[TicketPrinter]:
    printer = TicketPrinter()
    printer.start(lambda key, ended: ends.put((key, ended)), lambda address, now: None)
    yield printer
    printer.stop()


def test_tickets_come_out_in_order_exactly_as_drawn(
    fonts: None, printer_there: ServedPrinter, printer: TicketPrinter, ends: Ends
) -> None:
    printer.configure((PrinterPlan(printer_there.address),))
    for number in ("A001", "A002"):
        printer.print_ticket(number, given(number), PLAN, "vi", printer_there.address)
    for number in ("A001", "A002"):
        key, ended = ends.get(timeout=10)
        assert (key, ended.outcome) == (number, PrintOutcome.PRINTED)
        drawn = ticket_picture(ticket_content(given(number), PLAN, "vi"), PAPERS[80])
        assert printer_there.slip().body == drawn


def drawn_before(picture: Picture) -> Draw:
    return lambda paper: picture


def test_other_papers_wait_their_turn_on_the_same_way(
    fonts: None, printer_there: ServedPrinter, printer: TicketPrinter, ends: Ends
) -> None:
    printer.configure((PrinterPlan(printer_there.address),))
    sheets = (rating_slip(PLAN, "A001", "en"), rating_slip(PLAN, "A001", "vi"))
    pictures = [drawn(partial(lay_out_sheet, sheet, PAPERS[80])) for sheet in sheets]
    printer.print_ticket("ticket", given("A001"), PLAN, "vi", printer_there.address)
    for picture in pictures:
        printer.print("sheet", drawn_before(picture), printer_there.address)
    ticket = ticket_picture(ticket_content(given("A001"), PLAN, "vi"), PAPERS[80])
    assert [printer_there.slip().body for _ in range(3)] == [ticket, *pictures]


def test_a_printer_that_is_away_is_told(fonts: None, printer: TicketPrinter, ends: Ends) -> None:
    printer.configure((PrinterPlan("file:///nowhere/lp0"),))
    printer.print_ticket("A001", given("A001"), PLAN, "vi", "file:///nowhere/lp0")
    assert ends.get(timeout=10) == ("A001", Ended(PrintOutcome.NOT_SENT, trouble=Trouble.AWAY))


def test_what_is_ordered_on_no_printer_of_ours_is_not_sent(
    fonts: None, printer: TicketPrinter, ends: Ends
) -> None:
    printer.print_ticket("A001", given("A001"), PLAN, "vi", "tcp://elsewhere")
    assert ends.get(timeout=10) == ("A001", Ended(PrintOutcome.NOT_SENT, trouble=Trouble.AWAY))


def test_the_hall_file_names_the_printers_unless_the_command_line_does() -> None:
    second = PrinterPlan("tcp://10.0.0.3:9100")
    from_plan, fixed = TicketPrinter(), TicketPrinter("tcp://10.0.0.1:9100")
    for printer in (from_plan, fixed):
        printer.configure((PrinterPlan("tcp://10.0.0.2:9100", paper_mm=58), second))
    assert list(from_plan.addresses) == ["tcp://10.0.0.2:9100", "tcp://10.0.0.3:9100"]
    assert list(fixed.addresses) == ["tcp://10.0.0.1:9100", "tcp://10.0.0.3:9100"]
    for printer in (from_plan, fixed):
        printer.configure((PrinterPlan("nonsense"),))
    assert list(from_plan.addresses) == []
    assert list(fixed.addresses) == ["tcp://10.0.0.1:9100"]
    from_plan.stop()
    fixed.stop()
