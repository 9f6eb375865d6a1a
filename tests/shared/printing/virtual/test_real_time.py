"""Real-time commands are found in any bytes, however they come apart, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.printing.virtual.real_time import RealTimeScanner

COMMANDS = [
    b"\x10\x04\x01",
    b"\x10\x04\x04",
    b"\x10\x05\x00",
    b"\x10\x05\x02",
    b"\x10\x14\x01\x00\x08",
    b"\x10\x14\x02\x01\x08",
    b"\x10\x14\x07\x01",
    b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08",
]
OTHERS = [b"\x10\x04\x05", b"\x10\x04\x00", b"\x10\x05\x03", b"\x10\x14\x08\x01", b"\x10\x10"]
DATA = st.lists(st.sampled_from([*COMMANDS, *OTHERS, b"\x1b@", b"\xff"]), max_size=8)


def found(*chunks: bytes) -> list[bytes]:
    scanner = RealTimeScanner()
    pieces = [piece for chunk in chunks for piece in scanner.split(chunk)]
    assert b"".join(data for data, _ in pieces) == b"".join(chunks)
    return [command for _, command in pieces if command]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_is_found_at_its_last_byte(command: bytes) -> None:
    assert found(b"\xff" + command + b"\xff") == [command]
    assert found(*[bytes((value,)) for value in command]) == [command]
    assert RealTimeScanner().split(b"a" + command + b"b") == [
        (b"a" + command, command),
        (b"b", b""),
    ]


@pytest.mark.parametrize("data", OTHERS)
def test_others_are_data(data: bytes) -> None:
    assert found(data + b"\xff" * 10) == []


@given(DATA, st.lists(st.integers(0, 80), max_size=6))
def test_it_does_not_matter_where_the_bytes_come_apart(parts: list[bytes], cuts: list[int]) -> None:
    data = b"".join(parts)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    chunks = [data[a:b] for a, b in pairwise(edges)]
    assert found(*chunks) == found(data)
