"""What the dispenser shows."""

from dataclasses import replace

import msgspec
import pytest

from shared.domain.errors import NumbersUsedUp, ServiceClosed
from shared.domain.ids import FieldId, ServiceId, TicketId
from shared.domain.plan import Field, Service
from shared.i18n import Words
from shared.printing.asking import PrinterNow
from shared.printing.desk import PaperNow
from shared.printing.handing import Given, Handing, Paper, Printers
from shared.protocol.messages import Beat, Done, NumberGiven, Refused, Topic, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup
from tests.fakes.halls import BIRTH, LAND, MONDAY_8_AM, named, small_devices, small_plan
from tests.fakes.ticket_printer import MUTE, NO_PAPER, WELL
from ticket_dispenser import view_state as view
from ticket_dispenser.view_state import (
    FieldChosen,
    LanguageChosen,
    NumberAsked,
    Page,
    PaperChanged,
    SearchTyped,
    Tick,
    ViewState,
    WentBack,
    update,
)

VI = Words("vi")
PLAN = small_plan()
GIVEN = NumberGiven(TicketId("20261123-A001"), "A001", "TOKEN", BIRTH, 0, MONDAY_8_AM)


def known() -> ViewState:
    setup = Topic("setup", 1, Setup(plan=PLAN, devices=small_devices()))
    now = DispenserNow("2026-11-23", tuple(ServiceNow(s, 2) for s in PLAN.services))
    state = update(update(ViewState(), setup), Topic("dispenser", 1, now))
    return update(state, LinkChanged(LinkState.CONNECTED, 0))


def given(
    paper: Paper = Paper.PRINTED,
    number: Given = GIVEN,
    printers: Printers | None = None,
) -> ViewState:
    state = update(known(), NumberAsked("request-1"))
    state = update(state, PaperChanged(PaperNow(printers or {}, Handing(number, paper))))
    return update(state, Done(id="request-1", reply=number))


def many() -> ViewState:
    services = {
        ServiceId(f"s-{at}"): Service(
            ServiceId(f"s-{at}"), FieldId("group"), named(f"Việc {at}"), named(f"Việc {at}"),
            PLAN.services[BIRTH].series,
        )
        for at in range(30)
    }  # fmt: skip
    group = Field(FieldId("group"), named("Nhóm"), named("Nhóm"), parent=FieldId("justice"))
    plan = replace(PLAN, services=services, fields={**PLAN.fields, group.id: group})
    return replace(known(), setup=Setup(plan=plan, devices=small_devices()))


def test_few_services_need_no_choice_of_field() -> None:
    assert view.shows_services(known())
    assert not view.may_search(known())
    assert not view.shows_services(many())
    assert view.may_search(many())


def test_fields_count_who_waits_in_their_groups_too() -> None:
    tiles = view.field_tiles(known(), VI)
    assert [(tile["name"], tile["waiting"]) for tile in tiles] == [
        ("Tư pháp", "4"),
        ("Đất đai", "2"),
    ]
    assert len(view.field_tiles(many(), VI)) == 2


def test_a_field_shows_its_services_only() -> None:
    state = update(many(), FieldChosen(FieldId("justice")))
    assert len(view.service_tiles(state, VI)) == 30
    assert view.service_tiles(update(many(), FieldChosen(FieldId("land-field"))), VI) == []


def test_searching_needs_no_diacritics() -> None:
    assert view.folded("Đăng ký Đất") == "dang ky dat"
    state = update(known(), SearchTyped("dat dang"))
    assert [tile["id"] for tile in view.service_tiles(state, VI)] == [LAND]


def test_a_service_that_is_shut_says_why() -> None:
    now = DispenserNow("2026-11-23", (ServiceNow(BIRTH, 0, NumbersUsedUp(BIRTH)),))
    state = update(known(), Topic("dispenser", 2, now))
    tile = view.service_tiles(state, VI)[0]
    assert tile["shut"]
    assert tile["subtitle"] == VI.text("refusals.numbers_used_up")


def test_the_whole_hall_closed_is_said() -> None:
    now = DispenserNow("2026-11-23", (), ServiceClosed("2026-11-24", 450))
    state = update(known(), Topic("dispenser", 2, now))
    assert "07:30" in view.banner(state, VI)


def test_the_number_goes_by_itself_but_not_while_the_paper_is_missing() -> None:
    state = given()
    assert update(state, Tick(view.NUMBER_SHOWN_MS - 1)).page is Page.NUMBER
    assert update(state, Tick(view.NUMBER_SHOWN_MS)).page is Page.START
    failed = given(Paper.FAILED)
    assert update(failed, Tick(view.IDLE_MS - 1)).page is Page.NUMBER
    assert update(failed, Tick(view.IDLE_MS)).page is Page.START


def test_whatever_is_new_of_the_slip_leaves_time_to_read_it() -> None:
    state = update(given(Paper.PRINTING), Tick(20_000))
    printed = update(state, PaperChanged(PaperNow({}, Handing(GIVEN, Paper.PRINTED))))
    assert update(printed, Tick(20_000 + view.NUMBER_SHOWN_MS - 1)).page is Page.NUMBER
    assert update(printed, Tick(20_000 + view.NUMBER_SHOWN_MS)).page is Page.START


def test_printers_that_change_do_not_keep_the_number_on_the_screen() -> None:
    state = update(given(), Tick(5_000))
    state = update(state, PaperChanged(replace(state.paper, printers={"one": WELL})))
    assert update(state, Tick(view.NUMBER_SHOWN_MS)).page is Page.START


