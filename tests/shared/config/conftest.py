"""A small whole hall to which each test adds what it is about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup, load_hall

Compose = Callable[..., Path]
HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]


@pytest.fixture
def compose(tmp_path: Path) -> Compose:
    """Write a hall file: ``extra`` follows its one field, ``hall`` stands in [hall]."""

    def write(extra: str = "", *, hall: str = "", top: str = "") -> Path:
        file = tmp_path / "hall.toml"
        field = '[[field]]\nid = "justice"\nname = "Tư pháp"\n'
        text = f'{top}\n[hall]\nname = "Trung tâm"\n{hall}\n{field}{extra}\n'
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def hall_of(compose: Compose) -> HallOf:
    """Return the set-up of a hall file that must be whole."""

    def load(extra: str = "", *, hall: str = "", top: str = "") -> HallSetup:
        return load_hall(compose(extra, hall=hall, top=top))

    return load


@pytest.fixture
def errors_of(compose: Compose) -> FoundIn:
    """Return the mistakes of a hall file as ``key: message``, none when it is whole."""

    def load(extra: str = "", *, hall: str = "", top: str = "") -> list[str]:
        try:
            load_hall(compose(extra, hall=hall, top=top))
        except HallFileErrors as failure:
            return [f"{error.key}: {error.message}" for error in failure.errors]
        return []

    return load


@pytest.fixture
def warnings_of(hall_of: HallOf) -> FoundIn:
    """Return the warnings of a whole hall file as ``key: message``."""

    def load(extra: str = "", *, hall: str = "", top: str = "") -> list[str]:
        setup = hall_of(extra, hall=hall, top=top)
        return [f"{warning.key}: {warning.message}" for warning in setup.warnings]

    return load
