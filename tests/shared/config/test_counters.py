from collections.abc import Callable

import pytest

from shared.config.loader import HallSetup
from shared.domain.devices import PrinterPlan
from shared.domain.ids import CounterId, OfficerId
from shared.domain.plan import Span

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

TREE = """
[[field.service]]
id = "birth"
name = "Khai sinh"
[[field.group]]
id = "civil"
name = "Hộ tịch"
[[field.group.service]]
id = "death"
name = "Khai tử"
"""


def test_without_counters_there_is_one_that_serves_everything(hall_of: HallOf) -> None:
    plan = hall_of(TREE).plan
    counter = plan.counters[CounterId("counter-1")]
    assert (counter.label, counter.names) == ("1", {"vi": "Quầy số 1"})
    assert counter.serves == ("birth", "death")
    assert counter.hours is None


def test_a_counter_serves_fields_groups_and_services(hall_of: HallOf) -> None:
    def serves(ids: str) -> tuple[str, ...]:
        setup = hall_of(f'{TREE}[[counter]]\nlabel = "3A"\nserves = {ids}')
        return setup.plan.counters[CounterId("counter-3a")].serves

    assert serves('["justice"]') == ("birth", "death")
    assert serves('["civil", "birth"]') == ("death", "birth")
    assert serves('["birth", "justice"]') == ("birth", "death")


def test_a_counter_has_name_hours_and_printer_of_its_own(hall_of: HallOf) -> None:
    setup = hall_of(
        '[[counter]]\nid = "desk"\nlabel = "7"\nname = "Bàn hướng dẫn"\n'
        'hours = ["07:30-11:30"]\nprinter = "usb://04b8:0e15"\n'
    )
    desk = setup.plan.counters[CounterId("desk")]
    assert desk.names == {"vi": "Bàn hướng dẫn"}
    assert desk.hours is not None
    assert desk.hours.week[0] == (Span(450, 690),)
    assert setup.devices.counter_printers == {"desk": PrinterPlan("usb://04b8:0e15", 80)}


def test_signs_are_worded_by_the_hall(hall_of: HallOf) -> None:
    sign = 'languages = ["vi", "en"]\ncounter_name = {vi = "Bàn {label}", en = "Desk {label}"}'
    plan = hall_of(hall=sign).plan
    assert plan.counters[CounterId("counter-1")].names == {"vi": "Bàn 1", "en": "Desk 1"}


def test_labels_and_ids_are_unique(errors_of: FoundIn) -> None:
    found = errors_of(
        '[[counter]]\nlabel = "1"\n[[counter]]\nlabel = "1"\nid = "b"\n'
        '[[counter]]\nlabel = "3"\nid = "b"\n'
    )
    assert found == [
        'counter[2].label: "1" is already taken by counter[1].',
        'counter[3].id: "b" is already taken by counter[2].',
    ]


@pytest.mark.parametrize("label", ["số 1", "1a", "12345", "1 "])
def test_labels_can_be_spoken(errors_of: FoundIn, label: str) -> None:
    found = errors_of(f'[[counter]]\nlabel = "{label}"\nid = "a"\n')
    assert found == [
        f'counter[1].label: "{label}" cannot be spoken: use up to four digits or letters A-Z.'
    ]


def test_a_counter_needs_a_label(errors_of: FoundIn) -> None:
    assert errors_of('[[counter]]\nid = "a"\n') == ["counter[1].label: This key is missing."]


def test_what_a_counter_serves_must_exist(errors_of: FoundIn) -> None:
    assert errors_of('[[counter]]\nlabel = "1"\nserves = ["justce"]\n') == [
        'counter[1].serves: "justce" is no field, group or service of this hall.'
        ' Did you mean "justice"?'
    ]


def test_a_counter_serves_something(errors_of: FoundIn) -> None:
    assert errors_of('[[counter]]\nlabel = "1"\nserves = []\n') == [
        "counter[1].serves: This counter serves nothing."
    ]


def test_a_hall_needs_a_counter(errors_of: FoundIn) -> None:
    assert errors_of(top="counter = []") == ["counter: A hall needs at least one [[counter]]."]


def test_officers_are_named(hall_of: HallOf) -> None:
    officers = hall_of('[[officer]]\nid = "o-1"\nname = "Cán bộ tư pháp"\n').plan.officers
    assert {id_: each.display_name for id_, each in officers.items()} == {"o-1": "Cán bộ tư pháp"}


def test_without_officers_there_is_one_for_each_counter(hall_of: HallOf) -> None:
    plan = hall_of('[[counter]]\nlabel = "A1"\n[[counter]]\nlabel = "2"\n').plan
    assert list(plan.officers) == ["officer-a1", "officer-2"]
    assert plan.officers[OfficerId("officer-2")].display_name == "Cán bộ quầy 2"


def test_officers_are_unique_and_whole(errors_of: FoundIn) -> None:
    found = errors_of('[[officer]]\nid = "a"\nname = "A"\n[[officer]]\nid = "a"\nnmae = "B"\n')
    assert found == [
        "officer[2].name: This key is missing.",
        'officer[2].id: "a" is already taken by officer[1].',
        'officer[2].nmae: There is no key "nmae" here. Did you mean "name"?',
    ]


def test_unknown_keys_of_counters_are_refused(errors_of: FoundIn) -> None:
    assert errors_of('[[counter]]\nlabel = "1"\nserve = []\n') == [
        'counter[1].serve: There is no key "serve" here. Did you mean "serves"?'
    ]
