"""The watchers themselves: each fault is planted once, and must be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.qml.gallery import GalleryModel
from tests.qml.screens import Screen, shown

FRAME = """
import QtQuick
import QtQuick.Templates as T
import Motcua
MWindow {{
    required property var screenModel
    width: 1920; height: 1080
    Item {{ anchors.fill: parent; {body} }}
}}
"""
LONG = "Liên thông đăng ký khai sinh"
HEALTHY = f'MText {{ x: 40; y: 40; width: 900; text: "{LONG}" }}'
FAULTS = {
    "wider": f'Text {{ x: 40; width: 50; text: "{LONG}" }}',
    "higher": f'Text {{ width: 200; height: 20; wrapMode: Text.Wrap; text: "{LONG} {LONG}" }}',
    "leaves": f'MText {{ x: 1800; y: 40; width: 900; text: "{LONG}" }}',
    "leaves the window": f'MText {{ x: 40; y: 1070; width: 900; text: "{LONG}" }}',
    "lies upon": f'{HEALTHY} NumberText {{ x: 60; y: 40; text: "A012" }}',
}
FINE = {
    "healthy": HEALTHY,
    "elided": f'MText {{ x: 40; y: 40; width: 90; maximumLineCount: 1; text: "{LONG}" }}',
    "side by side": f'{HEALTHY} NumberText {{ x: 960; y: 20; text: "A012" }}',
    "aligned apart": (
        f"{HEALTHY} MText {{ x: 40; y: 40; width: 1800; horizontalAlignment: Text.AlignRight; "
        'text: "07:45" }'
    ),
    "scrolled away": (
        "ListView { anchors.fill: parent; clip: true; model: 60; "
        f'delegate: MText {{ required property int index; width: 900; text: "{LONG}" }} }}'
    ),
    "hidden": f'{HEALTHY} MText {{ x: 40; y: 40; visible: false; text: "{LONG}" }}',
}


@pytest.fixture
def screen(
    request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot, fonts: None
) -> Iterator[Screen]:
    file = tmp_path / "Main.qml"
    file.write_text(FRAME.format(body=request.param), encoding="utf-8")
    with shown(file, GalleryModel(), qtbot) as screen:
        yield screen


@pytest.mark.parametrize(
    ("screen", "fault"), [(body, fault) for fault, body in FAULTS.items()],
    indirect=["screen"], ids=FAULTS,
)  # fmt: skip
def test_a_fault_in_the_layout_is_seen(screen: Screen, fault: str) -> None:
    with pytest.raises(AssertionError, match=fault):
        screen.check_layout()


@pytest.mark.parametrize("screen", FINE.values(), indirect=True, ids=FINE)
def test_what_is_right_is_left_alone(screen: Screen) -> None:
    screen.check_layout()


@pytest.mark.parametrize(
    ("screen", "faults"),
    [
        ("T.Button { width: 100; height: 100 }", 1),
        ("TextInput { width: 100; height: 40; Accessible.role: Accessible.EditableText }", 1),
        ('MButton { text: "Xem" }', 0),
        ("MButton { visible: false }", 0),
    ],
    indirect=["screen"],
)
def test_a_control_without_a_name_is_seen(screen: Screen, faults: int) -> None:
    assert len(screen.unnamed_controls()) == faults
