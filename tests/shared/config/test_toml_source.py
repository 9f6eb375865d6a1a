from pathlib import Path

import pytest

from shared.config.findings import HallFileErrors
from shared.config.toml_source import read_toml

TEXT = '''\
top = 1
[hall]
name = "A"
long = """
[not.a.header]
fake = 1
"""
after.dotted = 2

[[field]]
id = "a"
[[field.service]]
id = "s"
[[field.service]]
id = "t"
[[field]]
id = "b"
[[field.service]]  # of b
id = "u"
'''


def read(folder: Path, content: bytes) -> str:
    file = folder / "hall.toml"
    file.write_bytes(content)
    with pytest.raises(HallFileErrors) as raised:
        read_toml(file)
    return str(raised.value)


def test_every_key_knows_its_line(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(TEXT, encoding="utf-8")
    lines = read_toml(file).lines
    assert lines[("top",)] == 1
    assert lines[("hall", "name")] == 3
    assert lines[("hall", "after", "dotted")] == 8
    assert lines[("field", 0, "service", 1, "id")] == 15
    assert lines[("field", 1)] == 16
    assert lines[("field", 1, "service", 0, "id")] == 19
    assert ("hall", "fake") not in lines
    assert ("not", "a", "header") not in lines


def test_letters_come_in_composed_form_and_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_bytes(b"\xef\xbb\xbf" + 'name = "Qua\u0302\u0300y"'.encode())
    assert read_toml(file).document == {"name": "Quầy"}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(HallFileErrors, match="cannot be read: No such file"):
        read_toml(tmp_path / "none.toml")


def test_other_encodings_are_told(tmp_path: Path) -> None:
    assert "not UTF-8" in read(tmp_path, "name = 'Quầy'".encode("utf-16"))


def test_broken_toml_is_told_with_its_place(tmp_path: Path) -> None:
    assert "not valid TOML" in read(tmp_path, b"name = ")
    assert "line 2" in read(tmp_path, b"a = 1\nname = x\n")
