"""What the sheets ask, and the commands that answers make."""

from counter_terminal.sheets import command_for, sheet_words
from counter_terminal.view_state import SheetOpened, update
from shared.domain.commands import IssueTestTicket, TransferTicket
from shared.domain.ids import CounterId, ServiceId
from tests.counter_terminal.test_app import A001
from tests.counter_terminal.test_view_state import VI, known


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
