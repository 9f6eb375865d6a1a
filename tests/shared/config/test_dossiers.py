"""[dossiers]: one source, told right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.config.dossiers import DossierPlan, ServicePlan
from shared.config.loader import HallSetup

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

SERVICE = (
    '[dossiers]\nservice = {address = "https://lgsp.example.vn", unit = "H48.12", '
    'username = "hall", password_file = "secret.txt"}\n'
)


def test_without_the_section_there_is_no_lookup(hall_of: HallOf) -> None:
    setup = hall_of()
    assert setup.dossiers is None
    assert setup.devices.dossier_factors == ()


def test_a_folder_is_a_source(hall_of: HallOf, tmp_path: Path) -> None:
    text = '[dossiers]\nfolder = "drop"\nsecond_factor = ["phone"]\nstates = {"12" = 4}\n'
    setup = hall_of(text)
    assert setup.dossiers == DossierPlan(("phone",), folder=tmp_path / "drop", states={"12": 4})
    assert setup.devices.dossier_factors == ("phone",)


def test_the_national_service_is_a_source(hall_of: HallOf, tmp_path: Path) -> None:
    service = ServicePlan("https://lgsp.example.vn", "H48.12", "hall", tmp_path / "secret.txt")
    assert hall_of(SERVICE).dossiers == DossierPlan(("phone", "id_number"), service=service)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[dossiers]\n", ["dossiers.folder: Name one source: a folder, or a service."]),
        (
            SERVICE + 'folder = "drop"\n',
            ["dossiers.folder: Name one source: a folder, or a service."],
        ),
        (
            SERVICE.replace("https", "ftp"),
            ['dossiers.service.address: "ftp://lgsp.example.vn" is no web address; it begins with'
             " https://."],
        ),
        (
            '[dossiers]\nfolder = "drop"\nstates = {"12" = 11}\n',
            ["dossiers.states.12: 11 is not between 1 and 10."],
        ),
    ],
)  # fmt: skip
def test_mistakes_are_told(errors_of: FoundIn, text: str, found: list[str]) -> None:
    assert errors_of(text) == found
