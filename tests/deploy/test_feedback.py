"""``motcua feedback``."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from deploy.feedback import main
from shared.storage.feedback_box import FILE_NAME, FeedbackBox, Message
from tests.fakes.halls import MONDAY_8_AM


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(FeedbackBox(tmp_path)) as box:
        box.put(
            "request-1",
            Message("PA261123", MONDAY_8_AM, "2026-11-23", "kiosk-1", "slow", "Chờ lâu", "vi"),
        )
        box.put(
            "request-2",
            Message("PA261124", MONDAY_8_AM, "2026-11-24", "kiosk-1", "", "Cảm ơn", "vi"),
        )
    return tmp_path


def test_messages_are_read_as_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == (
        "PA261123-001  2026-11-23 08:00  kiosk-1  vi\n  slow\n  Chờ lâu\n\n"
        "PA261124-001  2026-11-24 08:00  kiosk-1  vi\n  Cảm ơn\n"
    )


def test_messages_of_a_day_are_read_as_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "--since", "2026-11-24", "--json"]) == 0
    assert [each["code"] for each in json.loads(capsys.readouterr().out)] == ["PA261124-001"]


def test_an_empty_box_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FeedbackBox(tmp_path).close()
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "no messages\n"


def test_no_box_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "holds no feedback.db" in capsys.readouterr().err
    (tmp_path / FILE_NAME).write_text("no database, " * 100, encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    assert "cannot open" in capsys.readouterr().err


def test_what_a_message_says_is_erased(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--erase", "PA261123-001"]) == 0
    assert main([str(folder)]) == 0
    said = capsys.readouterr().out
    assert "Chờ lâu" not in said
    assert "PA261123-001" in said
    assert main([str(folder), "--erase", "PA261123-009"]) == 2
    assert "there is no message PA261123-009" in capsys.readouterr().err
