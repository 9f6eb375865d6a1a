"""What a new catalogue changes, and what it keeps."""

from shared.catalog.catalog import catalog_of
from shared.catalog.changes import Change, Changes, changes, with_curated
from shared.catalog.procedure import Procedure, Source

OLD = catalog_of(
    (
        Procedure("1.000001", "Thả diều", {"vi": "Diều"}, aliases=("chơi diều",)),
        Procedure("1.000002", "Bán diều", former_codes=("9.000002",), source=Source("a", "", "x")),
        Procedure("1.000003", "Mua diều"),
    )
)
NEW = (
    Procedure("1.000001", "Thả diều giấy"),
    Procedure("1.000002", "Bán diều", aliases=("tiệm diều",), source=Source("a", "", "y")),
    Procedure("1.000004", "Vẽ diều"),
)


def test_differences_are_told_by_code_and_field() -> None:
    assert changes(OLD, catalog_of(NEW)) == Changes(
        added=("1.000004",),
        removed=("1.000003",),
        changed=(
            Change("1.000001", ("name", "short_names", "aliases")),
            Change("1.000002", ("aliases", "former_codes")),
        ),
        same=0,
    )


def test_a_later_day_of_reading_is_no_difference() -> None:
    again = catalog_of((Procedure("1.000002", "Bán diều", source=Source("a", "", "z")),))
    old = catalog_of((Procedure("1.000002", "Bán diều", source=Source("a", "", "x")),))
    assert changes(old, again) == Changes((), (), (), 1)


def test_without_an_old_catalogue_all_is_added() -> None:
    assert changes(None, OLD).added == ("1.000001", "1.000002", "1.000003")


def test_what_a_hall_wrote_is_kept_unless_said_anew() -> None:
    kept = {each.code: each for each in with_curated(NEW, OLD, add=False, made_ms=5).procedures}
    assert list(kept) == ["1.000001", "1.000002", "1.000004"]
    assert kept["1.000001"].short_names == {"vi": "Diều"}
    assert kept["1.000001"].aliases == ("chơi diều",)
    assert kept["1.000002"].aliases == ("tiệm diều",)
    assert kept["1.000002"].former_codes == ("9.000002",)


def test_adding_keeps_the_others_too() -> None:
    catalog = with_curated(NEW, OLD, add=True, made_ms=5)
    assert [each.code for each in catalog.procedures] == [
        "1.000001", "1.000002", "1.000003", "1.000004",
    ]  # fmt: skip
    assert catalog.made_ms == 5


def test_the_first_catalogue_is_taken_as_it_is() -> None:
    assert with_curated(NEW, None, add=True, made_ms=5) == catalog_of(NEW, 5)
