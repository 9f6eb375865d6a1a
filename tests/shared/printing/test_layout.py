"""Where things go on a ticket."""

from dataclasses import replace

import pytest

from shared.domain.devices import TicketPlan
from shared.printing.layout import (
    MARGIN_DOTS,
    NUMBER_DOTS,
    NUMBER_MARKS_DOTS,
    PAPERS,
    WIDTH_DOTS,
    Bar,
    Face,
    Mark,
    Number,
    Placed,
    QrCode,
    TextLine,
    lay_out,
)
from shared.printing.picture import Paper, Picture
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


def top(placed: Placed) -> int:
    """Return where something's letters begin; marks may reach higher."""
    return placed.baseline - placed.size if isinstance(placed, TextLine) else placed.top


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_everything_stands_below_what_is_above_it(paper_mm: int) -> None:
    layout = lay_out(CONTENT, PAPERS[paper_mm], measure)
    tops = [top(placed) for placed in layout.placed]
    assert tops == sorted(tops)
    assert layout.width == WIDTH_DOTS[paper_mm]
    assert tops[-1] < layout.height


def test_the_number_is_two_centimetres_high_at_least() -> None:
    (number,) = [p for p in lay_out(CONTENT, PAPERS[58], measure).placed if isinstance(p, Number)]
    assert number.height == NUMBER_DOTS >= 160


@pytest.mark.parametrize("text", ["MOTCUA:ABCDEFGHIJKLMNOP", "A", "A" * 80])
def test_the_qr_code_has_its_quiet_zone_and_two_centimetres(text: str) -> None:
    layout = lay_out(replace(CONTENT, qr=text), PAPERS[58], measure)
    (code,) = [p for p in layout.placed if isinstance(p, QrCode)]
    assert (len(code.modules) - 8) * code.module_dots >= 160
    assert code.module_dots >= 6
    assert code.left >= 0
    assert all(not any(row) for row in code.modules[:4])


def test_marks_on_the_number_have_room() -> None:
    plain, marked = (
        lay_out(replace(CONTENT, number=n), PAPERS[80], measure) for n in ("THU", "THỬ")
    )
    assert marked.height == plain.height + NUMBER_MARKS_DOTS


def test_lines_that_say_nothing_take_no_paper() -> None:
    bare = replace(CONTENT, bar="", counters="", qr="", unit_above="")
    assert lay_out(bare, PAPERS[80], measure).height < lay_out(CONTENT, PAPERS[80], measure).height


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_only_the_priority_is_inverted_and_stands_on_a_bar(paper_mm: int) -> None:
    content = replace(CONTENT, bar="Người có công với cách mạng và thân nhân")
    placed = lay_out(content, PAPERS[paper_mm], measure).placed
    lines = [p for p in placed if isinstance(p, TextLine) and p.inverted]
    assert " ".join(line.text for line in lines) == content.bar
    bar = max((p for p in placed if isinstance(p, Bar)), key=lambda each: each.height)
    assert placed.index(bar) < placed.index(lines[0]), "white is drawn on black"
    assert bar.top < top(lines[0])
    assert bar.top + bar.height > lines[-1].baseline + 0.27 * lines[-1].size


def test_the_margins_are_kept() -> None:
    for mm, width in WIDTH_DOTS.items():
        for placed in lay_out(CONTENT, PAPERS[mm], measure).placed:
            if isinstance(placed, TextLine):
                assert measure(placed.text, placed.face, placed.size) <= width - 2 * MARGIN_DOTS


def texts(content: TicketContent, ticket: TicketPlan = TicketPlan()) -> list[str]:
    layout = lay_out(content, PAPERS[80], measure, ticket)
    return [p.text for p in layout.placed if isinstance(p, TextLine | Number)]


def test_a_copy_is_marked_right_below_its_number() -> None:
    said = texts(replace(CONTENT, again="IN LẠI"))
    assert said[said.index("A012") + 1] == "IN LẠI"
    assert "IN LẠI" not in texts(CONTENT)


def test_the_hall_chooses_its_lines_and_their_order() -> None:
    assert texts(CONTENT, TicketPlan(("issued", "number", "hall"))) == [
        CONTENT.issued, "A012", CONTENT.hall,
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "there"), [(320, True), (640, False)])
def test_a_logo_stands_first_if_it_fits(width: int, there: bool) -> None:
    logo = Picture(width, 8, bytes(width))
    layout = lay_out(CONTENT, PAPERS[80], measure, logo=logo)
    assert (layout.placed[0] == Mark(logo, 0)) is there
    assert layout.height == lay_out(CONTENT, PAPERS[80], measure).height + 20 * there


def test_on_a_slow_line_a_ticket_does_without_much_ink() -> None:
    usual = lay_out(CONTENT, PAPERS[80], measure)
    compact = lay_out(CONTENT, Paper(576, compact=True), measure)
    assert compact.height < usual.height
    said = [p for p in compact.placed if isinstance(p, TextLine)]
    assert {line.text for line in said}.isdisjoint({CONTENT.unit_above, CONTENT.rule})
    assert not any(line.inverted for line in said)
    assert all(bar.height == 2 for bar in compact.placed if isinstance(bar, Bar))
    (number,) = [p for p in compact.placed if isinstance(p, Number)]
    assert number.coarse
    assert number.top % 2 == 0
    assert compact.placed[0] is number, "it is drawn with the white around it"
