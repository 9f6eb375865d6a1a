"""The tickets' rows can be measured, and the bench's printer notes the first rows of each."""

import socket
import time
from pathlib import Path

import pytest

from deploy.measures import tickets
from deploy.measures.tickets import FirstRow


def test_every_row_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "QUICK_TOUCHES", 1)
    monkeypatch.setattr(tickets, "ROUNDS", 1)
    drawn, touched, *paper = tickets.rows(tmp_path, quick=True)
    assert drawn.value > 0
    assert touched.value > drawn.value
    assert touched.limit
    assert all(row.value > 0 for row in paper)


def test_the_first_rows_are_noted_and_questions_answered() -> None:
    begun = time.perf_counter()
    with FirstRow() as printer:
        port = int(printer.address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"\x10\x04\x01\x10\x04\x02")
            assert connection.recv(2, socket.MSG_WAITALL) == b"\x16\x12"
            assert not printer.arrived.is_set()
            connection.sendall(b"\x1b@\x1da\xff\x1dv0\x00\x01\x00\x01\x00\xff")
            assert connection.recv(4, socket.MSG_WAITALL) == b"\x14\x00\x00\x0f"
            connection.sendall(b"\x1d(H\x06\x00000042\x1dr\x01")
            assert connection.recv(8, socket.MSG_WAITALL) == b"\x37\x220042\x00\x00"
            assert printer.arrived.wait(10)
    assert begun < printer.at_s <= time.perf_counter()
