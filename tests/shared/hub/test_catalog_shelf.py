"""The catalogue on its way to the kiosks: told, fetched in parts, and changed meanwhile."""

import asyncio
import logging
import os
from pathlib import Path

import pytest

from shared.catalog.store import FILE_NAME, CatalogStore, name_of
from shared.hub import catalog_shelf
from shared.hub.catalog_shelf import CatalogShelf
from shared.protocol.codec import encode
from shared.protocol.messages import Answer, Ask, CatalogPart, FetchCatalog
from shared.protocol.topics import CatalogNow
from tests.fakes.client import Client, greeted
from tests.fakes.halls import KIOSK
from tests.shared.hub.conftest import StartHub

DATA = bytes(range(256)) * 1500
VERSION = name_of(DATA)


async def fetched(kiosk: Client, version: str, offset: int) -> CatalogPart | None:
    question = FetchCatalog(version=version, offset=offset)
    await kiosk.connection.send(encode(Ask(id=f"part-{offset:08d}", question=question)), text=True)
    while not isinstance(answer := await kiosk.receive(), Answer):
        pass
    return answer.catalog


def test_a_kiosk_fetches_the_catalogue_in_parts(start_hub: StartHub, tmp_path: Path) -> None:
    CatalogStore(tmp_path / "catalogue").put(DATA)

    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            assert (await kiosk.topic(CatalogNow)).version == VERSION
            got = b""
            while len(got) < len(DATA):
                part = await fetched(kiosk, VERSION, len(got))
                assert part is not None
                assert (part.size, part.offset) == (len(DATA), len(got))
                got += part.data
            assert got == DATA
            assert await fetched(kiosk, VERSION, len(DATA)) is None
            assert await fetched(kiosk, "another", 0) is None

    asyncio.run(story())


def test_a_new_catalogue_is_told_while_the_hub_runs(
    start_hub: StartHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog_shelf, "LOOK_EVERY_S", 0.02)

    async def story() -> None:
        async with start_hub() as url, greeted(url, KIOSK) as kiosk:
            assert (await kiosk.topic(CatalogNow)).version == ""
            CatalogStore(tmp_path / "catalogue").put(DATA)
            assert (await kiosk.topic(CatalogNow)).version == VERSION

    asyncio.run(story())


def test_a_catalogue_that_cannot_be_read_is_told_and_the_old_one_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    CatalogStore(tmp_path).put(DATA)
    kept = CatalogShelf(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    os.utime(tmp_path / FILE_NAME, (1, 1))  # it may be of the very same moment else
    with caplog.at_level(logging.ERROR):
        assert not kept.look()
    assert "stays as it is" in caplog.text
    assert (kept.version, kept.data) == (VERSION, DATA)
