"""Invented dossiers for the sample halls, and for no others."""

import asyncio
from pathlib import Path

from deploy.hall import SAMPLE
from deploy.sample_dossiers import FACTOR, with_dossiers
from shared.catalog.desk import Desk
from shared.catalog.dossiers.records import Reading
from shared.catalog.sources.file_drop import DossierDrop
from shared.clock import HallClock
from shared.config.loader import load_hall
from shared.domain.plan import HO_CHI_MINH_OFFSET_MIN
from shared.hub.dossier_lookup import DossierLookup
from shared.hub.figures import counted
from shared.protocol.topics import DossierCount
from tests.fakes.halls import MONDAY_8_AM


def test_a_sample_hall_gets_dossiers(tmp_path: Path) -> None:
    file, code = with_dossiers(SAMPLE, tmp_path / "hall", MONDAY_8_AM)
    setup = load_hall(file)
    assert setup.plan == load_hall(SAMPLE).plan
    assert setup.dossiers is not None
    assert setup.dossiers.folder is not None
    source = DossierDrop(setup.dossiers.folder, Reading(b"key"), lambda: MONDAY_8_AM)
    reply = Desk(source, b"key").ask("kiosk-1", code, FACTOR, MONDAY_8_AM)
    assert (reply.kind, reply.sync.last_ms) == ("found", MONDAY_8_AM)


def test_its_board_has_figures_to_show(tmp_path: Path) -> None:
    file, _ = with_dossiers(SAMPLE, tmp_path / "hall", MONDAY_8_AM)
    clock = HallClock(start_ms=MONDAY_8_AM)
    known, sync = asyncio.run(DossierLookup(load_hall(file).dossiers, clock).known())
    figures = counted(known, sync, MONDAY_8_AM, HO_CHI_MINH_OFFSET_MIN)
    assert figures is not None
    assert figures.today == DossierCount(received=5, on_time=4, overdue=1)
    assert figures.ready


def test_a_hall_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "hall.toml"
    assert with_dossiers(own, tmp_path / "copy", MONDAY_8_AM) == (own, "")
    assert list(tmp_path.iterdir()) == []
