"""For all tests: Qt paints out of sight by software, and QML may not warn."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from hypothesis import settings
from PySide6.QtGui import QGuiApplication

from shared.ui.application import load_fonts
from shared.ui.garbage import collect_what_is_due
from tests.fakes.sound import sound_card as run_sound_card

gc.disable()

# No test asserts a time, on a machine that others use too.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Let pytest-qt make the application that our apps use."""
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def state_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What hubs and devices under test remember must not be this user's."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture
def fonts(qapp: QGuiApplication) -> None:
    """The house's typefaces."""
    load_fonts()


@pytest.fixture(autouse=True)
def garbage_between_tests() -> Iterator[None]:
    """A test's network thread must not delete the Qt objects of the test before."""
    yield
    gc.unfreeze()  # an app under test may have set apart what it found
    collect_what_is_due()


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    """An app under test sends the log elsewhere; the next test must not follow it there."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


@pytest.fixture
def sound_card(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a sound card made of software."""
    with run_sound_card(tmp_path) as env:
        yield env
