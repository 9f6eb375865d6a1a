"""Tickets as dots: nothing clipped, marks whole, the QR code readable by a real reader."""

import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from shared.domain.devices import TicketPlan
from shared.printing.escpos import SLOW, pieces_of
from shared.printing.layout import FALL, PAPERS, WIDTH_DOTS, Bar, Number, QrCode, TextLine, lay_out
from shared.printing.picture import Paper, Picture
from shared.printing.raster import draw, drawing_application, text_width, ticket_picture
from shared.printing.ticket_words import TicketContent
from shared.printing.tools.samples import LONGEST
from shared.printing.virtual.png import png_bytes

LONGEST_IN_ENGLISH = TicketContent(
    unit_above="People's Committee of Nghia Lo – Son Tinh – Truong Quang Trong ward",
    hall="Public Administrative Service Centre of Nghia Lo – Son Tinh ward, second reception point",
    title="YOUR NUMBER",
    number="AF2999",
    bar="People with outstanding service to the revolution and their relatives",
    service="Land registration, certificates of land use rights and of ownership of land assets",
    counters="Counters 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23",
    ahead="128 people before you",
    issued="07:42 · 24/11/2026",
    qr="MOTCUA:K5QXE4TFNRSXEZLT",
    rule="Please wait for your number. After 3 calls, the next person in line is called.",
)


def ink_columns(picture: Picture) -> set[int]:
    """Return the columns with at least one black dot."""
    columns = 0
    for y in range(picture.height):
        columns |= int.from_bytes(picture.row(y), "big")
    return {x for x in range(picture.width) if columns >> (picture.width - 1 - x) & 1}


@pytest.mark.parametrize("content", [LONGEST, LONGEST_IN_ENGLISH], ids=["vi", "en"])
@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_the_longest_names_leave_the_edges_white(
    fonts: None, paper_mm: int, content: TicketContent
) -> None:
    layout = lay_out(content, PAPERS[paper_mm], text_width)
    dark = [replace(p, inverted=False) if isinstance(p, TextLine) else p for p in layout.placed]
    columns = ink_columns(
        draw(replace(layout, placed=tuple(p for p in dark if not isinstance(p, Bar))))
    )
    assert min(columns) >= 4
    assert max(columns) < WIDTH_DOTS[paper_mm] - 4


@pytest.mark.parametrize("content", [LONGEST, LONGEST_IN_ENGLISH], ids=["vi", "en"])
@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_nothing_is_drawn_over_anything_else(
    fonts: None, paper_mm: int, content: TicketContent
) -> None:
    """All the ink together is the ink of each thing alone."""
    layout = lay_out(content, PAPERS[paper_mm], text_width)
    alone = [p for p in layout.placed if not isinstance(p, Bar)]
    alone = [replace(p, inverted=False) if isinstance(p, TextLine) else p for p in alone]
    together = _ink(draw(replace(layout, placed=tuple(alone))))
    assert sum(_ink(draw(replace(layout, placed=(one,)))) for one in alone) == together


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
@pytest.mark.parametrize("number", ["A012", "AF2999", "7", "THỬ 2", "TEST 12"])
def test_the_number_is_two_centimetres_high(fonts: None, number: str, paper_mm: int) -> None:
    layout = lay_out(replace(LONGEST, number=number), PAPERS[paper_mm], text_width)
    (placed,) = [p for p in layout.placed if isinstance(p, Number)]
    rows = ink_rows(draw(replace(layout, placed=(placed,))))
    assert max(rows) - min(rows) + 1 >= 160


@pytest.mark.parametrize("number", ["THỬ 2", "TẾST", "A012"])
def test_marks_on_the_number_touch_nothing(fonts: None, number: str) -> None:
    layout = lay_out(replace(LONGEST, title="", number=number), PAPERS[80], text_width)
    at = next(at for at, p in enumerate(layout.placed) if isinstance(p, Number))
    above = ink_rows(draw(replace(layout, placed=layout.placed[:at])))
    rows = ink_rows(draw(replace(layout, placed=(layout.placed[at],))))
    below = ink_rows(draw(replace(layout, placed=layout.placed[at + 1 :])))
    assert max(above) + 4 < min(rows)
    assert max(rows) + 4 < min(below)


def ink_rows(picture: Picture) -> list[int]:
    """Return the rows with at least one black dot."""
    return [y for y in range(picture.height) if any(picture.row(y))]


@pytest.mark.parametrize("text", ["Ế", "Ộ", "Ẳ", "ƯỠ", "gợỵ", "Đặng"])
def test_stacked_marks_are_not_cut(fonts: None, text: str) -> None:
    """A line at the very top and bottom of the paper loses no dot of its ink."""
    bare = TicketContent(*[""] * 11)
    layout = lay_out(replace(bare, unit_above=text), PAPERS[80], text_width)
    line = next(p for p in layout.placed if isinstance(p, TextLine))
    tight = replace(layout, placed=(line,), height=line.baseline + round(line.size * FALL))
    roomy = replace(layout, placed=(replace(line, baseline=300),), height=500)
    assert _ink(draw(tight)) == _ink(draw(roomy)) > 0


