"""Pictures as ESC/POS bytes, judged by our printer and by a decoder we did not write."""

import base64
import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.printing.escpos import BAND_ROWS, CUT, ticket_bytes
from shared.printing.picture import Picture
from shared.printing.raster import ticket_picture
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile
from tests.shared.printing.test_raster import LONGEST

DECODER = Path(__file__).parents[2] / "decoder" / "decode.mjs"


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_a_decoder_we_did_not_write_sees_the_same_dots(
    fonts: None, tmp_path: Path, paper_mm: int
) -> None:
    picture = ticket_picture(LONGEST, paper_mm)
    file = tmp_path / "ticket.bin"
    file.write_bytes(ticket_bytes(picture))
    output = subprocess.run(["node", DECODER, file], check=True, capture_output=True).stdout
    seen = json.loads(output)
    assert seen["accounted"] == seen["size"]
    assert (seen["width"], seen["sameWidth"], seen["cuts"]) == (picture.width, True, 1)
    assert base64.b64decode(seen["rows"]) == picture.rows


@given(st.binary(min_size=8 * 300, max_size=8 * 300), st.sets(st.integers(0, 299)))
def test_the_virtual_printer_burns_what_was_meant(data: bytes, blank: set[int]) -> None:
    rows = [b"\x00" * 8 if y in blank else data[y * 8 : y * 8 + 8] for y in range(300)]
    rows = [row.replace(b"\x10", b"\x11") for row in rows]
    picture = Picture(64, 300, b"".join(rows))
    printer = VirtualPrinter(Profile(width_dots=64))
    printer.receive(ticket_bytes(picture), 0)
    printer.advance(60_000)
    assert [slip.body for slip in printer.tickets] == [picture]
    assert not printer.errors


@given(st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x00, 0xFF]), min_size=64, max_size=640))
def test_no_real_time_command_hides_in_the_dots(values: list[int]) -> None:
    values = values[: len(values) // 8 * 8]
    data = ticket_bytes(Picture(64, len(values) // 8, bytes(values)))
    assert not re.search(rb"\x10[\x04\x05\x14]", data)


def test_bands_are_short_and_whole() -> None:
    data = ticket_bytes(Picture(64, 1000, b"\xff" * 8000))
    heights = [int.from_bytes(h, "little") for h in re.findall(rb"\x1dv0\x00\x08\x00(..)", data)]
    assert sum(heights) == 1000
    assert max(heights) <= BAND_ROWS


def test_the_cut_comes_last() -> None:
    data = ticket_bytes(Picture(64, 1, b"\xff" * 8))
    assert data.startswith(b"\x1b@")
    assert data.endswith(CUT)


def test_blank_paper_is_fed_not_burnt() -> None:
    data = ticket_bytes(Picture(64, 600, b"\x00" * 4800))
    assert data == b"\x1b@" + b"\x1bJ\xff\x1bJ\xff\x1bJ\x5a" + CUT
