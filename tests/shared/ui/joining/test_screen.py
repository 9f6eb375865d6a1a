"""The screen of a device that waits: its code, its words, and what comes of it."""

import argparse
import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shared.domain.commands import Role
from shared.domain.tasks import DeviceList, ListDevices, OpenPairing, PairDevice
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.link.addresses import state_folder
from shared.link.joining import Waiting
from shared.link.own import load_own, own_path
from shared.link.staff_call import asked
from shared.ui.joining.screen import MAIN_QML, JoiningController, belonging
from tests.qml.screens import Screen, shown
from tests.shared.ui.test_qt_link import HubThread

CODE = Waiting(code="482913", mark="7F3A")
SIZES = ((1920, 1080), (1080, 1920), (480, 960), (800, 500))


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubThread]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    hub = HubThread(tmp_path / "hub")
    yield hub
    hub.close()


@pytest.fixture
def screen(qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    controller = JoiningController(Role.PANEL, "vi")
    with shown(MAIN_QML, controller, qtbot) as screen:
        controller.waiting.emit(CODE)
        screen.settle()
        yield screen


def options(hub: HubThread, place: str | None = None) -> argparse.Namespace:
    return argparse.Namespace(
        place=place, hub=hub.at.url, hall=None, language="vi", size="960x540",
        fullscreen=False, screen=None, part=None,
    )  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_the_code_is_whole_at_every_size(screen: Screen, size: tuple[int, int]) -> None:
    screen.size(*size)
    screen.shows("code", "482 913")
    screen.shows("device", "Màn hình công dân tại quầy · thiết bị 7F3A")
    screen.check_layout()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HUB])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_role_has_its_words(role: Role, language: str, qapp: QGuiApplication) -> None:
    controller = JoiningController(role, language)
    assert controller.property("shown").value("device")


def test_after_a_wrong_code_it_rests(qtbot: QtBot, fonts: None) -> None:
    controller = JoiningController(Role.BOARD, "vi")
    with shown(MAIN_QML, controller, qtbot) as screen:
        controller.waiting.emit(Waiting(code="", mark="7F3A"))
        screen.settle()
        screen.shows_somewhere("Mã vừa nhập không đúng. Mã mới sẽ hiện sau ít phút.")


def test_a_device_of_the_hubs_user_belongs_without_a_screen(
    hub: HubThread, qapp: QGuiApplication
) -> None:
    note = LocalHub(hall="test-hall", address=hub.at.url, keeper=str(hub.at.keeper))
    LocalHubs(state_folder() / "hubs").leave(note)
    own = belonging(qapp, Role.COUNTER, options(hub, "counter-1"))
    assert own is not None
    assert own.place == "counter-1"
    assert belonging(qapp, Role.COUNTER, options(hub, "counter-1")) == own
    assert load_own(own_path(state_folder(), Role.COUNTER, "counter-1")) == own


def waits(hub: str, *seconds: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.shared.ui.joining.wait", hub, *seconds]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def test_a_device_shows_its_code_until_it_is_let_in(hub: HubThread) -> None:
    asyncio.run(asked(hub.at.url, hub.at.keeper, OpenPairing()))
    with waits(hub.at.url) as device:
        assert device.stdout is not None
        code = device.stdout.readline().split()[1]
        asyncio.run(let_in(hub, code))
        assert device.stdout.readline() == "place board-1\n"


async def let_in(hub: HubThread, code: str) -> None:
    """Staff type the code of the device that waits."""
    listed = None
    while listed is None or not listed.waiting:
        found = await asked(hub.at.url, hub.at.keeper, ListDevices())
        assert isinstance(found, DeviceList)
        listed = found
    task = PairDevice(mark=listed.waiting[0].mark, code=code, place="board-1")
    await asked(hub.at.url, hub.at.keeper, task)


def test_a_device_that_is_told_to_end_while_it_waits_ends(hub: HubThread) -> None:
    with waits(hub.at.url, "0.5") as device:
        assert device.stdout is not None
        assert device.stdout.read().endswith("place none\n")
        assert device.wait(10) == 0
