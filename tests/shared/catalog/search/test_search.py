"""The search over a catalogue."""

from shared.catalog.answer import Answer
from shared.catalog.catalog import catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search import Search

SEARCH = Search(
    catalog_of(
        (
            Procedure("1.001193", "Thủ tục đăng ký khai sinh"),
            Procedure("1.000656", "Thủ tục đăng ký khai tử"),
        )
    )
)


def test_the_procedure_named_comes_first() -> None:
    assert SEARCH.answer("khai sinh") == Answer("khai sinh", ("1.001193", "1.000656"), best=2)


def test_nothing_asked_nothing_answered() -> None:
    assert SEARCH.answer(" ?") == Answer(" ?")
