"""Where a machine keeps its catalogue: whole or as before."""

from pathlib import Path

import pytest

from shared.catalog import shelf


def test_what_was_put_there_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    assert (shelf.read(folder), shelf.changed_ms(folder)) == (b"", 0)
    shelf.write(folder, b"old")
    shelf.write(folder, b"new")
    assert shelf.read(folder) == b"new"
    assert shelf.changed_ms(folder) > 0
    assert [file.name for file in folder.iterdir()] == [shelf.FILE_NAME]


def test_when_the_disk_refuses_the_old_one_stays(tmp_path: Path) -> None:
    shelf.write(tmp_path, b"old")
    (tmp_path / f"{shelf.FILE_NAME}.new").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        shelf.write(tmp_path, b"new")
    assert shelf.read(tmp_path) == b"old"


def test_versions_tell_bytes_apart() -> None:
    assert shelf.version_of(b"") == ""
    assert shelf.version_of(b"a") == shelf.version_of(b"a") != shelf.version_of(b"b")
