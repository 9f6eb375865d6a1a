"""Files of secrets: readable by their user only, whole whenever the power goes."""

from pathlib import Path

import pytest

from shared.identity.safe_file import write_safely


def test_only_its_user_can_read_it_even_if_it_was_open_before(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "secret"
    write_safely(path, "one")
    path.chmod(0o644)
    write_safely(path, "two")
    assert path.read_text() == "two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_failed_write_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    write_safely(path, "old")

    def full(handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_safely(path, "new")
    assert path.read_text() == "old"


def test_what_a_crash_left_behind_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    (tmp_path / "secret.new").write_text("half")
    write_safely(path, "whole")
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]
