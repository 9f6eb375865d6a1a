"""The kiosk's own catalogue: from its disk, from the hub part by part, and damaged."""

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.catalogue import Catalogue, Prepared
from shared.catalog.asked import Asked
from shared.catalog.asked_file import FILE_NAME
from shared.catalog.catalog import packed
from shared.catalog.store import CatalogStore, name_of
from shared.protocol.messages import CatalogPart, FetchCatalog
from tests.fakes.procedures import small_catalog

DATA = packed(small_catalog())
VERSION = name_of(DATA)
HALF = len(DATA) // 2


def part(offset: int, data: bytes, version: str = VERSION) -> CatalogPart:
    return CatalogPart(version=version, offset=offset, size=len(DATA), data=data)


def fetched(catalogue: Catalogue, data: bytes, version: str) -> None:
    """Take a whole catalogue in, as the hub hands it over."""
    assert catalogue.offered(version) == FetchCatalog(version=version, offset=0)
    whole = CatalogPart(version=version, offset=0, size=len(data), data=data)
    assert catalogue.received(whole) is None


def test_it_begins_with_what_the_disk_holds(tmp_path: Path, qtbot: QtBot) -> None:
    CatalogStore(tmp_path).put(DATA)
    catalogue = Catalogue(tmp_path)
    with qtbot.waitSignal(catalogue.ready) as ready:
        catalogue.start()
    prepared = ready.args[0]
    assert isinstance(prepared, Prepared)
    assert (prepared.version, prepared.catalog) == (VERSION, small_catalog())
    assert prepared.search.answer("đăng ký khai sinh").codes[0] == "1.001193"
    catalogue.stop()


def test_a_new_one_comes_in_parts_is_used_and_kept(tmp_path: Path, qtbot: QtBot) -> None:
    catalogue = Catalogue(tmp_path / "state")
    catalogue.start()
    assert catalogue.offered("") is None
    assert catalogue.offered(VERSION) == FetchCatalog(version=VERSION, offset=0)
    rest = FetchCatalog(version=VERSION, offset=HALF)
    assert catalogue.received(part(0, DATA[:HALF])) == rest
    assert catalogue.offered(VERSION) == rest, "after a broken link it goes on where it was"
    assert catalogue.received(part(0, DATA[:HALF])) is None, "a part that came twice"
    assert catalogue.received(None) is None
    with qtbot.waitSignal(catalogue.ready):
        assert catalogue.received(part(HALF, DATA[HALF:])) is None
    assert catalogue.offered(VERSION) is None
    catalogue.stop()
    assert CatalogStore(tmp_path / "state").data() == DATA


def test_another_one_meanwhile_begins_anew(tmp_path: Path, qtbot: QtBot) -> None:
    catalogue = Catalogue(tmp_path)
    catalogue.offered(VERSION)
    catalogue.received(part(0, DATA[:HALF]))
    assert catalogue.offered("another") == FetchCatalog(version="another", offset=0)
    assert catalogue.received(part(HALF, DATA[HALF:])) is None, "a part of the old one"


def test_a_damaged_one_is_not_kept(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    CatalogStore(tmp_path).put(DATA)
    catalogue = Catalogue(tmp_path)
    with qtbot.waitSignal(catalogue.ready):
        catalogue.start()
    with caplog.at_level(logging.ERROR):
        fetched(catalogue, DATA[:HALF], "damaged")
        catalogue.stop()
    assert "not a catalogue" in caplog.text
    assert CatalogStore(tmp_path).data() == DATA


def test_a_disk_that_refuses_does_not_stop_it(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "file"
    folder.write_text("in the way", encoding="utf-8")
    catalogue = Catalogue(folder)
    catalogue.start()
    with qtbot.waitSignal(catalogue.ready):
        fetched(catalogue, DATA, VERSION)
    with qtbot.waitSignal(catalogue.counted):
        catalogue.told(Asked("2026-11", {"1.001193": 1}))
    catalogue.stop()
    assert "awaited" in caplog.text
    assert "the catalogue is not kept" in caplog.text
    assert "what is asked for is not kept" in caplog.text


def test_what_the_hall_asks_for_is_kept_for_when_the_hub_is_away(
    tmp_path: Path, qtbot: QtBot
) -> None:
    asked = Asked("2026-11", {"1.001193": 3})
    catalogue = Catalogue(tmp_path / "state")
    catalogue.start()
    with qtbot.waitSignal(catalogue.counted) as counted:
        catalogue.told(asked)
    assert counted.args == [asked]
    catalogue.stop()
    again = Catalogue(tmp_path / "state")
    with qtbot.waitSignal(again.counted) as counted:
        again.start()
    assert counted.args == [asked]
    again.stop()


def test_counts_that_are_none_are_forgotten(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    catalogue = Catalogue(tmp_path)
    with qtbot.assertNotEmitted(catalogue.counted):
        catalogue.start()
        catalogue.stop()
    assert "forgotten" in caplog.text
