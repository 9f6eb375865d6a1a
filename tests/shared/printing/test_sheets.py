"""Checklists and rating slips: whole, within the paper, on the same way as tickets."""

from dataclasses import replace
from itertools import pairwise

import pytest

from shared.printing.layout import PAPERS, Box, TextLine
from shared.printing.raster import drawn
from shared.printing.sheets import Sheet, checklist, lay_out_sheet, rating_slip
from tests.fakes.halls import BIRTH, named, small_plan

PLAN = small_plan()
PAPERS_TO_BRING = (
    named("Giấy chứng sinh", "Birth notification from the hospital"),
    named("Thẻ căn cước hoặc hộ chiếu của người đi đăng ký khai sinh và của cha, mẹ đứa trẻ"),
)


def birth() -> Sheet:
    service = replace(PLAN.services[BIRTH], bring=PAPERS_TO_BRING)
    return checklist(PLAN, service, "vi")


def measure(text: str, face: object, size: int) -> float:
    return len(text) * size * 0.6


def test_a_checklist_names_what_to_bring() -> None:
    sheet = birth()
    assert (sheet.title, sheet.subject) == ("GIẤY TỜ CẦN MANG THEO", "Khai sinh")
    assert sheet.items[0] == "Giấy chứng sinh"
    english = checklist(PLAN, replace(PLAN.services[BIRTH], bring=PAPERS_TO_BRING), "en")
    assert english.items[0] == "Birth notification from the hospital"


def test_a_rating_slip_names_the_number_and_nobody() -> None:
    sheet = rating_slip(PLAN, "A012", "vi", qr="MOTCUA:TOKEN")
    assert "A012" in sheet.subject
    assert sheet.items == ("Hài lòng", "Bình thường", "Chưa hài lòng")
    assert sheet.qr


def test_every_item_has_a_box_before_it_and_stays_clear_of_it() -> None:
    layout = lay_out_sheet(birth(), PAPERS[58], measure)
    boxes = [placed for placed in layout.placed if isinstance(placed, Box)]
    items = [p for p in layout.placed if isinstance(p, TextLine) and p.left is not None]
    assert len(boxes) == 2
    assert len(items) > 2, "the long one takes several lines"
    for item in items:
        assert item.left is not None
        assert item.left >= boxes[0].left + boxes[0].side
        assert item.left + measure(item.text, item.face, item.size) <= layout.width
    for one, two in pairwise(boxes):
        assert one.top + one.side < two.top


@pytest.mark.parametrize("paper_mm", PAPERS)
@pytest.mark.parametrize("sheet", [birth(), rating_slip(PLAN, "A012", "vi")], ids=["bring", "rate"])
def test_they_are_drawn_with_white_edges(fonts: None, sheet: Sheet, paper_mm: int) -> None:
    picture = drawn(lambda m: lay_out_sheet(sheet, PAPERS[paper_mm], m))
    text_rows = [picture.row(y) for y in range(picture.height)]
    inked = [row for row in text_rows if any(row) and row != b"\xff" * picture.row_bytes]
    assert inked
    assert all(row[0] == row[-1] == 0 for row in inked)
