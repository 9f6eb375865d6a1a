"""One task asked of the hub: answers, refusals, and hubs that do not answer."""

import asyncio
from pathlib import Path

import pytest

from shared.domain.commands import Role
from shared.domain.errors import UnknownPlace
from shared.domain.tasks import DeviceList, ListDevices
from shared.identity.credentials import Authority
from shared.link.own import kept
from shared.link.staff_call import NoAnswer, TaskRefused, asked, enrolled_here, invited
from tests.shared.hub.conftest import StartHub, start_hub

__all__ = ["start_hub"]


def test_a_task_is_answered(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            assert isinstance(await asked(hub.url, hub.keeper, ListDevices()), DeviceList)
            given = await enrolled_here(hub.url, hub.keeper, Role.KIOSK, "kiosk-1")
            assert (given.role, given.place) == ("kiosk", "kiosk-1")
            assert len(await invited(hub.url, hub.keeper, "lan")) == 11

    asyncio.run(story())


def test_a_refusal_is_told_as_it_is(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            with pytest.raises(TaskRefused) as refused:
                await enrolled_here(hub.url, hub.keeper, Role.KIOSK, "kiosk-9")
            assert refused.value.refusal == UnknownPlace()

    asyncio.run(story())


def test_who_does_not_belong_gets_no_answer(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            board = (await hub.let_in(Role.BOARD, "board-1")).path
            with pytest.raises(TaskRefused):
                await asked(hub.url, board, ListDevices())
            stranger = kept(tmp_path / "x.pem", Authority.new("x").device("head", "hub")).path
            with pytest.raises(NoAnswer):
                await asked(hub.url, stranger, ListDevices())

    asyncio.run(story())


def test_no_hub_and_no_credentials_are_told(tmp_path: Path) -> None:
    path = tmp_path / "none.pem"
    with pytest.raises(NoAnswer, match="there is no"):
        asyncio.run(asked("wss://127.0.0.1:9", path, ListDevices()))
    kept(path, Authority.new("x").device("head", "hub"))
    with pytest.raises(NoAnswer, match=r"127\.0\.0\.1:9"):
        asyncio.run(asked("wss://127.0.0.1:9", path, ListDevices()))
    path.write_text("damaged")
    with pytest.raises(NoAnswer, match="damaged"):
        asyncio.run(asked("wss://127.0.0.1:9", path, ListDevices()))
