"""Clips on disk, and recordings that replace them."""

from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from shared.voice.__main__ import main
from shared.voice.build_clips import main as build
from shared.voice.clips import BUILT, BadClip, Clips, missing, read_wav, write_wav
from shared.voice.phrases import SPOKEN, clips_needed
from shared.voice.sound import PEAK


def test_the_built_clips_are_complete_level_and_without_clicks() -> None:
    assert missing(BUILT, tuple(SPOKEN)) == ()
    for clip in clips_needed(tuple(SPOKEN)):
        sound = read_wav(BUILT / f"{clip}.wav")
        assert len(sound) > 1_000, clip
        assert sound[0] == sound[-1] == 0, clip
        assert max(map(abs, sound)) <= PEAK, clip


def test_a_recording_replaces_one_clip(tmp_path: Path) -> None:
    mine = array("h", [0, 1000, 0])
    write_wav(tmp_path / "vi" / "1.wav", mine)
    clips = Clips(tmp_path)
    assert clips.get("vi/1") == mine
    assert clips.get("vi/2") == read_wav(BUILT / "vi" / "2.wav")


def test_a_bad_recording_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "1.wav").write_bytes(b"no sound")
    assert Clips(tmp_path).get("vi/1") == read_wav(BUILT / "vi" / "1.wav")
    assert "1.wav" in caplog.text
    with pytest.raises(BadClip):
        read_wav(tmp_path / "vi" / "1.wav")


def test_a_clip_that_is_nowhere_is_silence_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert len(Clips(built=tmp_path).get("vi/1")) == 0
    assert "no clip vi/1" in caplog.text


def test_the_command_lists_what_a_folder_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--recordings", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(clips_needed(("vi",)))
    assert all(line.startswith("missing") for line in lines)
    assert build(["--out", str(tmp_path)]) == 0
    assert main(["--recordings", str(tmp_path), "--languages", "vi,en"]) == 0


def test_built_speech_has_no_jumps() -> None:
    sound = read_wav(BUILT / "vi" / "call.wav")
    assert max(abs(two - one) for one, two in pairwise(sound[:50])) < 4_000
