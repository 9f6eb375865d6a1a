"""Reading aloud: a pack's recordings, the machine's voice, or the truth that there is none."""

import logging
from array import array
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.speech import Speech
from shared.i18n import use_packs
from shared.voice.clips import write_wav
from shared.voice.output import Output


def test_without_a_voice_it_says_so(qtbot: QtBot, qapp: QCoreApplication) -> None:
    speech = Speech(None, engine="no such engine")
    assert speech.speaks("vi") is None
    with qtbot.waitSignal(speech.changed):
        speech.start()
    assert speech.speaks("vi") is False
    speech.say("Quay lại", "vi")
    speech.stop()


def test_the_machines_voice_speaks_its_languages(qtbot: QtBot) -> None:
    speech = Speech(None, engine="mock")
    with qtbot.waitSignal(speech.changed):
        speech.start()
        speech.start()
    assert (speech.speaks("en"), speech.speaks("vi")) == (True, False)
    speech.say("Back", "en")
    speech.hush()
    speech.stop()


def test_a_voice_that_is_speaking_ends_where_it_lives(qtbot: QtBot) -> None:
    speech = Speech(None, engine="mock")
    with qtbot.waitSignal(speech.changed):
        speech.start()
    speech.say("Where does my number stand, and how many are before me?", "en")
    qtbot.wait(100)  # it lives in another thread, which tells nobody when it begins
    speech.stop()
    # Nothing is left to be ended by this thread, of which Qt would warn.
    shiboken6.delete(speech)


def test_recordings_of_a_pack_come_first(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    played: list[int] = []
    monkeypatch.setattr(Output, "play", lambda self, sound: played.append(len(sound)))
    (tmp_path / "bdq" / "sounds").mkdir(parents=True)
    (tmp_path / "bdq" / "common.toml").write_text('back = "Wih"\nhome = "Hnam"\n', encoding="utf-8")
    write_wav(tmp_path / "bdq" / "sounds" / "common.back.wav", array("h", [0] * 100))
    use_packs(tmp_path)
    speech = Speech(tmp_path)
    assert speech.speaks("bdq") is True
    speech.say("Wih", "bdq")
    assert played == [100]
    speech.say("Hnam", "bdq")
    assert played == [100], "nobody has recorded it"
    (tmp_path / "bdq" / "sounds" / "common.home.wav").write_bytes(b"no sound")
    with caplog.at_level(logging.ERROR):
        speech.say("Hnam", "bdq")
    assert "common.home.wav" in caplog.text
    use_packs(None)
    speech.stop()
