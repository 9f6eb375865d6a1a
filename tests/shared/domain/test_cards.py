"""What the QR code of an ID card says."""

from dataclasses import replace

import pytest

from shared.domain.cards import Card, age_on, begins_card, card_field, category_by_age, read_card
from shared.domain.ids import FieldId, ServiceId
from shared.domain.plan import Field
from tests.fakes.halls import BIRTH, ELDERLY, LAND, small_plan

TEXT = "062051001234|233000111|Y Hieng|23111951|Nữ|Thôn Kon Rờ Bàng, Kon Tum|20052021"
CARD = Card(number="062051001234", birth="1951-11-23")


@pytest.mark.parametrize("more", ["", "||A Blong|Y Brêu|"])
def test_number_and_birth_are_read_and_nothing_else(more: str) -> None:
    assert read_card(TEXT + more) == CARD


@pytest.mark.parametrize(
    "text", ["", "H34.16-251103-0012", "MOTCUA:0123", TEXT[1:], "a|b|c|d|e|f|g", TEXT[:12]]
)
def test_what_is_no_card_is_none(text: str) -> None:
    assert read_card(text) is None


def test_a_card_is_known_by_its_beginning() -> None:
    assert begins_card("062051001234|")
    assert begins_card("062051001234||Y Hieng|23111951")
    for text in ("062051001234", "62051001234|", "0620510012345|", "H34.16-251103-0012", ""):
        assert not begins_card(text)


@pytest.mark.parametrize("birth", ["", "1951", "99999999"])
def test_a_birth_that_cannot_be_read_makes_nobody_old(birth: str) -> None:
    card = read_card(TEXT.replace("23111951", birth))
    assert card == Card(CARD.number, "")
    assert age_on(card, "2026-11-23") == 0


def test_one_is_a_year_older_on_the_birthday() -> None:
    assert age_on(CARD, "2026-11-22") == 74
    assert age_on(CARD, "2026-11-23") == 75
    assert age_on(CARD, "") == 0


def test_the_halls_own_age_makes_the_priority() -> None:
    categories = small_plan().categories.values()
    assert category_by_age(CARD, categories, "2026-11-22") is None
    assert category_by_age(CARD, categories, "2026-11-23") == ELDERLY
    assert category_by_age(CARD, (), "2026-11-23") is None


def test_one_number_counts_in_the_top_field_of_a_service_that_asks_for_cards() -> None:
    plan = small_plan()
    inner = FieldId("inner")
    birth = plan.services[BIRTH]
    group = Field(inner, birth.names, birth.names, parent=birth.field)
    asking = replace(
        plan,
        fields={**plan.fields, inner: group},
        services={**plan.services, BIRTH: replace(birth, field=inner, asks_card=True)},
    )
    assert card_field(asking, BIRTH) == birth.field
    assert card_field(asking, LAND) is None
    assert card_field(asking, ServiceId("none")) is None