def test_decomposed_letters_print_as_composed_ones(fonts: None) -> None:
    decomposed = replace(LONGEST, service=unicodedata.normalize("NFD", LONGEST.service))
    assert decomposed.service != LONGEST.service
    assert ticket_picture(decomposed, PAPERS[58]) == ticket_picture(LONGEST, PAPERS[58])


def _ink(picture: Picture) -> int:
    return sum(byte.bit_count() for byte in picture.rows)


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_a_real_reader_reads_the_qr_code(fonts: None, tmp_path: Path, paper_mm: int) -> None:
    file = tmp_path / "ticket.png"
    file.write_bytes(png_bytes(ticket_picture(LONGEST, PAPERS[paper_mm])))
    done = subprocess.run(["zbarimg", "-q", "--raw", file], check=True, capture_output=True)
    assert done.stdout.decode().strip() == LONGEST.qr


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
def test_the_qr_code_is_two_centimetres_wide_on_white(fonts: None, paper_mm: int) -> None:
    layout = lay_out(LONGEST, PAPERS[paper_mm], text_width)
    (code,) = [p for p in layout.placed if isinstance(p, QrCode)]
    columns = ink_columns(draw(replace(layout, placed=(code,))))
    assert max(columns) - min(columns) + 1 >= 160
    assert min(columns) - code.left == 4 * code.module_dots


def test_a_wide_number_is_squeezed_never_lowered(fonts: None) -> None:
    for mm in WIDTH_DOTS:
        layout = lay_out(LONGEST, PAPERS[mm], text_width)
        (number,) = [p for p in layout.placed if isinstance(p, Number)]
        short = ink_rows(draw(replace(layout, placed=(replace(number, text="A"),))))
        long = ink_rows(draw(replace(layout, placed=(replace(number, text="AAAAAA"),))))
        assert long == short


SLOW_BYTES_S = 19_200 / 10


@pytest.mark.parametrize("content", [LONGEST, LONGEST_IN_ENGLISH], ids=["vi", "en"])
@pytest.mark.parametrize("width", WIDTH_DOTS.values())
def test_even_the_longest_ticket_is_soon_through_a_slow_line(
    fonts: None, content: TicketContent, width: int
) -> None:
    picture = ticket_picture(replace(content, again="IN LẠI"), Paper(width, compact=True))
    pieces = [piece.data for piece in pieces_of(picture, SLOW)]
    bands = [piece for piece in pieces if b"\x1dv0" in piece]
    assert sum(map(len, pieces)) / SLOW_BYTES_S < 15, "a second is left for the cut"
    assert len(bands[0]) / SLOW_BYTES_S < 0.9, "the paper moves within a second"


@pytest.mark.parametrize("number", ["A012", "AF2999", "THỬ 2"])
def test_a_coarse_number_is_as_high_and_made_of_double_dots(fonts: None, number: str) -> None:
    content = replace(TicketContent(*[""] * 11), number=number)
    picture = ticket_picture(content, Paper(576, compact=True))
    rows = ink_rows(picture)
    fine = ink_rows(ticket_picture(content, Paper(576)))
    assert abs((max(rows) - min(rows)) - (max(fine) - min(fine))) <= 4
    bands = [p.data for p in pieces_of(picture, SLOW) if b"\x1dv0" in p.data]
    assert all(b"\x1dv0\x03" in band for band in bands)


def test_a_logo_is_drawn_in_black_and_white_in_the_middle(fonts: None, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    image = Image.new("RGB", (100, 40), "white")
    image.paste("darkred", (10, 10, 90, 30))
    image.save(file)
    bare = TicketContent(*[""] * 11)
    picture = ticket_picture(replace(bare, number="A"), PAPERS[80], TicketPlan(logo=str(file)))
    assert ink_rows(picture)[:20] == list(range(10, 30))
    row = picture.row(20)
    assert sum(byte.bit_count() for byte in row) == 80
    assert row == row[::-1], "as far from the left as from the right"


def test_a_logo_that_is_none_is_left_out_and_told(
    fonts: None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ticket = TicketPlan(logo=str(tmp_path / "away.png"))
    assert ticket_picture(LONGEST, PAPERS[80], ticket) == ticket_picture(LONGEST, PAPERS[80])
    assert "is no picture" in caplog.text


def test_there_is_something_to_draw_with_where_no_window_is(fonts: None) -> None:
    assert drawing_application() is drawing_application()
