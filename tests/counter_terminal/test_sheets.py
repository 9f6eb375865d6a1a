"""What the sheets ask, and the commands that answers make."""

from dataclasses import replace

from counter_terminal.sheets import command_for, sheet_words, ticket_kind
from counter_terminal.view_state import Filtered, SheetOpened, update
from shared.domain.commands import IssueTestTicket, TransferTicket
from shared.domain.ids import CounterId, OfficerId, ServiceId
from shared.domain.plan import Officer
from shared.protocol.messages import Topic
from shared.protocol.topics import Setup
from tests.counter_terminal.test_app import A001, A002, A003, A004
from tests.counter_terminal.test_view_state import VI, known
from tests.fakes.halls import small_devices, small_plan


def test_sheets_turn_choices_into_commands() -> None:
    issue = known(sheet="issue")
    assert command_for(issue, "", "") == IssueTestTicket()
    transfer = known(sheet="transfer")
    assert command_for(transfer, "land", "") == TransferTicket(service=ServiceId("land"))
    to_counter = TransferTicket(counter=CounterId("counter-2"))
    assert command_for(transfer, "counter:counter-2", "") == to_counter
    assert command_for(known(), "anything", "") is None


def test_sheets_that_lack_something_make_no_command() -> None:
    assert command_for(known(sheet="pause"), "", " ") is None
    assert command_for(known(sheet="ticket:waiting"), "call", "x") is None
    about = update(known(), SheetOpened("ticket:waiting", A001))
    assert command_for(about, "cancel", "") is None


def test_the_sheet_after_a_number_has_nothing_to_choose() -> None:
    assert sheet_words(known(sheet="given"), VI)["choices"] == []


def test_a_sheet_about_a_ticket_names_it() -> None:
    about = update(known(), SheetOpened("ticket:waiting", A001))
    assert sheet_words(about, VI)["title"] == "Số A001"


def test_a_ticket_of_the_list_is_told_by_its_kind() -> None:
    assert [ticket_kind(known(), each) for each in (A001, A002, A003, A004)] == [
        "", "waiting", "held", "missed",
    ]  # fmt: skip


def test_many_choices_are_searched_and_few_are_not() -> None:
    plan = small_plan()
    officers = {OfficerId(f"o-{at}"): Officer(OfficerId(f"o-{at}"), f"Số {at}") for at in range(12)}
    setup = Setup(plan=replace(plan, officers=officers), devices=small_devices())
    state = update(known(sheet="sign_in"), Topic("setup", 2, setup))
    assert len(sheet_words(state, VI)["choices"]) == 13
    found = sheet_words(update(state, Filtered("so 1")), VI)
    assert [each["name"] for each in found["choices"]] == ["Số 1", "Số 10", "Số 11"]
    few = sheet_words(update(known(sheet="sign_in"), Filtered("x")), VI)
    assert (few["searched"], len(few["choices"])) == (False, 3)
