"""Gives a hall on one machine the sample catalogue, unless it has one of its own."""

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from shared.catalog.catalog import catalog_of
from shared.catalog.reading.files import read_file
from shared.catalog.store import CatalogStore

SAMPLE = "sample/commune.json"


def give_sample_catalogue(data: Path, made_ms: int) -> None:
    """Put the sample in the hub's folder as made at a moment (UTC ms); an imported one stays."""
    store = CatalogStore(data / "catalogue")
    if store.data():
        return
    with as_file(files("shared.catalog") / SAMPLE) as sample:
        records = read_file(sample, date.today().isoformat())
    store.replace(catalog_of(records.procedures, made_ms))
