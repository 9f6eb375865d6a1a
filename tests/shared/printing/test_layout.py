"""Where things go on a ticket."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.printing.layout import (
    BODY_FLOOR_DOTS,
    MARGIN_DOTS,
    NUMBER_DOTS,
    WIDTH_DOTS,
    Face,
    Number,
    QrCode,
    TextLine,
    fitted,
    lay_out,
)
from shared.printing.ticket_words import TicketContent

CONTENT = TicketContent(
    unit_above="Ủy ban nhân dân xã",
    hall="Trung tâm Phục vụ hành chính công",
    title="SỐ THỨ TỰ",
    number="A012",
    bar="Người cao tuổi",
    service="Hộ tịch",
    counters="Quầy 1",
    ahead="Còn 3 người trước ông/bà",
    issued="07:42 · 24/11/2026",
    qr="MOTCUA:ABCDEFGHIJKLMNOP",
    rule="Xin chờ gọi số.",
)


def measure(text: str, face: Face, size: int) -> float:
    return len(text) * size * 0.6


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_everything_stands_below_what_is_above_it(paper_mm: int) -> None:
    layout = lay_out(CONTENT, paper_mm, measure)
    tops = [placed.top for placed in layout.placed]
    assert tops == sorted(tops)
    assert layout.width == WIDTH_DOTS[paper_mm]
    assert tops[-1] < layout.height


def test_the_number_is_two_centimetres_high_at_least() -> None:
    (number,) = [p for p in lay_out(CONTENT, 58, measure).placed if isinstance(p, Number)]
    assert number.height == NUMBER_DOTS >= 160


def test_the_qr_code_has_its_quiet_zone_and_two_centimetres() -> None:
    (code,) = [p for p in lay_out(CONTENT, 58, measure).placed if isinstance(p, QrCode)]
    side = len(code.modules) * code.module_dots
    assert side >= 160
    assert code.left >= 0
    assert all(not any(row) for row in code.modules[:4])


def test_lines_that_say_nothing_take_no_paper() -> None:
    bare = replace(CONTENT, bar="", counters="", qr="", unit_above="")
    assert lay_out(bare, 80, measure).height < lay_out(CONTENT, 80, measure).height


def test_only_the_priority_bar_is_inverted() -> None:
    lines = [p for p in lay_out(CONTENT, 80, measure).placed if isinstance(p, TextLine)]
    assert [line.text for line in lines if line.inverted] == ["Người cao tuổi"]


def test_a_long_line_shrinks_before_it_wraps() -> None:
    assert fitted("x" * 20, Face.TEXT, 40, 20, 360, measure) == (30, ["x" * 20])


@given(st.text(st.sampled_from("aÂế đ"), min_size=1, max_size=200), st.integers(60, 560))
def test_whatever_the_text_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    size, lines = fitted(text, Face.BOLD, 40, BODY_FLOOR_DOTS, width, measure)
    assert BODY_FLOOR_DOTS <= size <= 40
    assert all(measure(line, Face.BOLD, size) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_margins_are_kept() -> None:
    for mm, width in WIDTH_DOTS.items():
        for placed in lay_out(CONTENT, mm, measure).placed:
            if isinstance(placed, TextLine):
                assert measure(placed.text, placed.face, placed.size) <= width - 2 * MARGIN_DOTS