@pytest.mark.parametrize(
    ("paper", "printers", "choices", "sentence"),
    [
        (Paper.PRINTING, {"one": WELL}, [], "paper_printing"),
        (Paper.PRINTED, {"one": WELL}, [], "paper_printed"),
        (Paper.ASSUMED, {"one": MUTE}, ["missing"], "paper_assumed"),
        (Paper.UNKNOWN, {"one": WELL}, ["came", "missing"], "paper_unknown"),
        (Paper.UNKNOWN, {"one": NO_PAPER}, ["came", "missing"], "paper_unknown"),
        (Paper.FAILED, {"one": NO_PAPER}, [], "paper_failed"),
        (Paper.FAILED, {"one": NO_PAPER, "two": WELL}, ["print_second"], "paper_failed"),
        (Paper.SCREEN_ONLY, {}, [], "paper_screen_only"),
        (Paper.SCREEN_ONLY, {"one": NO_PAPER}, [], "paper_failed"),
        (Paper.SCREEN_ONLY, {"one": WELL}, ["print"], "paper_screen_only"),
        (Paper.SCREEN_ONLY, {"one": NO_PAPER, "two": WELL}, ["print_second"], "paper_failed"),
    ],
)
def test_what_is_said_of_the_paper_and_may_be_answered(
    paper: Paper, printers: dict[str, PrinterNow], choices: list[str], sentence: str
) -> None:
    state = given(paper, printers=printers)
    assert view.paper_choices(state) == choices
    assert view.paper_text(state, VI) == VI.text(f"dispenser.{sentence}")
    assert view.paper_alarms(state) is (sentence in ("paper_failed", "paper_unknown"))


def test_a_printer_that_will_be_tried_by_itself_is_no_choice() -> None:
    order = msgspec.structs.replace(GIVEN, copy=1, printer="one")
    state = given(Paper.FAILED, order, {"one": WELL})
    assert view.paper_choices(state) == []
    handing = Handing(order, Paper.FAILED, gave_up=True)
    state = update(state, PaperChanged(replace(state.paper, handing=handing)))
    assert view.paper_choices(state) == ["print"]
    asked = replace(handing, request="request-2")
    state = update(state, PaperChanged(replace(state.paper, handing=asked)))
    assert view.paper_choices(state) == []


def test_a_number_is_ordered_on_the_first_printer_only() -> None:
    assert view.print_on(known()) == ""
    both = update(known(), PaperChanged(PaperNow({"one": WELL, "two": WELL})))
    assert view.print_on(both) == "one"
    second = update(known(), PaperChanged(PaperNow({"one": NO_PAPER, "two": WELL})))
    assert view.print_on(second) == ""
    assert view.banner(second, VI) == ""
    neither = update(known(), PaperChanged(PaperNow({"one": NO_PAPER})))
    assert view.banner(neither, VI) == VI.text("dispenser.printer_out")


def test_a_number_being_asked_for_waits_for_its_own_answer() -> None:
    state = update(known(), NumberAsked("request-1"))
    assert update(state, Tick(10 * view.IDLE_MS)).page is Page.ASKING
    assert update(state, Done(id="other-one", reply=GIVEN)) == state
    lost = update(state, Expired("request-1"))
    assert lost.notice == VI.text("dispenser.no_answer")
    refused = update(state, Refused(id="request-1", refusal=NumbersUsedUp(BIRTH)))
    assert view.banner(refused, VI) == VI.text("refusals.numbers_used_up")


def test_the_place_in_line_is_said() -> None:
    assert view.ahead_text(given(), VI) == VI.text("dispenser.next_one")
    assert view.number_shown(given(), VI) == "A001"
    assert view.given_service(given(), VI) == "Khai sinh"
    assert view.given_qr(given()) == "MOTCUA:TOKEN"


def test_a_test_ticket_says_that_it_is_one() -> None:
    state = given(Paper.ASSUMED, TrialNumberGiven(3, MONDAY_8_AM))
    assert view.paper_choices(state) == []
    assert view.number_shown(state, VI) == "THỬ 3"
    assert view.ahead_text(state, VI) == VI.text("dispenser.test_only")
    assert (view.given_service(state, VI), view.given_qr(state)) == ("", "")


def test_going_back_keeps_the_language_until_nobody_is_there() -> None:
    state = update(known(), LanguageChosen("en"))
    state = update(state, WentBack())
    assert state.language == "en"
    assert update(state, Tick(view.IDLE_MS)).language == "vi"


def test_link_troubles_have_their_words() -> None:
    assert view.banner(ViewState(), VI) == VI.text("common.searching")
    lost = update(known(), LinkChanged(LinkState.LOST, 0))
    assert "0:03" in view.banner(update(lost, Tick(3_000)), VI)
    wrong = update(known(), LinkChanged(LinkState.SEARCHING, 0, "several_halls"))
    assert view.banner(wrong, VI) == VI.text("common.several_halls")
    assert view.banner(known(), VI) == ""


def test_before_anything_is_known_nothing_is_offered() -> None:
    empty = ViewState()
    assert view.field_tiles(empty, VI) == []
    assert view.service_tiles(empty, VI) == []
    assert view.category_tiles(empty, VI) == []
    assert view.number_shown(empty, VI) == ""
    assert view.paper_text(empty, VI) == ""
    assert view.paper_choices(empty) == []
    assert not view.paper_alarms(empty)
    assert not view.gives_numbers(empty)
    assert update(empty, Beat(now_ms=1)) == empty


def test_tiles_before_the_first_count_have_none() -> None:
    state = replace(known(), now=None)
    assert view.service_tiles(state, VI)[0]["waiting"] == ""
    assert view.field_tiles(state, VI)[0]["waiting"] == "0"
