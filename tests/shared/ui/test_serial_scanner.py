"""A scanner on a serial line; a terminal server on a socket stands for it."""

import argparse
import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from shared.ui import serial_scanner
from shared.ui.serial_scanner import SerialScanner, add_scanner, scanner_of


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


def wait_for(line: socket.socket, scanner: SerialScanner, qtbot: QtBot) -> list[str]:
    """Send a code until one arrives: what comes while a line is opened is thrown away.

    Returns the list to which all further codes are added.
    """
    codes: list[str] = []
    scanner.scanned.connect(codes.append)

    def arrived() -> bool:
        line.sendall(b"HERE\r")
        return bool(codes)

    qtbot.waitUntil(arrived)
    line.sendall(b"END\r")
    qtbot.waitUntil(lambda: codes[-1] == "END")
    codes.clear()
    return codes


def test_every_code_arrives_whole(
    server: socket.socket, scanner: SerialScanner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial_scanner, "LONGEST_BYTES", 40)
    line, _ = server.accept()
    with line:
        codes = wait_for(line, scanner, qtbot)
        for part in (b"H48.16-26", b"1103-0012\r", b"\n\r\nMOTCUA:ABC\r", b"x" * 90, b"\n"):
            line.sendall(part)
        qtbot.waitUntil(lambda: len(codes) == 3)
    assert codes == ["H48.16-261103-0012", "MOTCUA:ABC", "x" * 40]


def test_a_scanner_that_is_plugged_in_again_works_again(
    server: socket.socket, scanner: SerialScanner, qtbot: QtBot
) -> None:
    first, _ = server.accept()
    first.close()
    second, _ = server.accept()
    with second:
        codes = wait_for(second, scanner, qtbot)
        second.sendall(b"MOTCUA:ABC\r")
        qtbot.waitUntil(lambda: codes == ["MOTCUA:ABC"])


def test_a_scanner_is_named_on_the_command_line_or_there_is_none(
    server: socket.socket, qtbot: QtBot
) -> None:
    parser = argparse.ArgumentParser()
    add_scanner(parser)
    codes: list[str] = []
    assert scanner_of(parser.parse_args([]), codes.append) is None
    device = f"socket://127.0.0.1:{server.getsockname()[1]}"
    scanner = scanner_of(parser.parse_args(["--scanner", device]), codes.append)
    assert scanner is not None
    line, _ = server.accept()
    with line:
        wait_for(line, scanner, qtbot)
        scanner.stop()
    assert codes[-1] == "END"
