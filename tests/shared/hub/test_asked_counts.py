"""What the hall's kiosks look up most: counted, told to all of them, kept."""

import asyncio
import logging
from pathlib import Path

import pytest

from shared.catalog.asked_file import FILE_NAME
from shared.clock import HallClock
from shared.domain.commands import ConfirmShown
from shared.hub import asked_counts
from shared.hub.asked_counts import MOST_TOLD, AskedCounts
from shared.protocol.codec import encode
from shared.protocol.messages import Looked
from shared.protocol.topics import AskedNow
from tests.fakes.client import HubAt, greeted
from tests.fakes.halls import BOARD, KIOSK, MONDAY_8_AM, small_plan
from tests.shared.hub.conftest import StartHub

MONTH_MS = 31 * 86_400_000
BIRTH = AskedNow(month="2026-11", counts={"1.001193": 2})


def counts_in(folder: Path, at_ms: int = MONDAY_8_AM) -> AskedCounts:
    return AskedCounts(folder, small_plan(), HallClock(start_ms=at_ms))


def test_every_kiosk_is_told_and_a_restart_forgets_nothing(
    start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked_counts, "KEEP_EVERY_S", 0.02)

    async def told(hub: HubAt, looks: int) -> AskedNow:
        async with greeted(hub, KIOSK) as kiosk:
            for _ in range(looks):
                await kiosk.connection.send(encode(Looked(code="1.001193")), text=True)
            while (now := await kiosk.topic(AskedNow)) != BIRTH:
                pass
            return now

    async def story() -> None:
        async with start_hub() as url:
            assert await told(url, looks=2) == BIRTH
        async with start_hub() as url:
            assert await told(url, looks=0) == BIRTH

    asyncio.run(story())


def test_only_those_who_look_things_up_are_counted(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as url, greeted(url, BOARD) as board:
            await board.connection.send(encode(Looked(code="1.001193")), text=True)
            await board.do(ConfirmShown(call=1))  # answered after what came before

    asyncio.run(story())
    assert not (tmp_path / FILE_NAME).exists()


def test_another_month_begins_at_nothing(tmp_path: Path) -> None:
    kept_by(tmp_path)
    assert counts_in(tmp_path).now == AskedNow(month="2026-11", counts={"1.001193": 1})
    assert counts_in(tmp_path, MONDAY_8_AM + MONTH_MS).now == AskedNow(month="2026-12", counts={})


def test_what_is_told_is_worked_out_once_for_each_look(tmp_path: Path) -> None:
    counts = counts_in(tmp_path)
    counts.looked("1.001193")
    assert counts.now is counts.now
    before = counts.now
    counts.looked("1.001193")
    assert (before.counts, counts.now.counts) == ({"1.001193": 1}, {"1.001193": 2})


def test_no_more_are_told_than_kiosks_show(tmp_path: Path) -> None:
    counts = counts_in(tmp_path)
    for number in range(MOST_TOLD + 5):
        counts.looked(f"1.{number:06d}")
    assert len(counts.now.counts) == MOST_TOLD


def test_a_file_that_is_none_and_a_disk_that_refuses_are_borne(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert counts_in(tmp_path).now.counts == {}
        (tmp_path / FILE_NAME).unlink()
        (tmp_path / FILE_NAME).mkdir()
        kept_by(tmp_path)
    assert "is forgotten" in caplog.text
    assert "is not kept" in caplog.text


def kept_by(folder: Path) -> None:
    """Count one look and end."""

    async def story() -> None:
        counts = counts_in(folder)
        counts.looked("1.001193")
        keeping = asyncio.create_task(counts.keep())
        await asyncio.sleep(0)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    asyncio.run(story())
