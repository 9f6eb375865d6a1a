"""What is asked for most, on a disk that may refuse."""

import logging
from pathlib import Path

import pytest

from shared.catalog.asked import Asked
from shared.catalog.asked_file import FILE_NAME, AskedFile

ASKED = Asked("2026-11", {"1.001193": 2})


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    file = AskedFile(tmp_path / "new folder")
    assert file.read() == Asked()
    file.keep(ASKED)
    assert AskedFile(tmp_path / "new folder").read() == ASKED


def test_a_disk_that_refuses_leaves_what_was_there_and_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = AskedFile(tmp_path)
    file.keep(ASKED)
    (tmp_path / f"{FILE_NAME}.new").mkdir()
    with caplog.at_level(logging.WARNING):
        file.keep(Asked("2026-12", {}))
    assert "is not kept" in caplog.text
    assert file.read() == ASKED
