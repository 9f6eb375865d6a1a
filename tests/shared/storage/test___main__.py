"""``motcua verify``: what it prints and how it ends."""

from contextlib import closing
from pathlib import Path

import pytest

from shared.storage.__main__ import main
from shared.storage.event_log import EventLog
from tests.shared.storage.events import opening, shown
from tests.shared.storage.test_verify import tamper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(EventLog(tmp_path)) as log:
        log.append([opening(1), shown(2), shown(3)], [])
    return tmp_path


def test_a_whole_log(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == "whole: 3 rows\n"


def test_a_bad_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(folder, "UPDATE events SET day = 'x' WHERE seq = 3")
    assert main([str(folder)]) == 1
    assert capsys.readouterr().out == "row 3 is bad: its content does not match its hash\n"


def test_something_bad_beside_the_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(folder, "DELETE FROM days")
    assert main([str(folder)]) == 1
    assert capsys.readouterr().out.startswith("the days do not begin")


def test_no_log_and_garbage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no log in" in capsys.readouterr().err
    (tmp_path / "hall.db").write_bytes(b"garbage" * 1000)
    assert main([str(tmp_path)]) == 2
    assert "cannot read" in capsys.readouterr().err
