"""Clips made with the speech engine, once."""

from pathlib import Path

import pytest

from shared.voice.build_clips import main
from shared.voice.clips import missing
from shared.voice.phrases import SPOKEN


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    mine = tmp_path / "vi" / "1.wav"
    mine.write_bytes(b"recorded by hand")
    assert main(["--out", str(tmp_path)]) == 0
    assert missing(tmp_path, tuple(SPOKEN)) == ()
    assert mine.read_bytes() == b"recorded by hand"


def test_without_the_engine_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--out", str(tmp_path / "clips")]) == 1
    assert "espeak-ng" in capsys.readouterr().err
