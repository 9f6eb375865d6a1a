"""Waits after wrong secrets outlive the hub, end by themselves, and never keep it from starting."""

import logging
from pathlib import Path

import pytest

from shared.identity.backoff import FIRST_WAIT_S, FREE_TRIES, LONGEST_WAIT_S
from shared.identity.waits import Waits

NOW_MS = 1_795_395_600_000


def started(folder: Path, now_ms: int = NOW_MS, steady_s: float = 0.0) -> Waits:
    """Start anew: another steady clock, whose beginning means nothing."""
    return Waits(folder / "waits.json", now_ms, steady=lambda: steady_s)


def guessed(waits: Waits, times: int = FREE_TRIES) -> None:
    for _ in range(times):
        waits.wrong("d", "lan", NOW_MS)


def test_a_wait_goes_on_after_a_restart_less_the_time_the_hub_was_away(tmp_path: Path) -> None:
    guessed(started(tmp_path, steady_s=5000.0))
    again = started(tmp_path, NOW_MS + 20_000)
    assert again.wait_s("d", "lan") == FIRST_WAIT_S - 20.0
    assert again.wait_s("other", "lan") == 0.0
    assert started(tmp_path, NOW_MS + 30_000).wait_s("d", "lan") == 0.0


def test_the_count_goes_on_too(tmp_path: Path) -> None:
    guessed(started(tmp_path), FREE_TRIES - 1)
    again = started(tmp_path)
    assert again.wait_s("d", "lan") == 0.0
    again.wrong("d", "lan", NOW_MS)
    assert again.wait_s("d", "lan") == FIRST_WAIT_S


def test_nobody_waits_longer_because_the_machine_lost_its_date(tmp_path: Path) -> None:
    guessed(started(tmp_path), 100)
    in_1990 = started(tmp_path, now_ms=631_152_000_000)
    assert in_1990.wait_s("d", "lan") == LONGEST_WAIT_S


def test_the_right_secret_and_forgetting_reach_the_disk(tmp_path: Path) -> None:
    waits = started(tmp_path)
    waits.right("d", "lan", NOW_MS)
    waits.forget("lan", NOW_MS)
    assert not (tmp_path / "waits.json").exists(), "there was nothing to keep"
    guessed(waits)
    waits.right("d", "lan", NOW_MS)
    assert started(tmp_path).wait_s("d", "lan") == 0.0
    guessed(waits)
    waits.forget("lan", NOW_MS)
    assert "lan" not in (tmp_path / "waits.json").read_text()


def test_a_damaged_file_is_told_and_keeps_no_hall_shut(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "waits.json").write_text("{")
    with caplog.at_level(logging.ERROR):
        assert started(tmp_path).wait_s("d", "lan") == 0.0
    assert "waits.json" in caplog.text


def test_a_full_disk_is_told_and_the_wait_holds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    waits = Waits(tmp_path / "file" / "waits.json", NOW_MS, steady=lambda: 0.0)
    (tmp_path / "file").write_text("a file where the folder should be")
    with caplog.at_level(logging.ERROR):
        guessed(waits)
    assert "cannot be kept" in caplog.text
    assert waits.wait_s("d", "lan") == FIRST_WAIT_S
