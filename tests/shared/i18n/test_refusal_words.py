"""Every way in which the rules say no has its sentence, with nothing left unfilled."""

from dataclasses import replace
from typing import get_args

import msgspec
import pytest

from shared.domain.errors import (
    AnyRefusal,
    OnBreak,
    OnHoliday,
    QuotaUsedUp,
    Refusal,
    ServiceClosed,
    WrongState,
)
from shared.domain.hall import TicketState
from shared.domain.plan import Holiday
from shared.i18n import Words, languages
from shared.i18n.refusal_words import refusal_text
from tests.fakes.halls import BIRTH, named, small_plan

VI, EN = Words("vi"), Words("en")
TET = Holiday("2027-02-08", named("Tết Nguyên đán", "Lunar New Year"))
PLAN = replace(small_plan(), holidays={TET.date: TET})


def example(kind: type[Refusal]) -> Refusal:
    """Return a refusal of a kind, its fields filled with something of their type."""
    fillings: dict[object, object] = {int: 7, str: "waiting"}
    fields = msgspec.structs.fields(kind)
    return kind(
        **{field.name: fillings.get(field.type, "birth") for field in fields if field.required}
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", get_args(AnyRefusal))
def test_every_refusal_is_a_whole_sentence(kind: type[Refusal], language: str) -> None:
    text = refusal_text(example(kind), PLAN, Words(language))
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("state", TicketState)
def test_every_state_has_its_words(state: TicketState) -> None:
    assert state.value not in refusal_text(WrongState(state), PLAN, VI)


def test_numbers_stand_in_the_sentence() -> None:
    assert "40" in refusal_text(QuotaUsedUp(BIRTH, 40), PLAN, VI)


def test_closed_says_when_it_opens_if_that_is_known() -> None:
    known = ServiceClosed(opens_day="2026-11-24", opens_min=450)
    assert refusal_text(known, PLAN, VI) == (
        "Đã hết giờ tiếp nhận. Mở lại lúc 07:30, Thứ Ba 24/11/2026."
    )
    assert refusal_text(ServiceClosed(), PLAN, VI) == "Đã hết giờ tiếp nhận."


def test_a_break_says_until_when() -> None:
    assert refusal_text(OnBreak(810), PLAN, VI) == "Đang giờ nghỉ. Tiếp nhận lại lúc 13:30."


def test_a_holiday_is_named_and_says_when_it_opens() -> None:
    closed = OnHoliday(TET.date, opens_day="2027-02-15", opens_min=450)
    assert refusal_text(closed, PLAN, VI) == (
        "Hôm nay nghỉ lễ: Tết Nguyên đán. Mở lại lúc 07:30, Thứ Hai 15/02/2027."
    )
    assert "Lunar New Year" in refusal_text(OnHoliday(TET.date), PLAN, EN)


def test_an_unnamed_holiday_is_told_by_its_date() -> None:
    assert "2027-02-08" in refusal_text(OnHoliday(TET.date), None, VI)
    assert "2027-09-02" in refusal_text(OnHoliday("2027-09-02"), PLAN, VI)
