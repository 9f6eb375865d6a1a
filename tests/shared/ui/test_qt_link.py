"""The bridge between the network thread and Qt, against a real hub in this process's reach."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.clock import HallClock
from shared.domain.commands import IssueTestTicket, Role
from shared.domain.tasks import RevokeDevice
from shared.hub.running import HubOptions, run_hub
from shared.identity.credentials import Authority, load_credentials
from shared.identity.hall_keys import HallKeys
from shared.link.own import Own, kept, load_own
from shared.link.staff_call import asked
from shared.protocol.messages import Answer, Done, FindTicket, HubFrame
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Setup
from shared.ui.qt_link import QtLink
from tests.fakes.client import HubAt
from tests.fakes.halls import MONDAY_8_AM, small_devices, small_plan
from tests.fakes.ports import port_for_pairing


class HubThread:
    """A hub with its own event loop in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        self._started.wait(10)

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        ready: asyncio.Future[int] = self._loop.create_future()
        keys = HallKeys(self._folder / "keys", "test-hall", MONDAY_8_AM)
        hub = asyncio.create_task(
            run_hub(
                HubOptions(data=self._folder, port=port_for_pairing()),
                small_plan(),
                small_devices(),
                keys,
                HallClock(start_ms=MONDAY_8_AM),
                ready=ready,
                stop=self._stop,
            )
        )
        self.at = HubAt(f"wss://127.0.0.1:{await ready}", keys.folder / "keeper.pem")
        self.own = await self.at.let_in(Role.COUNTER, "counter-1")
        self._started.set()
        await hub

    def close(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(10)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    hub = HubThread(tmp_path / "hub")
    yield hub
    hub.close()


@pytest.fixture
def link(hub: HubThread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtLink]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    link = QtLink(Role.COUNTER, hub.own, hub.at.url)
    yield link
    link.stop()


def test_frames_come_out_and_commands_go_in(link: QtLink, qtbot: QtBot) -> None:
    frames: list[HubFrame] = []
    threads: set[threading.Thread] = set()
    link.frame.connect(frames.append)
    link.frame.connect(lambda frame: threads.add(threading.current_thread()))
    link.start()
    qtbot.waitUntil(lambda: any(isinstance(getattr(f, "value", 0), Setup) for f in frames))
    request = link.send(IssueTestTicket())
    qtbot.waitUntil(lambda: any(isinstance(f, Done) and f.id == request for f in frames))
    question = link.ask(FindTicket(number="A001"))
    qtbot.waitUntil(lambda: any(isinstance(f, Answer) and f.id == question for f in frames))
    assert threads == {threading.main_thread()}, "signals belong to the GUI thread"
    assert link.hub_now_ms() >= MONDAY_8_AM


def test_what_is_asked_before_the_start_is_sent_later(link: QtLink, qtbot: QtBot) -> None:
    frames: list[HubFrame] = []
    link.frame.connect(frames.append)
    link.start()
    request = link.send(IssueTestTicket())
    qtbot.waitUntil(lambda: any(isinstance(f, Done) and f.id == request for f in frames))


def test_a_hub_that_goes_is_noticed_and_stopping_is_clean(
    hub: HubThread, link: QtLink, qtbot: QtBot
) -> None:
    changes: list[LinkChanged] = []
    link.linkChanged.connect(changes.append)
    link.start()
    qtbot.waitUntil(lambda: [c.state for c in changes] == [LinkState.CONNECTED])
    hub.close()
    qtbot.waitUntil(lambda: changes[-1].state is LinkState.LOST, timeout=10_000)
    link.stop()
    link.stop()


def test_without_a_hub_requests_are_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    own = kept(tmp_path / "own.pem", Authority.new("test-hall").device("dispenser", "dispenser-1"))
    link = QtLink(Role.DISPENSER, own, "wss://127.0.0.1:9")
    expired: list[str] = []
    link.expired.connect(expired.append)
    link.start()
    request = link.send(IssueTestTicket(), give_up_s=0.1)
    qtbot.waitUntil(lambda: expired == [request])
    link.stop()


def test_a_device_that_was_revoked_is_nobody_again(
    hub: HubThread, link: QtLink, qtbot: QtBot
) -> None:
    link.start()
    mark = fingerprint_of(hub.own)
    with qtbot.waitSignal(link.shutOut, timeout=10_000):
        asyncio.run(asked(hub.at.url, hub.at.keeper, RevokeDevice(mark=mark)))
    assert load_own(hub.own.path) is None


def fingerprint_of(own: Own) -> str:
    credentials = load_credentials(own.path)
    assert credentials is not None
    return credentials.fingerprint
