"""The virtual printer obeys exactly the bytes it gets."""

import pytest

from shared.printing.virtual.interpreter import VirtualPrinter

ROW = b"\x1dv0\x00\x01\x00\x01\x00\x81"
CUT = b"\x1dVB\x00"


def test_rows_join_until_the_cut() -> None:
    printer = VirtualPrinter(8)
    assert printer.receive(b"\x1b@" + ROW + ROW) == []
    (ticket,) = printer.receive(CUT)
    assert ticket.rows == b"\x81\x81"
    (empty,) = printer.receive(b"\x1dV\x00")
    assert empty.height == 0


def test_bytes_may_come_one_by_one() -> None:
    printer = VirtualPrinter(8)
    for value in b"\x1b@" + ROW + CUT:
        printer.receive(bytes([value]))
    assert [ticket.rows for ticket in printer.tickets] == [b"\x81"]


@pytest.mark.parametrize(
    "command",
    [b"\x10\x04\x01", b"\x1bJ\x05", b"\x1bd\x01", b"\x1da\xff", b"\x1dVB\x00", ROW, b"\x1dV\x01"],
)
def test_half_a_command_waits_for_the_rest(command: bytes) -> None:
    printer = VirtualPrinter(8)
    for value in command[:-1]:
        printer.receive(bytes([value]))
    assert printer.waiting_bytes == len(command) - 1
    printer.receive(command[-1:])
    assert printer.waiting_bytes == 0
    assert not printer.errors


def test_feeds_leave_white_paper() -> None:
    printer = VirtualPrinter(8)
    (ticket,) = printer.receive(b"\x1bJ\x03" + ROW + b"\x0a" + CUT)
    assert ticket.height == 3 + 1 + 30
    assert ticket.rows[3:4] == b"\x81"


def test_a_narrow_picture_is_burnt_at_the_left() -> None:
    (ticket,) = VirtualPrinter(16).receive(ROW + CUT)
    assert ticket.rows == b"\x81\x00"


def test_status_is_answered() -> None:
    printer = VirtualPrinter(8)
    printer.receive(b"\x10\x04\x01\x10\x04\x04\x10\x04\x09")
    assert printer.take_answers() == b"\x16\x12"
    assert printer.take_answers() == b""
    assert printer.errors == ["DLE EOT 9 is not known"]


def test_a_process_id_is_answered_when_all_before_is_done() -> None:
    printer = VirtualPrinter(8)
    command = b"\x1d(H\x06\x00000001"
    printer.receive(command[:4])
    printer.receive(command[4:9])
    assert printer.take_answers() == b""
    printer.receive(command[9:])
    assert printer.take_answers() == b"\x37\x220001\x00"


@pytest.mark.parametrize(
    "data",
    [
        b"\x01",
        b"\x1bQ",
        b"\x1dv1\x00\x01\x00\x01\x00\xff",
        b"\x1dv0\x00\x09\x00\x01\x00" + b"\0" * 9,
    ],
)
def test_what_it_does_not_know_is_put_down(data: bytes) -> None:
    printer = VirtualPrinter(64)
    printer.receive(data)
    assert len(printer.errors) >= 1


def test_other_blocks_are_put_down_and_passed_over() -> None:
    printer = VirtualPrinter(8)
    printer.receive(b"\x1d(k\x02\x00ab" + ROW + CUT)
    assert len(printer.errors) == 1
    assert len(printer.tickets) == 1


def test_nothing_is_padding() -> None:
    printer = VirtualPrinter(8)
    printer.receive(b"\x00" * 100)
    assert not printer.errors
