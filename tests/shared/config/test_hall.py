from collections.abc import Callable

import pytest

from shared.config.loader import HallSetup
from shared.domain.plan import Span

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]


def test_a_hall_needs_only_its_name(hall_of: HallOf) -> None:
    plan = hall_of().plan
    assert (plan.hall_id, plan.names, plan.unit_above) == ("hall", {"vi": "Trung tâm"}, {"vi": ""})
    assert plan.languages == ("vi",)
    assert plan.hours.week == ((Span(450, 690), Span(810, 1020)),) * 5 + ((),) * 2
    assert (plan.day_change_min, plan.show_officer_name, plan.holidays) == (0, True, {})


def test_a_hall_says_everything_itself(hall_of: HallOf) -> None:
    plan = hall_of(
        hall='id = "ben-xuan"\nunit_above = "UBND phường"\nday_change = "04:00"\n'
        'hours = {mon = "20:00-02:00"}\nshow_officer_name = false\n'
    ).plan
    assert (plan.hall_id, plan.unit_above) == ("ben-xuan", {"vi": "UBND phường"})
    assert plan.hours.week == ((Span(1200, 1560),),) + ((),) * 6
    assert (plan.day_change_min, plan.show_officer_name) == (240, False)


def test_the_day_change_holds_for_all_hours(errors_of: FoundIn) -> None:
    night = 'hours = ["20:00-02:00"]\n'
    counter = f'[[counter]]\nlabel = "1"\n{night}'
    assert errors_of(night + counter, hall=f'{night}day_change = "02:00"') == []
    found = errors_of(night + counter, hall=night)
    assert [line.partition(": ")[0] for line in found] == [
        "hall.hours.mon-fri",
        "field[1].hours.mon-fri",
        "counter[1].hours.mon-fri",
    ]


@pytest.mark.parametrize("language", ["VI", "eng1", "v", "vi-VN"])
def test_languages_are_codes(errors_of: FoundIn, language: str) -> None:
    found = errors_of(hall=f'languages = ["vi", "{language}"]')
    assert found[0] == f'hall.languages: "{language}" is no language code such as "vi" or "en".'


@pytest.mark.parametrize("languages", ['["en"]', "[]"])
def test_vietnamese_is_among_the_languages_and_missed_once(
    errors_of: FoundIn, languages: str
) -> None:
    found = errors_of(hall=f"languages = {languages}")
    assert found == ['hall.languages: Vietnamese is missing: add "vi".']


def test_unknown_keys_are_refused(errors_of: FoundIn) -> None:
    assert errors_of(hall="unitt = 1") == ['hall.unitt: There is no key "unitt" here.']


def test_the_hall_is_checked(errors_of: FoundIn) -> None:
    found = errors_of(hall='id = "Bến Xuân"\nshow_officer_name = 1\nhours = 7\ntarget_wait_min = 0')
    assert [line.partition(": ")[0] for line in found] == [
        "hall.id",
        "hall.show_officer_name",
        "hall.hours",
        "hall.target_wait_min",
    ]
