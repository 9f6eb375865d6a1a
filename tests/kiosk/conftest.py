"""The kiosk on a screen out of sight, connected to the small hall."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import MAIN_QML
from kiosk.controllers.kiosk import KioskController
from shared.protocol.topics import KioskNow
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def kiosk(link: FakeLink, qtbot: QtBot) -> KioskController:
    return KioskController(link, "vi")  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def screen(kiosk: KioskController, link: FakeLink, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    """The kiosk as it waits for somebody."""
    with shown(MAIN_QML, kiosk, qtbot) as screen:
        watch = kiosk.watch(screen.window, locked=True)
        link.connect_to_hall()
        link.tell(KioskNow(day="2026-11-23", waiting=7))
        screen.item("attract")
        yield screen
        watch.locked = False
