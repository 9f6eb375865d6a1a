"""A procedure's page once it is open."""

import pytest

from kiosk import procedure_state as page
from kiosk.procedure_state import (
    Asked,
    CaseChosen,
    Left,
    PaperFares,
    ProcedureState,
    ServiceWanted,
    WentBack,
    update,
)
from shared.domain.errors import DayNotOpen
from shared.domain.ids import TicketId
from shared.i18n import Words
from shared.protocol.messages import Beat, Done, NumberGiven, Refused
from shared.protocol.session import Expired
from tests.fakes.halls import BIRTH, LAND, MONDAY_8_AM, small_plan

VI = Words("vi")
GIVEN = NumberGiven(TicketId("20261123-A001"), "A001", "TOKEN", BIRTH, 3, MONDAY_8_AM)
ASKED = update(ProcedureState(), Asked("request-1"))


def test_a_number_is_asked_for_and_given() -> None:
    state = update(ASKED, Done("request-1", GIVEN))
    assert (state.step, state.given, state.request) == ("number", GIVEN, "")


def test_with_several_services_somebody_chooses() -> None:
    assert page.only_service([BIRTH]) == BIRTH
    assert page.only_service([BIRTH, LAND]) is None
    state = update(ProcedureState(), ServiceWanted())
    assert state.step == "choose"
    assert update(state, WentBack()).step == "read"
    assert update(state, Asked("request-1")).step == "read"


def test_a_refusal_and_no_answer_are_said() -> None:
    refused = update(ASKED, Refused("request-1", DayNotOpen()))
    assert page.trouble(refused, small_plan(), VI) == VI.text("refusals.day_not_open")
    failed = update(ASKED, Expired("request-1"))
    assert page.trouble(failed, None, VI) == VI.text("lookup.no_answer")
    assert page.trouble(update(failed, Asked("request-2")), None, VI) == ""


def test_answers_to_others_are_passed_over() -> None:
    for frame in (
        Done("request-9", GIVEN),
        Refused("request-9", DayNotOpen()),
        Expired("request-9"),
        Beat(now_ms=1),
    ):
        assert update(ASKED, frame) == ASKED


def test_how_the_papers_fare_is_said() -> None:
    printing = PaperFares("checklist", "printing"), PaperFares("ticket", "printing")
    state = update(update(ProcedureState(), printing[0]), printing[1])
    said = page.paper_words(state, VI, has_printer=True)
    assert said == {"checklist": "Đang in…", "ticket": "Đang in phiếu…"}
    state = update(state, PaperFares("checklist", "printed"))
    state = update(state, PaperFares("ticket", "failed"))
    said = page.paper_words(state, VI, has_printer=True)
    assert said["checklist"] == "Xin lấy giấy ở khe máy in"
    assert said["ticket"].startswith("Máy in không in được")
    state = update(state, PaperFares("checklist", "failed"))
    failed = page.paper_words(state, VI, has_printer=True)
    assert failed["checklist"].startswith("Máy in không in được")
    assert not page.asks_of(state, "checklist")


@pytest.mark.parametrize(
    ("paper", "question"), [("ticket", "Phiếu đã ra chưa?"), ("checklist", "Giấy đã ra chưa?")]
)
def test_what_the_printer_cannot_tell_is_asked(paper: str, question: str) -> None:
    state = update(ProcedureState(), PaperFares(paper, "unknown"))
    assert page.paper_words(state, VI, has_printer=True)[paper].startswith(question)
    assert [page.asks_of(state, each) for each in ("ticket", "checklist")] == [
        paper == "ticket",
        paper == "checklist",
    ]


def test_without_a_printer_the_number_is_to_be_remembered() -> None:
    said = page.paper_words(ProcedureState(), VI, has_printer=False)
    assert said == {"checklist": "", "ticket": VI.text("lookup.note_number")}
    assert page.paper_words(ProcedureState(), VI, has_printer=True)["ticket"] == ""


def test_another_case_is_another_checklist() -> None:
    state = update(update(ProcedureState(), PaperFares("checklist", "printed")), CaseChosen(1))
    assert (state.case, state.checklist) == (1, "")
    assert update(state, Left()) == ProcedureState()
