"""What the dispenser shows."""

from dataclasses import replace

import msgspec
import pytest

from shared.domain.commands import MAX_SERVICES_A_VISIT
from shared.domain.errors import NumberHeld, NumbersUsedUp, ServiceClosed
from shared.domain.ids import FieldId, ServiceId, TicketId
from shared.domain.plan import Field, Service
from shared.i18n import Words
from shared.printing.asking import PrinterNow
from shared.printing.desk import PaperNow
from shared.printing.handing import Given, Handing, Paper, Printers
from shared.protocol.messages import Beat, Done, NumberGiven, Refused, Topic, TrialNumberGiven
from shared.protocol.session import Expired, LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup
from tests.fakes.halls import (
    BIRTH,
    COPIES,
    ELDERLY,
    LAND,
    MONDAY_8_AM,
    named,
    small_devices,
    small_plan,
)
from tests.fakes.ticket_printer import MUTE, NO_PAPER, WELL
from ticket_dispenser import view_state as view
from ticket_dispenser.view_state import (
    CardShown,
    CategoryChosen,
    FieldChosen,
    LanguageChosen,
    NumberAsked,
    Page,
    PaperChanged,
    SearchTyped,
    ServiceFound,
    ServicePicked,
    SeveralChosen,
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
    state = update(update(ViewState(place="dispenser-1"), setup), Topic("dispenser", 1, now))
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
    assert view.given_services(given(), VI) == "Khai sinh"
    assert view.given_qr(given()) == "MOTCUA:TOKEN"


def test_several_services_are_picked_in_order_and_taken_back() -> None:
    state = update(known(), SeveralChosen(several=True))
    for service in (BIRTH, LAND, COPIES, LAND):
        state = update(state, ServicePicked(service))
    assert state.picked == (BIRTH, COPIES)
    assert view.take_text(state, VI) == "Lấy số (2 việc)"
    asked = update(state, NumberAsked("request-1"))
    printed = update(asked, PaperChanged(PaperNow({}, Handing(GIVEN, Paper.PRINTED))))
    taken = update(printed, Done(id="request-1", reply=GIVEN))
    assert view.given_services(taken, VI) == "Khai sinh; sau đó: Chứng thực"
    assert update(state, SeveralChosen(several=False)).picked == ()


def test_a_visit_has_so_many_services_at_most() -> None:
    state = update(many(), SeveralChosen(several=True))
    for at in range(MAX_SERVICES_A_VISIT + 1):
        state = update(state, ServicePicked(ServiceId(f"s-{at}")))
    assert len(state.picked) == MAX_SERVICES_A_VISIT
    assert view.banner(state, VI) == "Mỗi lượt nhiều nhất 5 dịch vụ."


def test_what_was_picked_stays_while_looking_in_other_fields() -> None:
    state = update(update(many(), FieldChosen(FieldId("justice"))), SeveralChosen(several=True))
    state = update(update(state, ServicePicked(ServiceId("s-1"))), WentBack())
    assert (state.page, state.field, state.picked) == (Page.START, None, (ServiceId("s-1"),))
    assert update(state, WentBack()).picked == ()


def test_what_a_search_found_is_shown_by_itself() -> None:
    state = update(update(many(), SearchTyped("viec 7")), ServiceFound(ServiceId("s-7")))
    assert (state.page, state.found) == (Page.SERVICES, ServiceId("s-7"))
    assert update(state, WentBack()).found is None


def test_a_test_ticket_says_that_it_is_one() -> None:
    state = given(Paper.ASSUMED, TrialNumberGiven(3, MONDAY_8_AM))
    assert view.paper_choices(state) == []
    assert view.number_shown(state, VI) == "THỬ 3"
    assert view.ahead_text(state, VI) == VI.text("dispenser.test_only")
    assert (view.given_services(state, VI), view.given_qr(state)) == ("", "")


def test_going_back_keeps_the_language_until_nobody_is_there() -> None:
    state = update(known(), LanguageChosen("en"))
    state = update(state, WentBack())
    assert state.language == "en"
    assert update(state, Tick(view.IDLE_MS)).language == "vi"


def test_link_troubles_have_their_words() -> None:
    assert view.banner(ViewState(), VI) == VI.text("common.searching")
    lost = update(known(), LinkChanged(LinkState.LOST, 0))
    assert "0:03" in view.banner(update(lost, Tick(3_000)), VI)
    # Also after somebody was here and everything was begun anew.
    anew = update(known(), Tick(view.IDLE_MS))
    wrong = update(anew, LinkChanged(LinkState.SEARCHING, 0, "false_hub"))
    assert view.banner(wrong, VI) == f"dispenser-1: {VI.text('common.false_hub')}"
    assert view.banner(known(), VI) == ""


def test_before_anything_is_known_nothing_is_offered() -> None:
    empty = ViewState()
    assert view.number_shown(empty, VI) == ""
    assert view.paper_text(empty, VI) == ""
    assert view.paper_choices(empty) == []
    assert not view.paper_alarms(empty)
    assert not view.gives_numbers(empty)
    assert update(empty, Beat(now_ms=1)) == empty


CARD = "062051001234|233000111|Y Hieng|23111951|Nữ|Kon Tum|20052021"


def asking() -> ViewState:
    birth = replace(PLAN.services[BIRTH], asks_card=True)
    plan = replace(PLAN, services={**PLAN.services, BIRTH: birth})
    return update(known(), Topic("setup", 2, Setup(plan=plan, devices=small_devices())))


def test_a_card_gives_the_number_and_the_priority_by_age() -> None:
    assert view.card_words(asking(), VI) == VI.text("dispenser.card_may")
    state = update(asking(), CardShown(CARD))
    assert (state.person, state.category) == ("062051001234", ELDERLY)
    assert view.card_words(state, VI) == VI.text("dispenser.card_read")
    assert "Hieng" not in repr(state)
    assert "1951" not in repr(state)
    assert view.person_for(state, BIRTH) == "062051001234"
    assert view.person_for(state, COPIES) == "", "who asks for none gets none"


def test_a_young_card_leaves_the_priority_that_was_chosen() -> None:
    state = update(asking(), CategoryChosen(ELDERLY))
    assert update(state, CardShown(CARD.replace("1951", "1990"))).category == ELDERLY


def test_what_is_no_card_is_said() -> None:
    state = update(asking(), CardShown("MOTCUA:1234"))
    assert (state.person, state.notice) == ("", VI.text("dispenser.no_card"))


def test_a_card_is_passed_over_where_none_is_asked_for_or_a_number_is_on() -> None:
    assert update(known(), CardShown(CARD)).person == ""
    assert view.card_words(known(), VI) == ""
    assert view.person_for(ViewState(), BIRTH) == ""
    busy = update(asking(), NumberAsked("request-1"))
    assert update(busy, CardShown(CARD)).person == ""
    assert update(ViewState(), CardShown(CARD)).person == ""


def test_a_card_is_forgotten_with_the_number_the_way_back_and_time() -> None:
    state = update(asking(), CardShown(CARD))
    assert update(state, WentBack()).person == ""
    assert update(state, Tick(view.IDLE_MS)).person == ""
    asked = update(state, NumberAsked("request-1"))
    assert update(asked, Done(id="request-1", reply=GIVEN)).person == ""
    held = update(asked, Refused("request-1", NumberHeld(number="A001")))
    assert held.person == ""
    assert "A001" in view.banner(held, VI)
