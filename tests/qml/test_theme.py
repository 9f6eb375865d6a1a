"""Contrast, computed from the tokens: 4.5 to 1 for all words, 7 to 1 on the wall."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "shared/ui/qml/Motcua/Theme.qml"
FOUND = re.findall(
    r'property color (\w+): (?:highContrast \? "#([0-9A-F]{6})" : )?"#([0-9A-F]{6})"',
    THEME.read_text(encoding="utf-8"),
)
COLOURS: dict[str, str] = {name: usual for name, _, usual in FOUND}
STRONG: dict[str, str] = {name: strong or usual for name, strong, usual in FOUND}
"""The same names for whoever asked for high contrast."""

# What stands on what, in the components and the apps.
WORDS_ON = {
    "paper": ["ink", "inkSoft", "primary", "accent", "good", "warnInk"],
    "card": ["ink", "inkSoft", "primary", "accent", "good", "warnInk"],
    "idle": ["ink", "idleInk"],
    "primary": ["primaryInk"],
    "primaryPressed": ["primaryInk"],
    "accent": ["primaryInk"],
    "warnPaper": ["warnInk"],
}
ON_THE_WALL = {
    "night": ["nightText", "nightSoft", "gold"],
    "nightCard": ["nightText", "nightSoft", "gold"],
    "gold": ["goldInk"],
}
NUMBERS_ON = {"paper": ["ink", "primary"], "card": ["ink", "primary"]}


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, colours: dict[str, str] = COLOURS) -> float:
    dark, light = sorted((luminance(colours[one]), luminance(colours[other])))
    return (light + 0.05) / (dark + 0.05)


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(ink, paper) for paper, inks in table.items() for ink in inks]


@pytest.mark.parametrize(("ink", "paper"), pairs(WORDS_ON))
def test_words_are_read_easily(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize(("ink", "paper"), pairs(ON_THE_WALL) + pairs(NUMBERS_ON))
def test_the_wall_and_numbers_are_read_from_afar(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 7


@pytest.mark.parametrize(("ink", "paper"), pairs(WORDS_ON))
def test_high_contrast_is_high_for_all_words(ink: str, paper: str) -> None:
    assert contrast(ink, paper, STRONG) >= 7


@pytest.mark.parametrize("paper", ["paper", "card"])
def test_high_contrast_has_edges_and_a_focus_that_are_seen(paper: str) -> None:
    assert contrast("line", paper, STRONG) >= 7
    assert contrast("focus", paper, STRONG) >= 7


@pytest.mark.parametrize("paper", ["paper", "card"])
def test_the_focus_ring_and_the_edges_of_controls_are_seen(paper: str) -> None:
    assert contrast("focus", paper) >= 3
    assert contrast("edge", paper) >= 3


CONTROLS = (
    "shared/ui/qml/Motcua/MButton.qml",
    "shared/ui/qml/Motcua/TextEntry.qml",
    "shared/ui/qml/Motcua/Tile.qml",
    "shared/ui/qml/Motcua/Door.qml",
    "kiosk/qml/components/FoundRow.qml",
    "counter_terminal/qml/components/MarkButton.qml",
)


@pytest.mark.parametrize("control", CONTROLS)
def test_no_control_has_the_faint_line_of_a_card(control: str) -> None:
    qml = (THEME.parents[4] / control).read_text(encoding="utf-8")
    assert "Theme.edge" in qml
    assert "Theme.line" not in qml


def test_every_ink_is_measured() -> None:
    measured = {ink for table in (WORDS_ON, ON_THE_WALL) for inks in table.values() for ink in inks}
    surfaces = {*WORDS_ON, *ON_THE_WALL}
    not_for_words = {"line", "edge", "nightLine", "focus"}
    assert measured | surfaces | not_for_words == COLOURS.keys()


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert (luminance("FFFFFF") + 0.05) / (luminance("000000") + 0.05) == pytest.approx(21)
