"""The paper side of a device: every number's way to paper, and nothing printed unasked in doubt."""

from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from shared.domain.commands import (
    ConfirmSlip,
    DeviceCommand,
    HandOverOnScreen,
    PrintAgain,
    RecordPrint,
)
from shared.domain.errors import NotByItself
from shared.domain.ids import TicketId
from shared.printing.asking import PrinterNow
from shared.printing.desk import Doors, PaperDesk, PaperNow
from shared.printing.handing import Given, Key, Paper
from shared.protocol.messages import Beat, Done, NumberGiven, Refused, Report, TrialNumberGiven
from tests.fakes.halls import BIRTH, MONDAY_8_AM
from tests.fakes.ticket_printer import (
    FIRST,
    NO_PAPER,
    NOT_SENT,
    PRINTED,
    SECOND,
    UNKNOWN,
    WELL,
)

A001 = TicketId("20261123-A001")
GIVEN = NumberGiven(A001, "A001", "TOKEN", BIRTH, 0, MONDAY_8_AM, copy=1, printer=FIRST)
KEY: Key = (A001, 1)


@dataclass
class World:
    """Everything a desk does, taken down."""

    sent: list[DeviceCommand] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    jobs: list[tuple[Key, str]] = field(default_factory=list)
    shown: list[PaperNow] = field(default_factory=list)

    def send(self, command: DeviceCommand) -> str:
        self.sent.append(command)
        return f"request-{len(self.sent)}"

    def print(self, key: Key, given: Given, printer: str) -> None:
        self.jobs.append((key, printer))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def desk(world: World) -> PaperDesk:
    doors = Doors(world.send, world.reports.append, world.print, world.shown.append)
    desk = PaperDesk(doors)
    desk.printers_are([FIRST, SECOND])
    for address in (FIRST, SECOND):
        desk.printer_changed(address, WELL)
    return desk


def paper(desk: PaperDesk) -> Paper | None:
    return desk.now.handing.paper if desk.now.handing else None


def test_a_number_is_printed_recorded_and_done(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    assert world.jobs == [(KEY, FIRST)]
    desk.ended(KEY, PRINTED)
    assert [type(command) for command in world.sent] == [RecordPrint]
    assert paper(desk) is Paper.PRINTED
    desk.taken_from_screen()
    assert len(world.sent) == 1


def test_a_test_ticket_goes_to_the_first_printer(desk: PaperDesk, world: World) -> None:
    desk.given(TrialNumberGiven(3, MONDAY_8_AM))
    assert world.jobs == [((None, 3), FIRST)]
    desk.ended((None, 3), UNKNOWN)
    desk.confirmed()
    assert world.sent == []


def test_a_number_without_paper_is_handed_over_on_the_screen(desk: PaperDesk, world: World) -> None:
    desk.given(replace(GIVEN, copy=0, printer=""))
    assert world.sent == [HandOverOnScreen(ticket=A001)]
    assert world.jobs == []


def test_a_printer_that_recovers_gets_the_slip_once(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    desk.printer_changed(FIRST, NO_PAPER)
    desk.ended(KEY, NOT_SENT)
    assert len(world.sent) == 1
    desk.printer_changed(FIRST, WELL)
    desk.printer_changed(FIRST, PrinterNow(looked=True, slips_left=3, can=WELL.can))
    order = PrintAgain(ticket=A001, printer=FIRST, by_itself=True)
    assert world.sent[1:] == [order]
    desk.heard(Done(id="request-2", reply=replace(GIVEN, copy=2)))
    assert world.jobs[-1] == ((A001, 2), FIRST)


def test_a_refused_order_is_not_repeated(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    desk.ended(KEY, NOT_SENT)
    desk.heard(Refused(id="request-2", refusal=NotByItself()))
    desk.printer_changed(FIRST, NO_PAPER)
    desk.printer_changed(FIRST, WELL)
    assert len(world.sent) == 2


def test_in_doubt_nothing_is_printed_unasked(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    desk.ended(KEY, UNKNOWN)
    desk.printer_changed(FIRST, NO_PAPER)
    desk.printer_changed(FIRST, WELL)
    assert len(world.sent) == 1
    desk.missing()
    desk.missing()
    assert world.sent[1:] == [PrintAgain(ticket=A001, printer=FIRST)]


def test_who_has_it_says_so(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    desk.ended(KEY, UNKNOWN)
    desk.confirmed()
    assert world.sent[-1] == ConfirmSlip(ticket=A001)
    assert paper(desk) is Paper.PRINTED


def test_who_has_none_where_nothing_prints_takes_it_from_the_screen(
    desk: PaperDesk, world: World
) -> None:
    desk.given(GIVEN)
    desk.ended(KEY, UNKNOWN)
    for address in (FIRST, SECOND):
        desk.printer_changed(address, NO_PAPER)
    desk.missing()
    assert world.sent[-1] == HandOverOnScreen(ticket=A001)
    assert paper(desk) is Paper.SCREEN_ONLY


def test_of_somebody_who_has_gone_only_the_record_is_kept(desk: PaperDesk, world: World) -> None:
    desk.given(GIVEN)
    desk.gone()
    desk.ended(KEY, NOT_SENT)
    desk.heard(Beat(now_ms=0))
    desk.missing()
    desk.confirmed()
    desk.taken_from_screen()
    assert [type(command) for command in world.sent] == [RecordPrint]


def test_staff_hear_of_printers_that_change_or_are_taken_away(
    desk: PaperDesk, world: World
) -> None:
    desk.printer_changed(SECOND, NO_PAPER)
    desk.printer_changed("tcp://none-of-ours", NO_PAPER)
    desk.printers_are([FIRST])
    assert world.reports == [
        Report(kind="printer_paper_end", active=True, second=True),
        Report(kind="printer_paper_end", active=False, second=True),
    ]


def test_what_did_not_change_is_not_shown_again(desk: PaperDesk, world: World) -> None:
    before = len(world.shown)
    desk.printer_changed(FIRST, WELL)
    desk.heard(Beat(now_ms=0))
    assert len(world.shown) == before
