"""The sample catalogue for a hall on one machine."""

from pathlib import Path

from deploy.sample_catalogue import give_sample_catalogue
from shared.catalog.catalog import catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.store import CatalogStore
from tests.fakes.halls import MONDAY_8_AM


def test_a_hall_without_a_catalogue_gets_the_sample(tmp_path: Path) -> None:
    give_sample_catalogue(tmp_path, MONDAY_8_AM)
    catalog = CatalogStore(tmp_path / "catalogue").load()
    assert catalog is not None
    assert len(catalog.procedures) >= 120
    assert catalog.made_ms == MONDAY_8_AM


def test_an_imported_catalogue_stays(tmp_path: Path) -> None:
    own = catalog_of((Procedure("1.000001", "Thả diều"),))
    CatalogStore(tmp_path / "catalogue").replace(own)
    give_sample_catalogue(tmp_path, MONDAY_8_AM)
    assert CatalogStore(tmp_path / "catalogue").load() == own
