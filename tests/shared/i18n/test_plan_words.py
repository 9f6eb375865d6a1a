"""Names from the hall's plan that need more than looking up."""

from shared.domain.ids import CategoryId
from shared.domain.plan import Category
from shared.i18n import Words
from shared.i18n.plan_words import category_name

NAMES = {"vi": "Người từ {age} tuổi", "en": "Aged {age} or over"}


def test_the_age_limit_of_the_hall_stands_in_the_name() -> None:
    elderly = Category(CategoryId("elderly"), NAMES, min_age=75)
    assert category_name(elderly, Words("vi")) == "Người từ 75 tuổi"
    assert category_name(elderly, Words("en")) == "Aged 75 or over"


def test_a_name_without_a_limit_stays_as_it_is() -> None:
    carried = Category(CategoryId("disabled"), {"vi": "Người khuyết tật {}"})
    assert category_name(carried, Words("en")) == "Người khuyết tật {}"
