"""Telex and VNI read back as the letters they mean."""

import pytest

from shared.catalog.search.keystrokes import untyped
from shared.catalog.search.text import syllable

TELEX = {
    "sinhf": "sình", "ddaats": "đất", "thuwongf": "thường", "thuowngf": "thường", "trus": "trú",
    "giaays": "giấy", "khaaur": "khẩu", "cawn": "căn", "cuwowcs": "cước", "duwngj": "dựng",
    "hooj": "hộ", "tuwr": "tử", "ngheof": "nghèo", "tw": "tư", "hoaf": "hòa", "dangd": "đang",
    "tooi": "tôi", "cuar": "của", "tiens": "tién", "truss": "trú", "soz": "so", "ow": "ơ",
}  # fmt: skip
VNI = {
    "d9a8ng": "đăng", "ky1": "ký", "ke61t": "kết", "ho6n": "hôn", "d9o3": "đỏ", "cu7o71c": "cước",
    "chu74": "chữ", "d9o65c": "độc", "tru1": "trú", "nha2": "nhà", "ta5m": "tạm", "an0": "an",
    "d8a8ng": "dăng", "th6": None,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), (TELEX | VNI).items())
def test_keystrokes_are_read_back(typed: str, meant: str | None) -> None:
    found = untyped(typed)
    assert (found and syllable(found)) == (meant and syllable(meant))


@pytest.mark.parametrize("typed", ["khai", "1234", "a-b", "", "xsf"])
def test_what_is_no_keystrokes_stays(typed: str) -> None:
    assert untyped(typed) is None
