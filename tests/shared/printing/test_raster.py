"""Tickets as dots: nothing clipped, marks whole, the QR code readable by a real reader."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from shared.printing.layout import WIDTH_DOTS, Rule, TextLine, lay_out
from shared.printing.picture import Picture
from shared.printing.raster import draw, text_width, ticket_picture
from shared.printing.ticket_words import TicketContent
from shared.printing.virtual.png import png_bytes

LONGEST = TicketContent(
    unit_above="ỦY BAN NHÂN DÂN PHƯỜNG NGHĨA LỘ – SƠN TỊNH – TRƯƠNG QUANG TRỌNG",
    hall="Trung tâm Phục vụ hành chính công phường Nghĩa Lộ – Sơn Tịnh, điểm tiếp nhận số 2",
    title="SỐ THỨ TỰ",
    number="AF299",
    bar="Người có công với cách mạng và thân nhân người có công",
    service="Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản",
    counters="Quầy 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
    ahead="Còn 128 người trước ông/bà",
    issued="07:42 · 24/11/2026",
    qr="MOTCUA:K5QXE4TFNRSXEZLT",
    rule="Xin chờ gọi số. Gọi 3 lần không có mặt sẽ chuyển người kế tiếp.",
)


def ink_columns(picture: Picture) -> set[int]:
    columns = set()
    for y in range(picture.height):
        bits = int.from_bytes(picture.row(y), "big")
        columns |= {x for x in range(picture.width) if bits >> (picture.width - 1 - x) & 1}
    return columns


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_the_longest_names_leave_the_edges_white(fonts: None, paper_mm: int) -> None:
    columns = ink_columns(ticket_picture(replace(LONGEST, bar=""), paper_mm))
    rule_free = ink_columns(_without_rule(paper_mm))
    assert min(columns) == 0  # the thin rule goes from edge to edge, nothing else does
    assert min(rule_free) >= 4
    assert max(rule_free) < WIDTH_DOTS[paper_mm] - 4


def _without_rule(paper_mm: int) -> Picture:
    layout = lay_out(replace(LONGEST, bar=""), paper_mm, text_width)
    kept = tuple(p for p in layout.placed if not isinstance(p, Rule))
    return draw(replace(layout, placed=kept))


@pytest.mark.parametrize("text", ["Ế", "Ộ", "Ẫ", "ƯỠ", "gợ", "Đặng"])
def test_stacked_marks_are_not_cut(fonts: None, text: str) -> None:
    """A line drawn in its own band has as much ink as drawn with room to spare."""
    layout = lay_out(replace(LONGEST, service=text), 80, text_width)
    (line,) = [p for p in layout.placed if isinstance(p, TextLine) and p.text == text]
    tight = replace(layout, placed=(replace(line, top=0),), height=line.height)
    roomy = replace(layout, placed=(replace(line, top=200),), height=line.height + 400)
    assert _ink(draw(tight)) == _ink(draw(roomy)) > 0


def _ink(picture: Picture) -> int:
    return sum(byte.bit_count() for byte in picture.rows)


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_a_real_reader_reads_the_qr_code(fonts: None, tmp_path: Path, paper_mm: int) -> None:
    file = tmp_path / "ticket.png"
    file.write_bytes(png_bytes(ticket_picture(LONGEST, paper_mm)))
    done = subprocess.run(["zbarimg", "-q", "--raw", file], check=True, capture_output=True)
    assert done.stdout.decode().strip() == LONGEST.qr


def test_a_wide_number_is_squeezed_never_lowered(fonts: None) -> None:
    narrow = ticket_picture(LONGEST, 58)
    wide = ticket_picture(LONGEST, 80)
    assert narrow.width == 384
    assert narrow.height >= wide.height
