"""Finding without words."""

from shared.catalog.asked import Asked
from shared.catalog.browse import MOST_ASKED, Shelf, by_field, by_life_event, most_asked
from shared.catalog.catalog import catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search.tables import LifeEvent, Need, WordTables, shipped_tables
from shared.catalog.search_command import read_catalog

CATALOG = catalog_of(
    (
        Procedure("1.000001", "Thả diều", field="Diều", levels=("commune",)),
        Procedure("1.000002", "Bán diều", field="Diều"),
        Procedure("1.000003", "Đua thuyền", field="Thuyền", levels=("commune", "province")),
        Procedure("1.000004", "Đóng tàu", field="Thuyền", levels=("province",)),
        Procedure("1.000005", "Việc lạ"),
    )
)
TABLES = WordTables(
    needs=(Need("fly", ("1.000001",)), Need("sell", ("1.000002", "1.000001")), Need("gone")),
    events=(LifeEvent("feast", {"vi": "Lễ hội"}, ("fly", "sell", "fly", "gone")),
            LifeEvent("never", {"vi": "Không có"}, ("gone",))),
    popular=("gone", "sell", "fly"),
)  # fmt: skip


def test_fields_are_ordered_by_what_is_done_here() -> None:
    assert by_field(CATALOG) == (
        Shelf({"vi": "Diều"}, ("1.000002", "1.000001")),
        Shelf({"vi": "Thuyền"}, ("1.000003",)),
    )
    assert by_field(CATALOG, "province")[0] == Shelf({"vi": "Thuyền"}, ("1.000004", "1.000003"))


def test_life_events_lead_to_procedures() -> None:
    assert by_life_event(CATALOG, TABLES) == (Shelf({"vi": "Lễ hội"}, ("1.000001", "1.000002")),)


def test_what_is_asked_most_comes_first_and_the_usual_after() -> None:
    asked = Asked("2026-11", {"1.000003": 2, "1.000001": 1, "9.999999": 1})
    assert most_asked(CATALOG, TABLES, asked, "2026-11") == ("1.000003", "1.000001", "1.000002")
    assert most_asked(CATALOG, TABLES, asked, "2026-12") == ("1.000002", "1.000001")


def test_no_more_are_shown_than_fit() -> None:
    many = catalog_of(tuple(Procedure(f"1.00000{n}", f"Việc {n}") for n in range(9)))
    asked = Asked("2026-11", {procedure.code: 1 for procedure in many.procedures})
    assert len(most_asked(many, TABLES, asked, "2026-11")) == MOST_ASKED


def test_every_shipped_life_event_is_filled_by_the_sample_catalogue() -> None:
    tables, sample = shipped_tables(), read_catalog(None)
    shelves = by_life_event(sample, tables)
    assert len(shelves) == len(tables.events)
    assert [shelf.name["vi"] for shelf in shelves if len(shelf.codes) < 4] == []
