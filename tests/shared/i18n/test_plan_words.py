"""Names from the hall's plan that need more than looking up."""

from dataclasses import replace

from shared.domain.ids import CategoryId
from shared.domain.plan import Category
from shared.i18n import Words
from shared.i18n.plan_words import category_name, service_short_name
from tests.fakes.halls import BIRTH, COPIES, LAND, small_plan

NAMES = {"vi": "Người từ {age} tuổi", "en": "Aged {age} or over"}


def test_the_age_limit_of_the_hall_stands_in_the_name() -> None:
    elderly = Category(CategoryId("elderly"), NAMES, min_age=75)
    assert category_name(elderly, Words("vi")) == "Người từ 75 tuổi"
    assert category_name(elderly, Words("en")) == "Aged 75 or over"


def test_a_name_without_a_limit_stays_as_it_is() -> None:
    carried = Category(CategoryId("disabled"), {"vi": "Người khuyết tật {}"})
    assert category_name(carried, Words("en")) == "Người khuyết tật {}"


def test_services_of_one_short_name_are_told_apart_by_their_fields() -> None:
    plan = small_plan()
    birth = replace(plan.services[LAND], short_names=plan.services[BIRTH].short_names)
    plan = replace(plan, services={**plan.services, LAND: birth})
    assert service_short_name(plan, COPIES, Words("vi")) == "Chứng thực"
    assert service_short_name(plan, BIRTH, Words("vi")) == "Khai sinh (Tư pháp)"
    assert service_short_name(plan, LAND, Words("vi")) == "Khai sinh (Đất đai)"
