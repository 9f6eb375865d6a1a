"""The virtual printer on a serial port made of software, spoken to through pyserial."""

from dataclasses import replace
from pathlib import Path

import pytest
import serial

from shared.printing.address import SerialAddress, parse_address
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.listening import PtyAddress
from shared.printing.virtual.profile import Profile
from tests.fakes.printers import PATIENCE_S, ServedPrinter, served

TICKET = b"\x1dv0\x00\x01\x00\x10\x00" + b"\xff" * 16 + b"\x1dVB\x00"
SERIAL = Profile(width_dots=8, speed_mm_s=100_000, cut_ms=1, boot_ms=50, baud=115200)


def opened(printer: ServedPrinter, address: str | None = None) -> serial.Serial:
    parsed = parse_address(address or printer.address)
    assert isinstance(parsed, SerialAddress)
    return serial.Serial(parsed.device, parsed.baud, timeout=PATIENCE_S, write_timeout=PATIENCE_S)


def talk_for_ever(host: serial.Serial) -> None:
    while True:
        host.write(b"\x10\x04\x01")
        host.read(1)


def test_a_ticket_and_its_answer() -> None:
    with served(SERIAL, PtyAddress("", 115200)) as printer:
        assert printer.address.endswith("?baud=115200&flow=none")
        with opened(printer) as host:
            host.write(b"\x10\x04\x01" + TICKET)
            assert host.read(1) == b"\x16"
        assert printer.slip().body.rows == b"\xff" * 16


def test_bytes_take_the_time_of_their_speed() -> None:
    slow = Profile(width_dots=8, speed_mm_s=100_000, cut_ms=1, baud=9600)
    with served(slow, PtyAddress("", 9600)) as printer, opened(printer) as host:
        host.write(b"\x1b@" * 480 + TICKET)
        assert printer.slip().at_ms > (960 + 28) * 10_000 / 9600


def test_unplugged_it_vanishes_and_comes_back_under_its_name(tmp_path: Path) -> None:
    name = tmp_path / "printer"
    with served(SERIAL, PtyAddress(str(name), 115200)) as printer:
        with opened(printer) as host:
            printer.set_fault(Fault.LINK_DOWN, True)
            with pytest.raises((serial.SerialException, OSError)):
                talk_for_ever(host)
        assert not name.is_symlink()
        printer.set_fault(Fault.LINK_DOWN, False)
        again = printer.addresses.get(timeout=PATIENCE_S)
        assert again.startswith(f"serial://{name}?")
        with opened(printer, again) as host:
            host.write(b"\x10\x04\x01")
            assert host.read(1) == b"\x16"
    assert not name.is_symlink(), "nothing is left behind"


def test_answers_that_nobody_reads_are_lost_and_block_nothing() -> None:
    fast = replace(SERIAL, baud=4_000_000)
    with served(fast, PtyAddress("", 4_000_000)) as printer:
        address = printer.address.replace("4000000", "115200")  # a pseudo-terminal has no speed
        with opened(printer, address) as host:
            for _ in range(30):
                host.write(b"\x10\x04\x01" * 1000)
        with opened(printer, address) as host:
            host.write(TICKET)
            assert printer.slip().body.height == 16


def test_a_file_left_under_its_name_is_replaced(tmp_path: Path) -> None:
    name = tmp_path / "printer"
    name.symlink_to("/dev/nowhere")
    with served(SERIAL, PtyAddress(str(name), 115200)):
        assert str(name.readlink()).startswith("/dev/pts/")
