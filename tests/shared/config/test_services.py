from collections.abc import Callable

from shared.config.loader import HallSetup
from shared.domain.ids import FieldId, ServiceId
from shared.domain.plan import Service, Span

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

TREE = """
short = "TP"
target_wait_min = 20
bring = ["Thẻ căn cước"]
quota_per_day = 50
hours = ["07:30-11:30"]

[[field.service]]
id = "advice"
name = "Tư vấn"

[[field.group]]
id = "civil"
name = "Hộ tịch"
expected_service_min = 15

[[field.group.service]]
id = "birth"
name = "Đăng ký khai sinh"
short = "Khai sinh"
target_wait_min = 40
bring = []
quota_per_day = 9
hours = ["13:30-17:00"]
"""


def service(setup: HallSetup, id_: str) -> Service:
    return setup.plan.services[ServiceId(id_)]


def test_the_tree_has_three_levels(hall_of: HallOf) -> None:
    plan = hall_of(TREE).plan
    assert {id_: field.parent for id_, field in plan.fields.items()} == {
        "justice": None,
        "civil": "justice",
    }
    assert {id_: each.field for id_, each in plan.services.items()} == {
        "advice": "justice",
        "birth": "civil",
    }


def test_short_names_fall_back_to_names(hall_of: HallOf) -> None:
    setup = hall_of(TREE)
    assert setup.plan.fields[FieldId("justice")].short_names == {"vi": "TP"}
    assert service(setup, "advice").short_names == {"vi": "Tư vấn"}
    assert service(setup, "birth").short_names == {"vi": "Khai sinh"}


def test_what_stands_above_holds_below(hall_of: HallOf) -> None:
    advice = service(hall_of(TREE, hall="expected_service_min = 7"), "advice")
    assert (advice.target_wait_min, advice.expected_service_min, advice.quota) == (20, 7, 50)
    assert advice.bring == ({"vi": "Thẻ căn cước"},)
    assert advice.hours is not None
    assert advice.hours.week[0] == (Span(450, 690),)


def test_what_stands_below_wins(hall_of: HallOf) -> None:
    birth = service(hall_of(TREE), "birth")
    assert (birth.target_wait_min, birth.expected_service_min, birth.quota) == (40, 15, 9)
    assert birth.bring == ()
    assert birth.hours is not None
    assert birth.hours.week[0] == (Span(810, 1020),)


def test_a_field_with_nothing_below_is_a_service(hall_of: HallOf) -> None:
    setup = hall_of("quota_per_day = 5")
    justice = service(setup, "justice")
    assert (justice.field, justice.names, justice.quota) == ("justice", {"vi": "Tư pháp"}, 5)
    assert (justice.target_wait_min, justice.expected_service_min) == (30, 10)


def test_nothing_stands_below_the_third_level(errors_of: FoundIn) -> None:
    deeper = '[[field.group.service.service]]\nid = "x"\nname = "x"\n'
    third = '[[field.group.group]]\nid = "y"\nname = "y"\n'
    message = "can stand here: a field holds groups, a group holds services."
    assert errors_of(TREE + deeper + third) == [
        f'field[1].group[1].service[1].service: No "service" {message}',
        f'field[1].group[1].group: No "group" {message}',
    ]


def test_ids_are_unique_over_the_whole_tree(errors_of: FoundIn) -> None:
    found = errors_of(TREE.replace('"birth"', '"justice"').replace('"advice"', '"civil"'))
    assert found == [
        'field[1].group[1].id: "civil" is already taken by field[1].service[1].',
        'field[1].group[1].service[1].id: "justice" is already taken by field[1].',
    ]


def test_numbers_are_bounded(errors_of: FoundIn) -> None:
    extra = "quota_per_day = 0\ntarget_wait_min = 0\nexpected_service_min = 481"
    assert errors_of(extra) == [
        "field[1].quota_per_day: 0 is not between 1 and 9999.",
        "field[1].target_wait_min: 0 is not between 1 and 480.",
        "field[1].expected_service_min: 481 is not between 1 and 480.",
    ]


def test_unknown_keys_are_refused_at_every_level(errors_of: FoundIn) -> None:
    found = errors_of(
        "quota = 1\n" + TREE.replace('id = "civil"', 'id = "civil"\nnaem = 1') + "bringg = []\n"
    )
    assert found == [
        'field[1].quota: There is no key "quota" here. Did you mean "quota_per_day"?',
        'field[1].group[1].naem: There is no key "naem" here. Did you mean "name"?',
        'field[1].group[1].service[1].bringg: There is no key "bringg" here. Did you mean "bring"?',
    ]


def test_a_field_or_a_service_may_ask_for_cards(hall_of: HallOf, errors_of: FoundIn) -> None:
    assert not service(hall_of(TREE), "birth").asks_card
    above = hall_of("asks_card = true\n" + TREE + "asks_card = false\n")
    assert service(above, "advice").asks_card
    assert not service(above, "birth").asks_card
    assert errors_of('asks_card = "yes"\n' + TREE) == [
        "field[1].asks_card: Here true or false is expected, not a text."
    ]
