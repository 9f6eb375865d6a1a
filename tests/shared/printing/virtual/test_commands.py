"""Every command with a fixed length: obeyed whole, held when half, refused out of range."""

import pytest

from shared.printing.virtual.commands import ANY, SETTINGS
from shared.printing.virtual.printer import VirtualPrinter

IN_RANGE = [
    pytest.param(prefix + bytes(min(allowed) for allowed in setting.allowed), id=setting.name)
    for prefix, setting in SETTINGS.items()
]
OUT_OF_RANGE = [
    pytest.param(prefix + bytes((max(ANY - setting.allowed[0]),)), id=setting.name)
    for prefix, setting in SETTINGS.items()
    if setting.allowed and setting.allowed[0] != ANY
]


@pytest.mark.parametrize("command", IN_RANGE)
def test_a_setting_is_taken_without_a_word(command: bytes) -> None:
    printer = VirtualPrinter()
    printer.receive(command, 0)
    assert not printer.errors
    assert not printer.printing


@pytest.mark.parametrize("command", IN_RANGE)
def test_half_a_setting_waits_for_the_rest(command: bytes) -> None:
    printer = VirtualPrinter()
    for value in command[:-1]:
        printer.receive(bytes((value,)), 0)
        assert printer.printing
    printer.receive(command[-1:], 0)
    assert not printer.printing
    assert not printer.errors


@pytest.mark.parametrize("command", OUT_OF_RANGE)
def test_a_value_out_of_range_is_put_down(command: bytes) -> None:
    printer = VirtualPrinter()
    printer.receive(command, 0)
    (error,) = printer.errors
    assert error.endswith(f"{command[-1]:02x} is out of range")
