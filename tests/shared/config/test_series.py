from collections.abc import Callable

import pytest

from shared.config.loader import HallSetup

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

SECOND = '[[field]]\nid = "land"\nname = "Đất đai"\n'
SERVICES = """
[[field.service]]
id = "birth"
name = "Khai sinh"
[[field.service]]
id = "death"
name = "Khai tử"
"""


def numbers(setup: HallSetup) -> dict[str, tuple[str, int, int]]:
    return {key: (each.prefix, each.first, each.last) for key, each in setup.plan.series.items()}


def test_fields_without_a_prefix_get_free_letters(hall_of: HallOf) -> None:
    setup = hall_of(SECOND + 'prefix = "A"\n[[field]]\nid = "tax"\nname = "Thuế"\n')
    assert numbers(setup) == {"justice": ("B", 1, 999), "land": ("A", 1, 999), "tax": ("C", 1, 999)}


def test_services_share_the_numbers_of_their_field(hall_of: HallOf) -> None:
    setup = hall_of('prefix = "H"\nrange = [100, 499]\n' + SERVICES)
    assert numbers(setup) == {"justice": ("H", 100, 499)}
    assert {each.series for each in setup.plan.services.values()} == {"justice"}


def test_a_service_may_have_numbers_of_its_own(hall_of: HallOf) -> None:
    setup = hall_of('prefix = "H"\nrange = [1, 499]\n' + SERVICES + "range = [500, 999]\n")
    assert numbers(setup) == {"justice": ("H", 1, 499), "death": ("H", 500, 999)}
    assert setup.plan.services["death"].series == "death"  # type: ignore[index]  # plain id


def test_numbers_of_a_field_that_nobody_uses_do_not_count(hall_of: HallOf) -> None:
    own = SERVICES.replace('id = "birth"', 'id = "birth"\nprefix = "A"') + 'prefix = "B"\n'
    assert numbers(hall_of('prefix = "A"\n' + own)) == {
        "birth": ("A", 1, 999),
        "death": ("B", 1, 999),
    }


def test_numbers_may_go_without_letters(hall_of: HallOf) -> None:
    setup = hall_of(
        'prefix = ""\nrange = [1000, 1999]\n' + SECOND + 'prefix = ""\nrange = [2000, 2999]'
    )
    assert numbers(setup) == {"justice": ("", 1000, 1999), "land": ("", 2000, 2999)}


def test_overlapping_ranges_of_one_prefix_are_refused(errors_of: FoundIn) -> None:
    first = 'prefix = "A"\nrange = [1, 500]\n'
    assert errors_of(first + SECOND + 'prefix = "A"\nrange = [500, 900]') == [
        "field[2]: Its numbers A500 to A900 overlap A1 to A500 of field[1]."
    ]
    assert errors_of(first + SECOND + 'prefix = "A"\nrange = [501, 900]') == []


@pytest.mark.parametrize("prefix", ['"a"', '"ABC"', '"Đ"', '"1"', "1"])
def test_prefixes_are_one_or_two_letters(errors_of: FoundIn, prefix: str) -> None:
    assert errors_of(f"prefix = {prefix}") == [
        'field[1].prefix: A prefix is one or two letters A-Z, or "" for none.'
    ]


@pytest.mark.parametrize("range_", ["[1]", '"1-9"', "[1, 2, 3]", "[1.0, 9]", "[true, 9]"])
def test_a_range_is_two_numbers(errors_of: FoundIn, range_: str) -> None:
    assert errors_of(f"range = {range_}") == [
        "field[1].range: A range is its first and last number: [1, 999]."
    ]


@pytest.mark.parametrize("range_", ["[9, 1]", "[0, 9]", "[1, 10000]"])
def test_a_range_rises_within_bounds(errors_of: FoundIn, range_: str) -> None:
    assert errors_of(f"range = {range_}") == [
        "field[1].range: A range rises, from 1 or more to 9999 or less."
    ]


def test_more_fields_than_letters_need_prefixes(errors_of: FoundIn) -> None:
    fields = "".join(f'[[field]]\nid = "f{n}"\nname = "F"\n' for n in range(20))
    assert errors_of(fields) == [
        "field[21]: No letter is left for these numbers: give it a prefix."
    ]
