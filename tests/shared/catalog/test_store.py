"""The catalogue on disk: the old one or the new one, never half of either."""

import os
from pathlib import Path

import pytest

from shared.catalog.catalog import catalog_of, unpacked
from shared.catalog.procedure import Procedure
from shared.catalog.store import PREVIOUS_NAME, CatalogStore, StoreFailed

ONE = catalog_of((Procedure("1.000001", "Thả diều"),), 1)
TWO = catalog_of((Procedure("1.000002", "Bán diều"),), 2)


def test_there_is_none_at_first(tmp_path: Path) -> None:
    assert CatalogStore(tmp_path / "new").load() is None


def test_the_newest_is_loaded_and_the_one_before_kept(tmp_path: Path) -> None:
    store = CatalogStore(tmp_path / "new")
    store.replace(ONE)
    assert store.load() == ONE
    store.replace(TWO)
    assert store.load() == TWO
    assert unpacked((tmp_path / "new" / PREVIOUS_NAME).read_bytes()) == ONE


def test_a_crash_while_writing_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = CatalogStore(tmp_path)
    store.replace(ONE)

    def crash(_descriptor: int) -> None:
        raise OSError("power is gone")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(StoreFailed, match="power is gone"):
        store.replace(TWO)
    assert CatalogStore(tmp_path).load() == ONE


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    store = CatalogStore(tmp_path)
    store.replace(ONE)
    store.path.write_bytes(store.path.read_bytes()[:40])
    with pytest.raises(StoreFailed, match=r"cannot read .*catalogue\.json\.gz"):
        store.load()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFailed, match="cannot write"):
        CatalogStore(tmp_path / "file").replace(ONE)
