"""The citizen's panel as people use it: real touches."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF
from pytestqt.qtbot import QtBot

from counter_terminal import panel_state
from counter_terminal.app import QML
from counter_terminal.controllers.panel import PanelController
from shared.config.loader import load_hall
from shared.domain import commands
from shared.domain.hall import CounterState
from shared.domain.ids import OfficerId, TicketId
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import (
    PanelNow,
    Setup,
)
from shared.ui.rehearsal import centre_of
from tests.fakes.halls import (
    ONE,
    small_devices,
    small_plan,
)
from tests.fakes.link import FakeLink
from tests.qml.screens import Screen, shown

LARGE = Path(__file__).parents[3] / "deploy/halls/large.toml"
LAN = OfficerId("lan")
A001 = TicketId("20261123-A001")


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def panel(link: FakeLink, qtbot: QtBot, fonts: None) -> Iterator[Screen]:
    controller = PanelController(link, "counter-1", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(QML / "PanelMain.qml", controller, qtbot) as screen:
        link.connect_to_hall()
        yield screen


def test_a_panel_at_no_counter_says_so_too(link: FakeLink, qtbot: QtBot, fonts: None) -> None:
    controller = PanelController(link, "counter-9", "vi")  # type: ignore[arg-type]  # a stand-in
    with shown(QML / "PanelMain.qml", controller, qtbot) as panel:
        assert set(panel.texts()) == {"Đang kết nối…", "Tiếng Việt", "English"}
        link.linkChanged.emit(LinkChanged(LinkState.SEARCHING, 0, "unknown_place"))
        words = "counter-9: Thiết bị chưa được khai báo. Xin báo cán bộ phụ trách máy."
        panel.shows("headline", words)
        panel.check_layout()
        assert panel.window.title() == "counter-9 – công dân"


def test_the_citizens_window_is_told_from_the_officers(panel: Screen) -> None:
    panel.shows_somewhere("Quầy 1")
    assert panel.window.title() == "Quầy 1 – công dân"


def rating(ticket: TicketId | None, number: str = "") -> PanelNow:
    return PanelNow(
        counter=ONE, state=CounterState.OPEN, officer=LAN, pause_reason="", number=number,
        serving=bool(number), rating=ticket, rating_until_ms=0,
    )  # fmt: skip


def test_the_panel_shows_number_counter_and_officer(panel: Screen, link: FakeLink) -> None:
    link.tell(rating(None, "A001"))
    panel.shows("panel-number", "A001")
    assert {"Quầy 1", "Lan", "Đang phục vụ số"} <= set(panel.texts())


def test_a_good_mark_is_one_touch(panel: Screen, link: FakeLink) -> None:
    link.tell(rating(A001))
    panel.press("mark-good")
    assert link.sent == [commands.RateService(ticket=A001, level="good")]
    panel.shows("headline", "Xin cảm ơn ông/bà")


def test_a_poor_mark_is_asked_why(panel: Screen, link: FakeLink) -> None:
    link.tell(rating(A001))
    panel.press("mark-poor")
    assert link.sent == []
    panel.press("reason-slow")
    panel.press("rating-send")
    assert link.sent == [commands.RateService(ticket=A001, level="poor", reasons=("slow",))]


def test_a_poor_mark_is_sent_when_no_reason_comes(
    panel: Screen, link: FakeLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_state, "WHY_MS", 1)
    link.tell(rating(A001))
    panel.press("mark-poor")
    qtbot.waitUntil(lambda: link.sent == [commands.RateService(ticket=A001, level="poor")])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_marks_have_their_faces_at_once_and_their_names_whole(
    panel: Screen, link: FakeLink, language: str
) -> None:
    hall = load_hall(LARGE)
    plan = replace(hall.plan, officers=small_plan().officers)
    link.tell(Setup(plan=plan, devices=small_devices()))
    panel.size(1280, 800)
    link.tell(rating(A001))
    panel.item("mark-very-satisfied")
    panel.press(f"language-{language}")
    QCoreApplication.processEvents()
    picture = panel.window.grabWindow()
    for level in plan.rating_levels:
        mark = panel.item(f"mark-{level.id}")
        middle = centre_of(mark).x()
        top = mark.mapToScene(QPointF(0, 0)).y()
        column = {picture.pixelColor(int(middle), int(top) + y).name() for y in range(20, 180)}
        assert len(column) > 2, "no face was painted"
        texts = [i for i in panel.descendants(f"mark-{level.id}") if i.property("text")]
        assert not any(item.property("truncated") for item in texts)


def test_a_rating_that_closed_is_gone(panel: Screen, link: FakeLink) -> None:
    link.tell(rating(A001))
    panel.item("mark-good")
    link.tell(rating(None))
    panel.gone("mark-good")
    panel.shows("headline", "Xin chờ gọi số")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_on_the_panel_is_cut_or_nameless(
    panel: Screen, link: FakeLink, language: str
) -> None:
    panel.press(f"language-{language}")
    link.tell(rating(A001))
    panel.size(1280, 800)
    panel.check_layout()
    assert panel.overlaps() == []
    panel.press("mark-poor")
    panel.check_layout()
    assert panel.overlaps() == []
    assert panel.unnamed_controls() == []
