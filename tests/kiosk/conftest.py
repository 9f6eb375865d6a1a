"""The kiosk on a screen out of sight, connected to the small hall."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk import catalogue as kiosk_catalogue
from kiosk.app import MAIN_QML
from kiosk.catalogue import Catalogue, Prepared
from kiosk.controllers.kiosk import KioskController
from shared.protocol.topics import KioskNow
from shared.ui import key_scanner
from tests.fakes.link import FakeLink
from tests.fakes.procedures import small_catalog
from tests.fakes.speech import FakeSpeech
from tests.fakes.ticket_printer import FIRST, WELL, FakePrinter
from tests.qml.screens import Screen, shown


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A catalogue that has not come yet."""
    return Catalogue(tmp_path / "kiosk-1")


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def speech(qtbot: QtBot) -> FakeSpeech:
    return FakeSpeech()


@pytest.fixture
def kiosk(
    link: FakeLink, catalogue: Catalogue, printer: FakePrinter, speech: FakeSpeech, qtbot: QtBot
) -> KioskController:
    stand_ins: Any = (link, printer, speech)
    hub, paper, voice = stand_ins
    return KioskController(hub, "kiosk-1", "vi", catalogue, paper, voice)


@pytest.fixture
def prepared(catalogue: Catalogue, kiosk: KioskController) -> Prepared:
    """The small catalogue has come."""
    here = kiosk_catalogue.prepared(small_catalog(), "small")
    catalogue.ready.emit(here)
    return here


@pytest.fixture
def fast_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of the test come a millisecond apart, however busy the machine is."""
    clock = count(1000)
    monkeypatch.setattr(key_scanner, "steady_ms", lambda: next(clock))


@pytest.fixture
def screen(
    kiosk: KioskController,
    link: FakeLink,
    printer: FakePrinter,
    qtbot: QtBot,
    fonts: None,
    fast_fingers: None,
) -> Iterator[Screen]:
    """The kiosk as it waits for somebody."""
    with shown(MAIN_QML, kiosk, qtbot) as screen:
        watching = kiosk.watch(screen.window, locked=True)
        link.connect_to_hall()
        printer.changed(FIRST, WELL)
        link.tell(KioskNow(day="2026-11-23", waiting=7))
        screen.item("attract")
        yield screen
        watching.locked = False
