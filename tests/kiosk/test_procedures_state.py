"""Finding a procedure: what the list shows."""

import pytest

from kiosk import procedures_state as procedures
from kiosk.procedures_state import (
    Answered,
    AskedChanged,
    Browsed,
    CatalogCame,
    ChoiceTaken,
    GroupChosen,
    KeysShown,
    Left,
    Opened,
    ProceduresState,
    Row,
    WentBack,
    rows,
    update,
)
from shared.catalog.answer import Answer, Choice, Elsewhere, Question
from shared.catalog.browse import Shelf, by_field
from shared.catalog.catalog import catalog_of
from shared.i18n import Words
from tests.fakes.halls import named
from tests.fakes.procedures import BARE_PROCEDURE, BIRTH_PROCEDURE, small_catalog

VI, EN = Words("vi"), Words("en")
CATALOG = small_catalog()
EVENTS = (Shelf(named("Có em bé", "A child"), ("1.001193",)),)
HERE = update(ProceduresState(), CatalogCame(CATALOG, by_field(CATALOG), EVENTS))
BIRTH_ROW = Row("procedure", "Đăng ký khai sinh", "1.001193", "Hộ tịch", large=True)
LAND_ROW = Row("procedure", "Hòa giải tranh chấp đất đai", "1.012812", "Đất đai")
TWO = Answer("sinh", ("1.001193", "1.012812"), best=1)
WHICH = Question(
    named("Việc nào?", "Which?"),
    (
        Choice(named("Khai sinh", "Birth"), ("1.001193",)),
        Choice(named("Đất", "Land"), ("1.012812",)),
    ),
)
COURT = Elsewhere("divorce", named("Ly hôn", "Divorce"), named("Tòa án", "The court"))


def test_before_the_catalogue_comes_it_says_so() -> None:
    assert rows(ProceduresState(), VI) == [Row("say", VI.text("lookup.nothing_yet"))]


def test_while_nothing_is_typed_ways_to_browse_are_offered() -> None:
    hint, *ways = rows(HERE, VI)
    assert hint.kind == "say"
    assert [(way.kind, way.id) for way in ways] == [
        ("way", "event"), ("way", "field"), ("way", "asked"),
    ]  # fmt: skip


def test_the_best_stand_first_and_large() -> None:
    assert rows(update(HERE, Answered(TWO)), VI) == [BIRTH_ROW, LAND_ROW]
    titles = [row.text for row in rows(update(HERE, Answered(TWO)), EN)]
    assert titles == ["Birth registration", "Hòa giải tranh chấp đất đai"]


def test_a_question_is_asked_back_and_its_answer_taken() -> None:
    asked = update(HERE, Answered(Answer("sinh", ("1.001193",), 1, WHICH)))
    assert rows(asked, EN) == [
        Row("say", "Which?", large=True),
        Row("choice", "Birth", "0"),
        Row("choice", "Land", "1"),
    ]
    chosen = update(asked, ChoiceTaken(1))
    assert [row.id for row in rows(chosen, VI)] == ["1.012812"]
    assert rows(update(chosen, WentBack()), EN)[0].text == "Which?"


def test_what_is_not_done_here_is_sent_elsewhere() -> None:
    state = update(HERE, Answered(Answer("ly hôn", out_of_scope=COURT)))
    assert rows(state, VI) == [
        Row("say", "Việc này không làm tại đây: Ly hôn", large=True),
        Row("say", "Tòa án"),
    ]


def test_a_dossiers_code_leads_to_the_dossier_where_there_are_any() -> None:
    state = update(HERE, Answered(Answer("H48", dossier_code="H48.16-261103-0012")))
    (row,) = rows(state, VI, dossiers=True)
    assert (row.kind, row.id) == ("dossier", "H48.16-261103-0012")
    assert rows(state, VI) == [Row("say", VI.text("lookup.nothing"))]


def test_what_is_not_understood_is_said() -> None:
    state = update(HERE, Answered(Answer("xyz")))
    assert rows(state, VI) == [Row("say", VI.text("lookup.nothing"))]


def test_fields_are_browsed_the_largest_first() -> None:
    state = update(HERE, Browsed("field"))
    heading, *groups = rows(state, VI)
    assert heading == Row("say", "Theo lĩnh vực", large=True)
    assert groups[0] == Row("group", "Giấy phép", "0", "9 thủ tục")
    assert [row.text for row in groups[1:]] == ["Chứng thực", "Hộ tịch", "Đất đai"]
    in_field = update(state, GroupChosen(2))
    assert [row.text for row in rows(in_field, VI)] == ["Hộ tịch", "Đăng ký khai sinh"]


def test_life_events_are_browsed_in_the_language() -> None:
    state = update(HERE, Browsed("event"))
    assert rows(state, EN)[1] == Row("group", "A child", "0", "1 procedure")
    assert [row.text for row in rows(update(state, GroupChosen(0)), EN)] == [
        "A child",
        "Birth registration",
    ]


def test_the_most_asked_are_browsed() -> None:
    state = update(update(HERE, AskedChanged(("1.012812", "9.999999"))), Browsed("asked"))
    assert rows(state, VI)[1:] == [LAND_ROW], "what is not in the catalogue is left out"


def test_each_step_leads_back() -> None:
    state = update(update(update(HERE, Browsed("field")), GroupChosen(2)), Opened("1.001193"))
    assert procedures.opened(state) == BIRTH_PROCEDURE
    steps = []
    while procedures.may_go_back(state):
        state = update(state, WentBack())
        steps.append((state.code, state.group, state.browsing, state.typing))
    assert steps == [("", 2, "field", False), ("", -1, "field", False), ("", -1, "", True)]


def test_the_keys_make_room() -> None:
    assert not update(HERE, KeysShown(False)).typing


def test_typing_leaves_a_list_that_was_browsed() -> None:
    state = update(update(HERE, Browsed("field")), Answered(TWO))
    assert rows(state, VI)[0] == BIRTH_ROW


def test_a_new_catalogue_lets_go_of_what_it_does_not_have() -> None:
    state = update(update(HERE, Answered(TWO)), Opened("1.001193"))
    kept = update(state, CatalogCame(CATALOG))
    assert (kept.code, kept.answer) == ("1.001193", TWO)
    gone = update(state, CatalogCame(catalog_of((BARE_PROCEDURE,))))
    assert (gone.code, gone.answer) == ("", None)


def test_leaving_keeps_the_catalogue_only() -> None:
    state = update(update(HERE, AskedChanged(("1.001193",))), Answered(TWO))
    assert update(state, Left()) == update(HERE, AskedChanged(("1.001193",)))


@pytest.mark.parametrize("message", [Opened("9.999999")])
def test_what_is_not_there_cannot_be_read(message: Opened) -> None:
    assert procedures.opened(update(HERE, message)) is None
    assert procedures.opened(update(ProceduresState(), message)) is None
