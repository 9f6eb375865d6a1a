"""The bridge between an app's paper desk, its link and its printers."""

from msgspec.structs import replace
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from shared.domain.commands import HandOverOnScreen, PrintAgain, RecordPrint
from shared.domain.ids import TicketId
from shared.domain.slips import PrintOutcome
from shared.printing.desk import PaperNow
from shared.printing.picture import Picture
from shared.protocol.messages import NumberGiven
from shared.ui.paper_bridge import PaperBridge
from tests.fakes.halls import BIRTH, MONDAY_8_AM
from tests.fakes.link import FakeLink
from tests.fakes.ticket_printer import (
    FIRST,
    NO_PAPER,
    NOT_SENT,
    PRINTED,
    SECOND,
    UNKNOWN,
    WELL,
    FakePrinter,
)

A001 = TicketId("20261123-A001")
GIVEN = NumberGiven(A001, "A001", "TOKEN", BIRTH, 0, MONDAY_8_AM, copy=1, printer=FIRST)


def test_words_go_between_link_printers_and_screen(qtbot: QtBot) -> None:
    parent, shown = QObject(), list[PaperNow]()
    link, printer = FakeLink(), FakePrinter((FIRST, SECOND))
    bridge = PaperBridge(link, printer, shown.append, lambda: "vi", parent)  # type: ignore[arg-type]  # stand-ins
    link.connect_to_hall()
    assert list(shown[-1].printers) == [FIRST, SECOND]
    bridge.desk.given(GIVEN)
    printer.end(NOT_SENT)
    assert [type(command) for command in link.sent] == [RecordPrint, PrintAgain]
    link.done(replace(GIVEN, copy=2))
    assert [order[0] for order in printer.orders] == [(A001, 1), (A001, 2)]


def test_an_order_that_nobody_answered_is_given_up(qtbot: QtBot) -> None:
    parent, link, printer = QObject(), FakeLink(), FakePrinter()
    bridge = PaperBridge(link, printer, lambda now: None, lambda: "vi", parent)  # type: ignore[arg-type]  # stand-ins
    link.connect_to_hall()
    bridge.desk.given(GIVEN)
    printer.end(UNKNOWN)
    bridge.desk.missing()
    link.expired.emit("request-2")
    handing = bridge.desk.now.handing
    assert handing is not None
    assert handing.gave_up
    bridge.desk.taken_from_screen()
    assert link.sent[-1] == HandOverOnScreen(ticket=A001)


def test_other_papers_go_to_the_printer_that_prints_and_are_in_no_record(qtbot: QtBot) -> None:
    parent, link, printer = QObject(), FakeLink(), FakePrinter((FIRST, SECOND))
    bridge = PaperBridge(link, printer, lambda now: None, lambda: "vi", parent)  # type: ignore[arg-type]  # stand-ins
    link.connect_to_hall()
    printer.changed(FIRST, NO_PAPER)
    printer.changed(SECOND, WELL)
    ends: list[tuple[str, PrintOutcome]] = []
    bridge.otherEnded.connect(lambda name, outcome: ends.append((name, outcome)))
    blank = Picture(16, 1, b"\x00\x00")
    bridge.print_other("list", lambda paper: blank)
    assert printer.others == [("list", SECOND, blank)]
    printer.ended("list", PRINTED)
    printer.ended("list", NOT_SENT)
    assert ends == [("list", PrintOutcome.PRINTED), ("list", PrintOutcome.NOT_SENT)]
    assert link.sent == []
