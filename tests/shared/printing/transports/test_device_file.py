"""Device files; a FIFO that nobody empties stands for a printer that sulks."""

import os
from pathlib import Path

import pytest

from shared.printing.address import FileAddress
from shared.printing.transports import PrinterUnreachable, device_file, send


def test_every_byte_is_written(tmp_path: Path) -> None:
    file = tmp_path / "lp0"
    send(FileAddress(str(file)), b"one")
    send(FileAddress(str(file)), b"two")
    assert file.read_bytes() == b"onetwo"


def test_no_such_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterUnreachable, match="No such file"):
        send(FileAddress(str(tmp_path / "away" / "lp0")), b"x")


def test_a_printer_that_takes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_file, "STALLED_S", 0.05)
    fifo = tmp_path / "lp0"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(PrinterUnreachable, match="takes nothing"):
            send(FileAddress(str(fifo)), b"x" * 1_000_000)
    finally:
        os.close(reader)
