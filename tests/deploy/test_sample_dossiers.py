"""Invented dossiers for the sample halls, and for no others."""

from pathlib import Path

from deploy.hall import SAMPLE
from deploy.sample_dossiers import FACTOR, with_dossiers
from shared.catalog.desk import Desk
from shared.catalog.dossiers.records import Reading
from shared.catalog.sources.file_drop import DossierDrop
from shared.config.loader import load_hall
from tests.fakes.halls import MONDAY_8_AM


def test_a_sample_hall_gets_dossiers(tmp_path: Path) -> None:
    file, code = with_dossiers(SAMPLE, tmp_path / "hall", MONDAY_8_AM)
    setup = load_hall(file)
    assert setup.plan == load_hall(SAMPLE).plan
    assert setup.dossiers is not None
    assert setup.dossiers.folder is not None
    source = DossierDrop(setup.dossiers.folder, Reading(b"key"))
    reply = Desk(source, b"key").ask("kiosk-1", code, FACTOR, MONDAY_8_AM)
    assert (reply.kind, reply.sync.last_ms) == ("found", MONDAY_8_AM)


def test_a_hall_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "hall.toml"
    assert with_dossiers(own, tmp_path / "copy", MONDAY_8_AM) == (own, "")
    assert list(tmp_path.iterdir()) == []
