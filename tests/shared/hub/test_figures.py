"""The dossiers' figures: from the dropped file to the boards that want them."""

import asyncio
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shared.catalog.sources.interface import Sync
from shared.clock import HallClock
from shared.config.dossiers import DossierPlan
from shared.hub import figures as hub_figures
from shared.hub.dossier_lookup import DossierLookup
from shared.hub.figures import MOST_READY, BoardFigures, counted
from shared.hub.topics import board_now
from shared.protocol.topics import DossierCount, Figures
from tests.fakes.halls import MONDAY_8_AM, Play, small_devices

OFFSET_MIN = 420
DAY_MS = 86_400_000
"""MONDAY_8_AM is 23 November 2026 in the hall."""


def record(number: int, **fields: str) -> dict[str, str]:
    return {
        "MaHoSo": f"H48.16-261123-{number:04d}",
        "TenTTHC": "Đăng ký khai sinh",
        "ChuHoSo": "Nguyễn Văn An",
        "SoDienThoai": "0905123456",
        "TrangThaiHoSo": "4",
        "NgayTiepNhan": "20261123073000",
        "NgayHenTra": "20261125170000",
        **fields,
    }


def drop(folder: Path, records: list[dict[str, str]], at_ms: int = MONDAY_8_AM) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / "dossiers.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    os.utime(file, (at_ms / 1000, at_ms / 1000))


def lookup_of(folder: Path) -> DossierLookup:
    return DossierLookup(DossierPlan(("phone",), folder=folder), HallClock(start_ms=MONDAY_8_AM))


def told(folder: Path, now_ms: int = MONDAY_8_AM) -> Figures | None:
    known, sync = asyncio.run(lookup_of(folder).known())
    return counted(known, sync, now_ms, OFFSET_MIN)


def test_the_day_and_the_month_are_counted_and_what_is_ready(tmp_path: Path) -> None:
    done: dict[str, Any] = {"TrangThaiHoSo": "9", "NgayTiepNhan": "20261110073000"}
    drop(
        tmp_path / "drop",
        [
            record(1),
            record(2, **done, NgayKetThucXuLy="20261120090000"),
            record(3, **done, NgayKetThucXuLy="20261123074500"),
        ],
    )
    assert told(tmp_path / "drop") == Figures(
        today=DossierCount(received=1, on_time=1, overdue=0),
        month=DossierCount(received=3, on_time=2, overdue=0),
        ready=("H48.16-261123-0003", "H48.16-261123-0002"),
        synced_ms=MONDAY_8_AM,
    )


def test_nothing_personal_is_among_them(tmp_path: Path) -> None:
    drop(tmp_path / "drop", [record(1, TrangThaiHoSo="9")])
    assert not any(word in str(told(tmp_path / "drop")) for word in ("Nguy", "3456", "khai sinh"))


def test_what_was_true_yesterday_is_not_todays(tmp_path: Path) -> None:
    drop(tmp_path / "drop", [record(1)], at_ms=MONDAY_8_AM - DAY_MS)
    old = told(tmp_path / "drop")
    assert old is not None
    assert old.today is None
    assert old.synced_ms == MONDAY_8_AM - DAY_MS
    assert told(tmp_path / "drop", MONDAY_8_AM + 30 * DAY_MS) is None, "nor the next month's"


def test_a_source_that_lists_nothing_has_no_figures(tmp_path: Path) -> None:
    drop(tmp_path / "drop", [])
    assert told(tmp_path / "drop") is None
    assert told(tmp_path / "nowhere") is None
    without = DossierLookup(None, HallClock())
    assert asyncio.run(without.known()) == ((), Sync())


def test_no_more_codes_than_a_board_can_show(tmp_path: Path) -> None:
    drop(tmp_path / "drop", [record(at, TrangThaiHoSo="9") for at in range(MOST_READY + 5)])
    figures = told(tmp_path / "drop")
    assert figures is not None
    assert len(figures.ready) == MOST_READY


def test_a_newer_file_changes_them_and_a_board_may_want_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_figures, "LOOK_EVERY_S", 0.0)
    folder = tmp_path / "drop"
    drop(folder, [record(1)])

    async def watched() -> list[int]:
        figures = BoardFigures(lookup_of(folder), HallClock(start_ms=MONDAY_8_AM), OFFSET_MIN)
        received: list[int] = []

        def changed() -> None:
            assert figures.now is not None
            received.append(figures.now.month.received)
            drop(folder, [record(1), record(2)], at_ms=MONDAY_8_AM + 1000)
            if len(received) == 2:
                task.cancel()

        task = asyncio.create_task(figures.watch(changed))
        with pytest.raises(asyncio.CancelledError):
            await task
        board = next(iter(small_devices().boards.values()))
        hall = Play().hall
        assert board_now(hall, board, figures.now).figures == figures.now
        assert board_now(hall, replace(board, show_figures=False), figures.now).figures is None
        return received

    assert asyncio.run(watched()) == [1, 2]
