"""The hub's rows can be measured; how fast it is no test's business."""

from pathlib import Path

import pytest

from deploy.measures import hub
from deploy.measures.history import A_DAY


def test_every_row_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "QUICK_TICKETS", A_DAY)
    monkeypatch.setattr(hub, "QUICK_SECONDS", 0.1)
    monkeypatch.setattr(hub, "ROUNDS", 1)
    rows = list(hub.rows(tmp_path, quick=True))
    assert [row.unit for row in rows] == ["ms", "/s", "s", "MB", "ms"]
    assert all(row.value > 0 and row.limit and row.ratio for row in rows)
