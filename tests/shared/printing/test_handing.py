"""One number's paper: what a device asks for, and what it tells the hub and staff."""

import pytest
from msgspec.structs import replace

from shared.domain.commands import ConfirmSlip, HandOverOnScreen, PrintAgain, RecordPrint
from shared.domain.errors import NotByItself
from shared.domain.ids import TicketId
from shared.domain.slips import PrintOutcome, Proof
from shared.printing.asking import PrinterNow
from shared.printing.handing import (
    Handing,
    Paper,
    after_answer,
    after_print,
    confirmation,
    hand_over,
    handing_of,
    key_of,
    order_asked,
    order_due,
    ready_printer,
    record_of,
    reports_of,
)
from shared.protocol.messages import Beat, Done, NumberGiven, Refused, Report, TrialNumberGiven
from shared.protocol.session import Expired
from tests.fakes.halls import BIRTH, MONDAY_8_AM
from tests.fakes.ticket_printer import (
    ASSUMED,
    FIRST,
    MUTE,
    NO_PAPER,
    NO_TICKET,
    NOT_SENT,
    PRINTED,
    SECOND,
    UNKNOWN,
    WELL,
)

A001 = TicketId("20261123-A001")
SCREEN = NumberGiven(A001, "A001", "TOKEN", BIRTH, 0, MONDAY_8_AM)
ORDERED = replace(SCREEN, copy=1, printer=FIRST)
TRIAL = TrialNumberGiven(3, MONDAY_8_AM)
BOTH = {FIRST: WELL, SECOND: WELL}
FAILED = Handing(ORDERED, Paper.FAILED)


def test_a_number_goes_on_paper_if_that_was_ordered() -> None:
    assert handing_of(ORDERED, BOTH).paper is Paper.PRINTING
    assert handing_of(SCREEN, BOTH).paper is Paper.SCREEN_ONLY
    assert handing_of(TRIAL, BOTH).paper is Paper.PRINTING
    assert handing_of(TRIAL, {}).paper is Paper.SCREEN_ONLY


@pytest.mark.parametrize(
    ("ended", "paper"),
    [
        (PRINTED, Paper.PRINTED),
        (ASSUMED, Paper.ASSUMED),
        (NOT_SENT, Paper.FAILED),
        (NO_TICKET, Paper.FAILED),
        (UNKNOWN, Paper.UNKNOWN),
    ],
)
def test_every_end_has_its_meaning(ended: object, paper: Paper) -> None:
    handing = handing_of(ORDERED, BOTH)
    assert after_print(handing, (A001, 1), ended).paper is paper  # type: ignore[arg-type]
    assert after_print(handing, (A001, 2), ended) == handing  # type: ignore[arg-type]


def test_a_device_prints_again_by_itself_only_what_surely_failed() -> None:
    assert order_due(FAILED, BOTH) == PrintAgain(ticket=A001, printer=FIRST, by_itself=True)
    for paper in set(Paper) - {Paper.FAILED}:
        assert order_due(Handing(ORDERED, paper), BOTH) is None
    assert order_due(FAILED, {FIRST: NO_PAPER, SECOND: WELL}) is None, "not elsewhere unasked"
    assert order_due(FAILED, {}) is None
    assert order_due(Handing(ORDERED, Paper.FAILED, request="request-1"), BOTH) is None
    assert order_due(Handing(ORDERED, Paper.FAILED, gave_up=True), BOTH) is None
    assert order_due(Handing(TRIAL, Paper.FAILED), BOTH) is None


def test_a_citizen_gets_a_copy_wherever_a_printer_prints() -> None:
    broken = {FIRST: NO_PAPER, SECOND: WELL}
    assert order_asked(FAILED, broken) == PrintAgain(ticket=A001, printer=SECOND)
    assert order_asked(FAILED, {FIRST: NO_PAPER}) is None
    assert order_asked(Handing(ORDERED, Paper.FAILED, request="request-1"), BOTH) is None
    assert order_asked(Handing(TRIAL, Paper.FAILED), BOTH) is None
    assert ready_printer(BOTH) == FIRST
    assert ready_printer({}) == ""


def test_the_hubs_answer_to_an_order_is_taken_up() -> None:
    asked = Handing(ORDERED, Paper.FAILED, request="request-1")
    again = replace(ORDERED, copy=2, marked=True)
    done = Done(id="request-1", reply=again)
    assert after_answer(asked, done, BOTH) == Handing(again, Paper.PRINTING)
    gave_up = Handing(ORDERED, Paper.FAILED, gave_up=True)
    assert after_answer(asked, Refused(id="request-1", refusal=NotByItself()), BOTH) == gave_up
    assert after_answer(asked, Expired("request-1"), BOTH) == gave_up
    assert after_answer(asked, Done(id="request-2", reply=again), BOTH) == asked
    assert after_answer(asked, Beat(now_ms=0), BOTH) == asked
    assert after_answer(FAILED, Expired(""), BOTH) == FAILED
    odd = Done(id="request-1", reply=TRIAL)
    assert after_answer(asked, odd, BOTH) == asked


def test_ends_are_told_to_the_hub_but_for_test_tickets() -> None:
    assert record_of(key_of(ORDERED), PRINTED) == RecordPrint(
        ticket=A001, copy=1, outcome=PrintOutcome.PRINTED, proof=Proof.PROCESS_ID
    )
    assert record_of(key_of(ORDERED), NOT_SENT) == RecordPrint(
        ticket=A001, copy=1, outcome=PrintOutcome.NOT_SENT, trouble="paper_end"
    )
    assert record_of(key_of(TRIAL), PRINTED) is None


def test_what_people_say_is_told_to_the_hub() -> None:
    assert confirmation(FAILED) == ConfirmSlip(ticket=A001)
    assert confirmation(Handing(TRIAL, Paper.UNKNOWN)) is None
    without = {Paper.SCREEN_ONLY, Paper.FAILED, Paper.UNKNOWN}
    for paper in Paper:
        told = hand_over(Handing(ORDERED, paper))
        assert told == (HandOverOnScreen(ticket=A001) if paper in without else None)
    assert hand_over(Handing(TRIAL, Paper.FAILED)) is None


def test_staff_are_told_what_is_new() -> None:
    fewer = PrinterNow(looked=True, slips_left=4, can=WELL.can)
    assert reports_of({}, BOTH) == []
    broken = reports_of(BOTH, {FIRST: WELL, SECOND: NO_PAPER})
    assert broken == [Report(kind="printer_paper_end", active=True, second=True)]
    over = reports_of({FIRST: NO_PAPER}, {FIRST: fewer})
    assert over == [
        Report(kind="printer_paper_end", active=False),
        Report(kind="printer_near_end", active=True, count=4),
    ]
    assert reports_of({FIRST: fewer}, {FIRST: fewer}) == []
    assert reports_of({}, {FIRST: MUTE}) == [Report(kind="printer_mute", active=True)]
    assert reports_of({}, {FIRST: PrinterNow()}) == [], "not asked yet is not mute"
