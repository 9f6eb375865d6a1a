"""Device files and plain files; a pseudo-terminal stands for a device that answers."""

import errno
import os
import pty
import tty
from pathlib import Path

import pytest

from shared.printing.address import FileAddress
from shared.printing.status import Trouble
from shared.printing.transports import PrinterUnreachable, device_file, open_link
from tests.fakes.links import take, written


def test_a_plain_file_grows_and_never_answers(tmp_path: Path) -> None:
    file = tmp_path / "tickets.bin"
    for data in (b"one", b"two"):
        link = open_link(FileAddress(str(file)))
        assert not link.answers
        assert link.write(data) == 3
        link.wait(0.001, to_write=False)
        assert link.read() == b""
        link.close(at_once=False)
    assert file.read_bytes() == b"onetwo"


def test_a_device_answers() -> None:
    printer, device = pty.openpty()
    tty.setraw(device)
    link = open_link(FileAddress(os.ttyname(device)))
    assert link.answers
    assert link.read() == b""
    os.write(printer, b"\x12")
    assert take(link) == b"\x12"
    data = b"x" * 20_000
    assert written(link, data, lambda: os.read(printer, 4096)) == data
    while link.write(data):
        pass
    link.wait(0.001, to_write=True)
    os.close(printer)
    with pytest.raises(PrinterUnreachable) as gone:
        link.write(data)
    assert gone.value.trouble is Trouble.AWAY
    link.close(at_once=True)
    os.close(device)


def test_a_device_that_speaks_one_way_only_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, count: int) -> bytes:
        raise OSError(errno.EINVAL, "Invalid argument")

    link = open_link(FileAddress("/dev/null"))
    monkeypatch.setattr(os, "read", refuse)
    assert link.read() == b""
    assert not link.answers
    link.close(at_once=False)


def test_a_device_that_says_nothing_for_ever_costs_no_time() -> None:
    link = open_link(FileAddress("/dev/null"))
    assert link.read() == b""
    link.wait(0.001, to_write=False)
    assert link.write(b"x") == 1
    link.close(at_once=False)


def test_no_such_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterUnreachable, match="No such file"):
        open_link(FileAddress(str(tmp_path / "away" / "lp0")))


def test_a_printer_that_is_unplugged_leaves_no_file_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_file, "DEVICES", str(tmp_path))
    with pytest.raises(PrinterUnreachable, match="No such file"):
        open_link(FileAddress(str(tmp_path / "lp0")))
    assert list(tmp_path.iterdir()) == []


def test_a_device_that_somebody_else_holds_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*arguments: object) -> int:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "open", held)
    with pytest.raises(PrinterUnreachable) as busy:
        open_link(FileAddress("/dev/null"))
    assert busy.value.trouble is Trouble.BUSY
