"""Commands that are passed over: to their last byte, and put down."""

import pytest

from shared.printing.virtual.printer import VirtualPrinter

IDENTITY = b"\x1dI\x01"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\x1dk\x63", "GS k 63 is out of range"),
        (b"\x1b*\x09\x01\x00", "ESC * 09 01 00 is out of range"),
        (b"\x1b*\x01\x02\x00ab", "ESC * is not drawn"),
        (b"\x1b*\x21\x02\x00abcdef", "ESC * is not drawn"),
        (b"\x1d8L\x02\x00\x00\x00ab", "GS 8 L is not drawn"),
        (b"\x1dk\x04ab\x00", "GS k is not drawn"),
        (b"\x1dk\x43\x02ab", "GS k is not drawn"),
    ],
)
def test_what_follows_is_the_next_command(data: bytes, error: str) -> None:
    printer = VirtualPrinter()
    printer.receive(data[:-1], 0)
    assert printer.printing, "the command is not whole"
    printer.receive(data[-1:] + IDENTITY, 0)
    assert printer.errors == [error]
    assert printer.take_answers() == b"\x20"
