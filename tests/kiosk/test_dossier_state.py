"""Is my paper ready? Step by step."""

import pytest

from kiosk import dossier_state as dossier
from kiosk.dossier_state import (
    Asked,
    CodeChanged,
    CodeGiven,
    DossierState,
    FactorChanged,
    Left,
    WentBack,
    update,
)
from shared.domain.errors import NotAllowed
from shared.i18n import Words
from shared.protocol.messages import Answer, Beat, DossierAnswer, DossierStanding, Refused
from shared.protocol.session import Expired
from tests.fakes.halls import MONDAY_8_AM

VI = Words("vi")
CODE = "H48.16-261103-0012"
STANDING = DossierStanding(
    CODE, "Đăng ký khai sinh", 9, "2026-11-03T08:00", "2026-11-24T17:00", "", "2026-11-20T09:00",
    "", "UBND xã", "N*** V*** A***",
)  # fmt: skip
FOUND = DossierAnswer("found", MONDAY_8_AM, dossier=STANDING)
ASKED = DossierState(CODE, "3456", factor_due=True, request="request-1")


def answered(answer: DossierAnswer) -> DossierState:
    return update(ASKED, Answer("request-1", dossier=answer))


def test_first_the_code_then_the_digits_then_the_answer() -> None:
    state = update(DossierState(), CodeChanged("H48"))
    assert not dossier.may_go_on(state)
    state = update(state, CodeChanged(CODE))
    assert (dossier.step(state), dossier.may_go_on(state)) == ("code", True)
    state = update(state, CodeGiven(CODE))
    assert (dossier.step(state), dossier.may_go_on(state)) == ("factor", False)
    state = update(state, FactorChanged("3456"))
    assert dossier.may_go_on(state)
    state = update(state, Asked("request-1"))
    assert not dossier.may_go_on(state), "it is being asked already"
    assert dossier.step(answered(FOUND)) == "read"


def test_the_digits_are_forgotten_as_soon_as_they_have_served() -> None:
    assert answered(FOUND).factor == ""


def test_it_is_told_in_peoples_words() -> None:
    told = dossier.reading(answered(FOUND), VI, MONDAY_8_AM, 420)
    assert told is not None
    assert told.state == "Đã có kết quả"
    assert told.name == "N*** V*** A***"
    assert dossier.reading(ASKED, VI, MONDAY_8_AM, 420) is None


def test_a_state_nobody_has_mapped_is_being_processed() -> None:
    standing = DossierStanding(CODE, "", None, "", "", "", "", "", "", "")
    told = dossier.reading(
        answered(DossierAnswer("found", 0, dossier=standing)), VI, MONDAY_8_AM, 420
    )
    assert told is not None
    assert told.state == "Đang xử lý"
    assert told.stale


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (DossierAnswer("unknown", 5), "Không tìm thấy hồ sơ"),
        (DossierAnswer("away", 5), "đang không trả lời"),
        (DossierAnswer("wait", 5, until_ms=MONDAY_8_AM + 90_000), "sau 2 phút"),
        (DossierAnswer("wait", 5, until_ms=MONDAY_8_AM), "sau 1 phút"),
    ],
)
def test_why_nothing_is_told_is_said(answer: DossierAnswer, words: str) -> None:
    state = answered(answer)
    assert dossier.step(state) == "factor"
    assert words in dossier.trouble(state, VI, MONDAY_8_AM)
    assert dossier.trouble(update(state, FactorChanged("1")), VI, MONDAY_8_AM) == ""


def test_no_answer_is_said() -> None:
    for frame in (Expired("request-1"), Refused("request-1", NotAllowed())):
        assert dossier.trouble(update(ASKED, frame), VI, 0) == VI.text("my_dossier.no_answer")
    assert dossier.trouble(ASKED, VI, 0) == ""
    assert dossier.trouble(answered(FOUND), VI, 0) == ""


def test_answers_to_others_are_passed_over() -> None:
    for frame in (Answer("request-9", dossier=FOUND), Expired("request-9"), Beat(now_ms=1)):
        assert update(ASKED, frame) == ASKED


def test_going_back_and_leaving_forget() -> None:
    assert update(answered(FOUND), WentBack()) == DossierState(code=CODE)
    assert update(answered(FOUND), Left()) == DossierState()


@pytest.mark.parametrize("factors", [("phone",), ("id_number",), ("phone", "id_number")])
def test_which_digits_are_wanted_is_said(factors: tuple[str, ...]) -> None:
    assert "4 số cuối" in dossier.factor_prompt(factors, VI)
    assert dossier.factor_prompt(factors, VI) != dossier.factor_prompt(factors, Words("en"))
