"""Serial printers; a pseudo-terminal stands for the line."""

import os
import pty
import termios
import tty
from collections.abc import Iterator

import pytest

from shared.printing.address import SerialAddress
from shared.printing.status import Trouble
from shared.printing.transports import PrinterUnreachable, open_link
from tests.fakes.links import take, written


@pytest.fixture
def line() -> Iterator[tuple[int, SerialAddress]]:
    printer, device = pty.openpty()
    tty.setraw(device)
    yield printer, SerialAddress(os.ttyname(device), 19200, "none")
    os.close(device)
    os.close(printer)


def test_bytes_go_both_ways(line: tuple[int, SerialAddress]) -> None:
    printer, address = line
    link = open_link(address)
    assert link.read() == b""
    os.write(printer, b"\x12")
    assert take(link) == b"\x12"
    data = bytes(range(256)) * 20
    assert written(link, data, lambda: os.read(printer, 4096)) == data
    link.close(at_once=False)


def test_a_line_that_is_held_up_takes_nothing(line: tuple[int, SerialAddress]) -> None:
    printer, address = line
    link = open_link(address)
    # Holding it up is what XOFF does; a line that is merely full empties on into the system.
    hold = os.open(address.device, os.O_RDWR | os.O_NOCTTY)
    termios.tcflow(hold, termios.TCOOFF)
    link.wait(0.001, to_write=True)
    assert link.write(b"x") == 0
    termios.tcflow(hold, termios.TCOON)
    assert written(link, b"x", lambda: os.read(printer, 4096)) == b"x"
    os.close(hold)
    link.close(at_once=True)


def test_a_line_that_somebody_else_holds_is_busy(line: tuple[int, SerialAddress]) -> None:
    _, address = line
    link = open_link(address)
    with pytest.raises(PrinterUnreachable) as busy:
        open_link(address)
    assert busy.value.trouble is Trouble.BUSY
    link.close(at_once=False)


def test_a_line_that_is_pulled_out_is_away() -> None:
    printer, device = pty.openpty()
    tty.setraw(device)
    link = open_link(SerialAddress(os.ttyname(device), 9600, "xonxoff"))
    os.close(printer)
    for use in (link.read, lambda: link.write(b"x")):
        with pytest.raises(PrinterUnreachable) as gone:
            use()
        assert gone.value.trouble is Trouble.AWAY
    link.close(at_once=True)
    os.close(device)


def test_no_such_line_is_told() -> None:
    with pytest.raises(PrinterUnreachable, match="/dev/nowhere") as missing:
        open_link(SerialAddress("/dev/nowhere", 9600, "rtscts"))
    assert missing.value.trouble is Trouble.AWAY
