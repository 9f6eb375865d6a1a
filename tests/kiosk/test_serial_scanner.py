"""A scanner on a serial line; a terminal server on a socket stands for it."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk import serial_scanner
from kiosk.serial_scanner import LONGEST_BYTES, SerialScanner


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)
        yield server


@pytest.fixture
def scanner(
    server: socket.socket, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[SerialScanner]:
    monkeypatch.setattr(serial_scanner, "AGAIN_S", 0.02)
    scanner = SerialScanner(f"socket://127.0.0.1:{server.getsockname()[1]}", 9600)
    scanner.start()
    yield scanner
    scanner.stop()


def test_every_code_arrives_whole(
    server: socket.socket, scanner: SerialScanner, qtbot: QtBot
) -> None:
    line, _ = server.accept()
    codes: list[str] = []
    scanner.scanned.connect(codes.append)
    for part in (b"H48.16-26", b"1103-0012\r", b"\n\r\nMOTCUA:ABC\r", b"x" * (2 * LONGEST_BYTES)):
        line.sendall(part)
    line.sendall(b"\n")
    qtbot.waitUntil(lambda: len(codes) == 3)
    assert codes[:2] == ["H48.16-261103-0012", "MOTCUA:ABC"]
    assert len(codes[2]) <= LONGEST_BYTES + 4096
    line.close()


def test_a_scanner_that_is_plugged_in_again_works_again(
    server: socket.socket, scanner: SerialScanner, qtbot: QtBot
) -> None:
    first, _ = server.accept()
    first.close()
    second, _ = server.accept()
    with qtbot.waitSignal(scanner.scanned) as scanned:
        second.sendall(b"MOTCUA:ABC\r")
    assert scanned.args == ["MOTCUA:ABC"]
    second.close()
