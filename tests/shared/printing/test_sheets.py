"""Rating slips: whole, within the paper, on the same way as tickets."""

from dataclasses import replace
from itertools import pairwise

import pytest

from shared.domain.plan import RatingLevel
from shared.printing.layout import PAPERS, Box, TextLine
from shared.printing.raster import drawn
from shared.printing.sheets import Sheet, lay_out_sheet, rating_slip
from tests.fakes.halls import named, small_plan

PLAN = small_plan()
LONG = "Rất hài lòng với thái độ phục vụ, sự hướng dẫn và thời gian giải quyết của bộ phận một cửa"


def rated() -> Sheet:
    levels = (RatingLevel("long", named(LONG)), *PLAN.rating_levels)
    return rating_slip(replace(PLAN, rating_levels=levels), "A012", "vi")


def measure(text: str, face: object, size: int) -> float:
    return len(text) * size * 0.6


def test_a_rating_slip_names_the_number_and_nobody() -> None:
    sheet = rating_slip(PLAN, "A012", "vi", qr="MOTCUA:TOKEN")
    assert "A012" in sheet.subject
    assert sheet.items == ("Hài lòng", "Bình thường", "Chưa hài lòng")
    assert sheet.qr


def test_every_item_has_a_box_before_it_and_stays_clear_of_it() -> None:
    layout = lay_out_sheet(rated(), PAPERS[58], measure)
    boxes = [placed for placed in layout.placed if isinstance(placed, Box)]
    items = [p for p in layout.placed if isinstance(p, TextLine) and p.left is not None]
    assert len(boxes) == 4
    assert len(items) > 4, "the long one takes several lines"
    for item in items:
        assert item.left is not None
        assert item.left >= boxes[0].left + boxes[0].side
        assert item.left + measure(item.text, item.face, item.size) <= layout.width
    for one, two in pairwise(boxes):
        assert one.top + one.side < two.top


@pytest.mark.parametrize("paper_mm", PAPERS)
def test_it_is_drawn_with_white_edges(fonts: None, paper_mm: int) -> None:
    picture = drawn(lambda m: lay_out_sheet(rated(), PAPERS[paper_mm], m))
    text_rows = [picture.row(y) for y in range(picture.height)]
    inked = [row for row in text_rows if any(row) and row != b"\xff" * picture.row_bytes]
    assert inked
    assert all(row[0] == row[-1] == 0 for row in inked)
