"""The bench runs and says what it measured; how fast is no test's business."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import bench
from deploy.measures.row import Row
from deploy.measures.server import NotReady

KEYS = {"name", "value", "unit", "limit", "ratio", "budget", "ok"}


def test_rows_come_out_as_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = Row("a thing", 2.0, "ms", 1.0, 2.0, "<= 2 x limit", ok=True)
    monkeypatch.setattr(bench, "PARTS", {"hub": lambda scratch, quick: iter([row])})
    assert bench.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [row.as_dict()]
    assert set(row.as_dict()) == KEYS


def test_rows_come_out_as_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = Row("a thing", 3.0, "ms", None, None, "<= 2 ms", ok=False)
    monkeypatch.setattr(bench, "PARTS", {"hub": lambda scratch, quick: iter([row])})
    assert bench.main(["--only", "hub", "--quick"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith("NO a thing")


def test_what_could_not_be_measured_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def rows(scratch: Path, quick: bool) -> Iterator[Row]:
        raise NotReady("the hub is not ready: no disk")
        yield

    monkeypatch.setattr(bench, "PARTS", {"hub": rows})
    assert bench.main([]) == 1
    assert "no disk" in capsys.readouterr().err
