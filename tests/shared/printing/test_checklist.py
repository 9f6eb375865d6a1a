"""A checklist on paper: everything on it, nothing beyond its edges, nothing twice in one place."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from shared.printing.checklist import Checklist, lay_out_checklist
from shared.printing.layout import PAPERS, Box, QrCode, TextLine
from shared.printing.raster import drawn, text_width

LONG = (
    "Văn bản của người làm chứng xác nhận về việc sinh; nếu không có người làm chứng thì phải có "
    "giấy cam đoan về việc sinh; trường hợp khai sinh cho trẻ bị bỏ rơi phải có biên bản"
)
CONTENT = Checklist(
    hall="Trung tâm Phục vụ hành chính công xã Suối Trong",
    title="Đăng ký khai sinh",
    case="Trẻ sinh tại cơ sở y tế",
    facts=(("Thời gian", "1 ngày làm việc"), ("Lệ phí", "Miễn phí")),
    heading="Giấy tờ cần mang",
    papers=(("Giấy chứng sinh", "1 bản chính"), (LONG, "")),
    source="Mã 1.001193. Nguồn: Cơ sở dữ liệu quốc gia.",
    qr="https://example.vn/thu-tuc/1.001193",
)


@pytest.mark.parametrize("paper_mm", PAPERS)
def test_every_word_is_on_it_within_the_paper(qapp: QGuiApplication, paper_mm: int) -> None:
    layout = lay_out_checklist(CONTENT, PAPERS[paper_mm], text_width)
    lines = [each for each in layout.placed if isinstance(each, TextLine)]
    text = " ".join(line.text for line in lines)
    assert all(words in text for words in ("Đăng ký khai sinh", "Giấy chứng sinh", "1 bản chính"))
    assert LONG in text
    for line in lines:
        assert line.left is not None
        assert line.left + text_width(line.text, line.face, line.size) <= layout.width
    assert all(line.baseline < layout.height for line in lines)
    baselines = [line.baseline for line in lines]
    assert baselines == sorted(set(baselines)), "no line lies upon another"


def test_each_paper_has_a_box_and_the_page_its_code(qapp: QGuiApplication) -> None:
    layout = lay_out_checklist(CONTENT, PAPERS[80], text_width)
    assert sum(isinstance(each, Box) for each in layout.placed) == 2
    assert sum(isinstance(each, QrCode) for each in layout.placed) == 1
    bare = lay_out_checklist(replace(CONTENT, qr="", case=""), PAPERS[80], text_width)
    assert not any(isinstance(each, QrCode) for each in bare.placed)


def test_a_box_is_drawn_empty(qapp: QGuiApplication) -> None:
    layout = lay_out_checklist(CONTENT, PAPERS[80], text_width)
    box = next(each for each in layout.placed if isinstance(each, Box))
    picture = drawn(lambda measure: lay_out_checklist(CONTENT, PAPERS[80], measure))

    def dark(x: int, y: int) -> bool:
        return bool(picture.row(y)[x // 8] & (0x80 >> x % 8))

    edges = [(box.left, box.top), (box.left + box.side - 1, box.top + box.side - 1)]
    assert all(dark(x, y) for x, y in edges)
    assert not dark(box.left + box.side // 2, box.top + box.side // 2)
