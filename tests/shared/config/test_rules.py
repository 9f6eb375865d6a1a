from collections.abc import Callable

import pytest

from shared.config.loader import HallSetup
from shared.domain.ids import CategoryId
from shared.domain.plan import CallRules, StaffRules

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]


def levels(count: int) -> str:
    return "".join(f'[[rating.level]]\nid = "l{n}"\nname = "Mức {n}"\n' for n in range(count))


def test_rules_have_defaults(hall_of: HallOf) -> None:
    plan = hall_of().plan
    assert list(plan.categories) == ["elderly", "disabled", "pregnant", "meritorious"]
    assert [level.asks_reason for level in plan.rating_levels] == [False, False, True]
    assert plan.rating_reasons[0].id == "long-wait"
    assert plan.pause_reasons[0].id == "short-break"
    assert plan.call_rules == CallRules()


def test_staff_stay_signed_in_as_long_as_the_hall_says(hall_of: HallOf, errors_of: FoundIn) -> None:
    assert hall_of().plan.staff_rules == StaffRules(officer_idle_min=240, head_idle_min=15)
    rules = hall_of("[staff]\nofficer_idle_min = 60\nhead_idle_min = 5\n").plan.staff_rules
    assert rules == StaffRules(officer_idle_min=60, head_idle_min=5)
    assert errors_of("[staff]\nofficer_idle_min = 1\nhead_idle = 5\n") == [
        "staff.officer_idle_min: 1 is not between 15 and 1440.",
        'staff.head_idle: There is no key "head_idle" here. Did you mean "head_idle_min"?',
    ]


def test_a_known_category_gets_its_words_and_keeps_its_age(hall_of: HallOf) -> None:
    plan = hall_of(
        '[[category]]\nid = "elderly"\nmin_age = 80\n'
        '[[category]]\nid = "soldier"\nname = "Bộ đội"\n'
    ).plan
    assert list(plan.categories) == ["elderly", "soldier"]
    assert plan.categories[CategoryId("elderly")].names == {"vi": "Người cao tuổi (từ {age} tuổi)"}
    assert plan.categories[CategoryId("elderly")].min_age == 80
    assert plan.categories[CategoryId("soldier")].min_age is None


def test_a_hall_may_have_no_categories(hall_of: HallOf) -> None:
    assert hall_of(top="category = []").plan.categories == {}


def test_categories_are_checked(errors_of: FoundIn) -> None:
    found = errors_of(
        '[[category]]\nid = "a"\nname = "A"\nmin_age = 121\n[[category]]\nid = "a"\nage = 3\n'
    )
    assert found == [
        "category[1].min_age: 121 is not between 1 and 120.",
        "category[2].name: This key is missing.",
        'category[2].id: "a" is already taken by category[1].',
        'category[2].age: There is no key "age" here. Did you mean "min_age"?',
    ]


@pytest.mark.parametrize("count", [3, 5])
def test_ratings_have_three_to_five_levels(hall_of: HallOf, count: int) -> None:
    assert len(hall_of(levels(count)).plan.rating_levels) == count


@pytest.mark.parametrize("count", [2, 6])
def test_other_numbers_of_levels_are_refused(errors_of: FoundIn, count: int) -> None:
    assert errors_of(levels(count)) == [f"rating.level: 3 to 5 levels are needed, not {count}."]


def test_levels_and_reasons_are_checked(errors_of: FoundIn) -> None:
    found = errors_of(
        levels(3).replace("l1", "l0") + "asks = true\n"
        '[[rating.reason]]\nid = "r"\nnam = "R"\n[[pause_reason]]\nid = "P"\nname = "P"\nx = 1\n'
    )
    assert [line.partition(": ")[0] for line in found] == [
        "rating.level[2].id",
        "rating.level[3].asks",
        "rating.reason[1].name",
        "rating.reason[1].nam",
        "pause_reason[1].id",
        "pause_reason[1].x",
    ]


def test_reasons_are_the_halls_own(hall_of: HallOf) -> None:
    plan = hall_of(
        '[[rating.reason]]\nid = "r"\nname = "R"\n[[pause_reason]]\nid = "p"\nname = "P"\n'
    ).plan
    assert [each.id for each in plan.rating_reasons] == ["r"]
    assert [each.id for each in plan.pause_reasons] == ["p"]


def test_call_rules_are_the_halls_own(hall_of: HallOf) -> None:
    plan = hall_of(
        "[calls]\ncalls_before_missed = 2\nbetween_calls_s = 30\nreturn_within_min = 0\n"
        "[rating]\nopen_s = 90\n"
    ).plan
    assert plan.call_rules == CallRules(2, 30, 0, 90)


def test_call_rules_are_bounded(errors_of: FoundIn) -> None:
    found = errors_of(
        "[calls]\ncalls_before_missed = 0\nbetween_calls_s = 4\nreturn_within_min = 721\n"
        "tries = 1\n[rating]\nopen_s = 9\nopen = 1\n"
    )
    assert found == [
        "calls.calls_before_missed: 0 is not between 1 and 10.",
        "calls.between_calls_s: 4 is not between 5 and 600.",
        "calls.return_within_min: 721 is not between 0 and 720.",
        'calls.tries: There is no key "tries" here.',
        "rating.open_s: 9 is not between 10 and 600.",
        'rating.open: There is no key "open" here. Did you mean "open_s"?',
    ]
