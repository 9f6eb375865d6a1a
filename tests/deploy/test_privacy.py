"""``motcua privacy`` says what there is: every table and file of a hub is on its list."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deploy.motcua import main
from deploy.privacy import KEPT, NOT_KEPT
from shared.domain.commands import IssueTicket
from tests.fakes.client import greeted
from tests.fakes.halls import BIRTH, DISPENSER, ONE, at
from tests.shared.hub.conftest import StartHub, start_hub

__all__ = ["start_hub"]

NOT_OF_PEOPLE = {"authority.pem", "hub.pem", "keeper.pem"}
"""Keys of machines."""

TABLES = {"events", "replies", "days"}


def run_a_hall(start_hub: StartHub) -> None:
    async def story() -> None:
        async with (
            start_hub() as hub,
            greeted(hub, DISPENSER) as dispenser,
            greeted(hub, at(ONE)) as staff,
        ):
            await dispenser.do(IssueTicket(service=BIRTH))
            await staff.sign_in()

    asyncio.run(story())


def test_every_file_and_table_is_on_the_list(start_hub: StartHub, tmp_path: Path) -> None:
    run_a_hall(start_hub)
    listed = " ".join(each.where for each in KEPT)
    files = {path.name for path in (tmp_path / "keys").iterdir() if path.is_file()}
    assert {name for name in files if name not in listed} == NOT_OF_PEOPLE
    with closing(sqlite3.connect(tmp_path / "hall.db")) as conn:
        names = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema")}
    assert {name for name in names if not name.startswith("sqlite_")} == TABLES


def test_it_is_printed_with_the_sizes_of_a_hubs_files(
    start_hub: StartHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_a_hall(start_hub)
    assert main(["privacy", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert all(each.what in told for each in KEPT)
    assert all(each in told for each in NOT_KEPT)
    assert "hall.db" in told.rpartition("Files in")[2]
    assert main(["privacy"]) == 0
