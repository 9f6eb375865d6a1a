"""What is remembered of a printer over a restart."""

import logging
from pathlib import Path

import pytest

from shared.printing.asking import Abilities
from shared.printing.memory import Memory, Remembered

ADDRESS = "serial:///dev/serial/by-id/usb-x?baud=19200"
ALL = Remembered(Abilities(real_time=True, in_turn=True), unclean=True, left_mm=700)


def test_a_printer_is_known_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state", ADDRESS)
    assert memory.now == Remembered()
    memory.keep(ALL)
    memory.keep(ALL)
    assert Memory(tmp_path / "state", ADDRESS).now == ALL
    assert Memory(tmp_path / "state", "tcp://other").now == Remembered()


def test_without_a_folder_it_lasts_as_long_as_the_program() -> None:
    memory = Memory(None, ADDRESS)
    memory.keep(ALL)
    assert memory.now == ALL


def test_nonsense_is_forgotten_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Memory(tmp_path, ADDRESS).keep(ALL)
    (file,) = tmp_path.iterdir()
    file.write_text("[]", encoding="utf-8")
    assert Memory(tmp_path, ADDRESS).now == Remembered()
    assert "unreadable" in caplog.text


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    memory = Memory(None, ADDRESS)
    memory._file = tmp_path / "state" / "x.json"
    memory.keep(ALL)
    assert memory.now == ALL
    assert "cannot remember" in caplog.text
