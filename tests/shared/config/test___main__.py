import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import shared.config.__main__
from shared.config.__main__ import main

Compose = Callable[..., Path]


def test_a_whole_file_is_summed_up(compose: Compose, capsys: pytest.CaptureFixture[str]) -> None:
    extra = '[[field]]\nid = "land"\nname = "Đất đai"\n'
    assert main([str(compose(extra))]) == 0
    assert capsys.readouterr().out == (
        "whole: Trung tâm: 1 counter, 2 fields, 2 services, 1 dispenser, 1 board, 1 kiosk\n"
    )


def test_groups_are_not_counted_as_fields(
    compose: Compose, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(compose('[[field.group]]\nid = "g"\nname = "G"\n'))]) == 0
    assert "1 field, 1 service" in capsys.readouterr().out


def test_warnings_are_told(compose: Compose, capsys: pytest.CaptureFixture[str]) -> None:
    file = compose(top="board = []")
    assert main([str(file)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"warning: {file}: counter[1]: No board shows")
    assert second.startswith("whole: ")


def test_it_starts_with_python_m(compose: Compose, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["check", str(compose())])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(shared.config.__main__.__file__, run_name="__main__")
    assert left.value.code == 0


def test_all_mistakes_are_told(compose: Compose, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(compose("a = 1\nb = 2"))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith('hall.toml:8: field[1].a: There is no key "a" here.')
    assert lines[-1] == "not whole: 2 mistakes"
