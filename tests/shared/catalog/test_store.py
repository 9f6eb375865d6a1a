"""The catalogue on disk: the old one or the new one, never half of either."""

import os
from pathlib import Path

import pytest

from shared.catalog.catalog import catalog_of, packed, unpacked
from shared.catalog.procedure import Procedure
from shared.catalog.store import PREVIOUS_NAME, CatalogStore, StoreFailed, name_of

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


def test_bytes_are_kept_as_they_are_and_have_a_name(tmp_path: Path) -> None:
    store = CatalogStore(tmp_path / "new")
    assert (store.data(), store.changed_ms(), name_of(b"")) == (b"", 0, "")
    store.put(packed(ONE))
    assert store.data() == packed(ONE)
    assert store.changed_ms() > 0
    assert name_of(packed(ONE)) != name_of(packed(TWO))


def test_a_disk_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = CatalogStore(tmp_path / "file")
    for read in (store.data, store.changed_ms, store.load):
        with pytest.raises(StoreFailed, match="cannot read"):
            read()
