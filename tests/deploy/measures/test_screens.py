"""The screens' rows can be measured; how fast they are is no test's business."""

from pathlib import Path

import pytest

from deploy.measures import screens


@pytest.mark.qt_log_ignore("pipewire")
def test_every_row_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "QUICK_CALLS", 1)
    monkeypatch.setattr(screens, "ROUNDS", 1)
    rows = list(screens.rows(tmp_path, quick=True))
    assert [row.unit for row in rows] == ["s", "MB"] * len(screens.APPS) + ["ms", "ms"]
    assert all(row.value > 0 and row.limit and row.ratio for row in rows)
