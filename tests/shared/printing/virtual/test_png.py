"""PNG files that another library reads as the same dots."""

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from shared.printing.picture import Picture
from shared.printing.virtual.png import png_bytes


@given(st.binary(min_size=16, max_size=16))
def test_another_library_sees_the_same_dots(rows: bytes) -> None:
    file = io.BytesIO(png_bytes(Picture(16, 8, rows)))
    with Image.open(file) as image:
        inverse = bytes(255 - value for value in image.tobytes())
    assert inverse == rows
